import { featureNotEnabled } from '../http/errors';
import { isRecord } from '../json';
import type { Member } from '../model';
import { page } from './pages';
import { created, ok, type RequestContext, type HandlerResult } from './context';
import { Fields } from './fields';

export function getWorkspaces(context: RequestContext): HandlerResult {
  const mine = context.state.workspacesOf(context.caller);
  return ok(page(mine, context, context.behavior, (workspace) => context.serializer.workspaceShort(workspace)));
}

export function createWorkspace(context: RequestContext): HandlerResult {
  const fields = new Fields(context.body);
  const title = fields.text('title', { required: true, maxLength: context.behavior.maxTitleLength });
  const currency = fields.choice('currency_code', ['GBP', 'USD']);
  const naivety = fields.number('naivety_distribution_rate');
  const draft = { title: fields.required(title), currency, naivety, ownerRoles: context.behavior.creatorRoles };
  return created(context.serializer.workspace(context.state.addWorkspace(draft, context.caller)));
}

export function getWorkspace(context: RequestContext): HandlerResult {
  return ok(context.serializer.workspace(context.workspace()));
}

/**
 * Every field takes effect, so that sending back an old copy of a workspace undoes what others changed. What the service
 * does with `users` and `owner` is unknown.
 */
export function updateWorkspace(context: RequestContext): HandlerResult {
  const workspace = context.requireAdmin(context.workspace());
  const { updateWorkspace: rule, maxTitleLength: maxLength } = context.behavior;
  const fields = new Fields(context.body);
  fields.ownId(workspace.id, rule);
  const title = fields.text('title', { required: rule === 'whole', maxLength });
  const description = fields.text('description');
  const owner = fields.text('owner');
  const naivety = fields.number('naivety_distribution_rate');
  const members = membersIn(fields, context);
  if (owner !== undefined && !context.state.hasPerson(owner)) {
    fields.reject('owner', ['No such user.']);
  }
  fields.throwIfInvalid();
  workspace.title = title ?? workspace.title;
  workspace.description = description ?? workspace.description;
  workspace.owner = owner ?? workspace.owner;
  workspace.naivety = naivety === undefined ? workspace.naivety : naivety;
  if (members !== undefined) {
    workspace.members = members;
  }
  return ok(context.serializer.workspace(workspace));
}

function membersIn(fields: Fields, { state }: RequestContext): Member[] | undefined {
  const users = fields.value('users');
  if (!Array.isArray(users)) {
    return undefined;
  }
  const members = users.filter(isRecord).map(({ id, roles }) => ({
    person: String(id),
    roles: Array.isArray(roles) ? roles.map(String) : [],
  }));
  if (members.length < users.length || members.some(({ person }) => !state.hasPerson(person))) {
    fields.reject('users', ['No such user.']);
  }
  return members;
}

export function getBalance(context: RequestContext): HandlerResult {
  const { wallet } = context.workspace();
  if (wallet === undefined) {
    throw featureNotEnabled();
  }
  return ok(context.serializer.balance(wallet));
}
