import type { Disposable } from 'vscode';
import type { InvitationDependencies } from '../invitations/commands/inviteUsers';
import type { Log } from '../platform/log';
import type { EditCommandDependencies } from '../workspaces/commands/editCommands';
import { registerTool } from './agentTool';
import { listWorkspaces } from './listWorkspaces';
import { prepareInvitation } from './prepareInvitation';
import { prepareRename } from './prepareRename';
import { readWorkspace, type ReadWorkspaceDependencies } from './readWorkspace';

/** Registers the language model tools: two read, two prepare something for the user to decide. */
export function registerTools(
  dependencies: InvitationDependencies & EditCommandDependencies & ReadWorkspaceDependencies,
  log: Log,
): readonly Disposable[] {
  return [
    registerTool('prolific_listWorkspaces', log, listWorkspaces(dependencies)),
    registerTool('prolific_readWorkspace', log, readWorkspace(dependencies)),
    registerTool('prolific_prepareInvitation', log, prepareInvitation(dependencies)),
    registerTool('prolific_prepareRename', log, prepareRename(dependencies)),
  ];
}
