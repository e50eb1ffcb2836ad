import { apiError } from '../errors';
import { page } from '../pages';
import { created, ok, type RequestContext, type HandlerResult } from './context';
import { Fields } from './fields';

export function getWorkspaces(context: RequestContext): HandlerResult {
  const mine = context.state.workspacesOf(context.caller);
  return ok(page(mine, context, context.behaviour, (workspace) => context.serializer.workspaceShort(workspace)));
}

export function createWorkspace(context: RequestContext): HandlerResult {
  const fields = new Fields(context.body);
  const title = fields.text('title', { required: true, maxLength: context.behaviour.maxTitleLength });
  const currency = fields.choice('currency_code', ['GBP', 'USD']);
  return created(
    context.serializer.workspace(context.state.addWorkspace(fields.required(title), context.caller, currency)),
  );
}

export function getWorkspace(context: RequestContext): HandlerResult {
  return ok(context.serializer.workspace(context.workspace()));
}

/** Other fields are accepted and ignored; what the service does with them is unknown. */
export function updateWorkspace(context: RequestContext): HandlerResult {
  const workspace = context.requireAdmin(context.workspace());
  const fields = new Fields(context.body);
  const id = fields.text('id', { required: true });
  const title = fields.text('title', { required: true, maxLength: context.behaviour.maxTitleLength });
  const description = fields.text('description');
  if (id !== undefined && id !== workspace.id) {
    fields.reject('id', ['This is not the id of the workspace.']);
  }
  workspace.title = fields.required(title);
  workspace.description = description ?? workspace.description;
  return ok(context.serializer.workspace(workspace));
}

export function getBalance(context: RequestContext): HandlerResult {
  const { wallet } = context.workspace();
  if (wallet === undefined) {
    throw apiError(404, 'You do not currently have permission to access to this feature.');
  }
  return ok(context.serializer.balance(wallet));
}
