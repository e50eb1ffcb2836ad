import { apiError } from '../errors';
import { page } from '../pages';
import { created, ok, type RequestContext, type HandlerResult } from './context';
import { Fields } from './fields';

export function getWorkspaces(call: RequestContext): HandlerResult {
  const mine = call.state.workspacesOf(call.caller);
  return ok(page(mine, call, call.behaviour, (workspace) => call.serializer.workspaceShort(workspace)));
}

export function createWorkspace(call: RequestContext): HandlerResult {
  const fields = new Fields(call.body);
  const title = fields.text('title', { required: true, maxLength: call.behaviour.maxTitleLength });
  const currency = fields.choice('currency_code', ['GBP', 'USD']);
  return created(call.serializer.workspace(call.state.addWorkspace(fields.required(title), call.caller, currency)));
}

export function getWorkspace(call: RequestContext): HandlerResult {
  return ok(call.serializer.workspace(call.workspace()));
}

/** Other fields of a workspace are let through and without effect: what the service does with them is unknown. */
export function updateWorkspace(call: RequestContext): HandlerResult {
  const workspace = call.requireAdmin(call.workspace());
  const fields = new Fields(call.body);
  const id = fields.text('id', { required: true });
  const title = fields.text('title', { required: true, maxLength: call.behaviour.maxTitleLength });
  const description = fields.text('description');
  if (id !== undefined && id !== workspace.id) {
    fields.reject('id', ['This is not the id of the workspace.']);
  }
  workspace.title = fields.required(title);
  workspace.description = description ?? workspace.description;
  return ok(call.serializer.workspace(workspace));
}

export function getBalance(call: RequestContext): HandlerResult {
  const { wallet } = call.workspace();
  if (wallet === undefined) {
    throw apiError(404, 'You do not currently have permission to access to this feature.');
  }
  return ok(call.serializer.balance(wallet));
}
