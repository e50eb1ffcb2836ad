import { refusalOf } from '../errors';
import { page } from '../pages';
import { created, ok, type Call, type Reply } from './context';
import { Fields } from './fields';

export function getWorkspaces(call: Call): Reply {
  const mine = call.state.workspacesOf(call.caller);
  return ok(page(mine, call, call.behaviour, (workspace) => call.wire.workspaceShort(workspace)));
}

export function createWorkspace(call: Call): Reply {
  const fields = new Fields(call.body);
  const title = fields.text('title', { required: true, longest: call.behaviour.longestTitle });
  const currency = fields.choice('currency_code', ['GBP', 'USD']);
  return created(call.wire.workspace(call.state.addWorkspace(fields.settled(title), call.caller, currency)));
}

export function getWorkspace(call: Call): Reply {
  return ok(call.wire.workspace(call.workspace()));
}

/** Other fields of a workspace are let through and without effect: what the service does with them is unknown. */
export function updateWorkspace(call: Call): Reply {
  const workspace = call.administered(call.workspace());
  const fields = new Fields(call.body);
  const id = fields.text('id', { required: true });
  const title = fields.text('title', { required: true, longest: call.behaviour.longestTitle });
  const description = fields.text('description');
  if (id !== undefined && id !== workspace.id) {
    fields.refuse('id', ['This is not the id of the workspace.']);
  }
  workspace.title = fields.settled(title);
  workspace.description = description ?? workspace.description;
  return ok(call.wire.workspace(workspace));
}

export function getBalance(call: Call): Reply {
  const { wallet } = call.workspace();
  if (wallet === undefined) {
    throw refusalOf(404, 'You do not currently have permission to access to this feature.');
  }
  return ok(call.wire.balance(wallet));
}
