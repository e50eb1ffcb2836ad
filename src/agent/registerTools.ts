import type { Disposable } from 'vscode';
import type { InvitationParts } from '../invitations/commands/inviteUsers';
import type { Log } from '../platform/log';
import type { WorkspaceEditParts } from '../workspaces/editing/editWorkspace';
import { registerTool } from './agentTool';
import { listWorkspaces } from './listWorkspaces';
import { prepareInvitation } from './prepareInvitation';
import { prepareRename } from './prepareRename';
import { readWorkspace, type ReadingParts } from './readWorkspace';

/** Registers the tools for language models: two that read, two that put something before the person. */
export function registerTools(
  parts: InvitationParts & WorkspaceEditParts & ReadingParts,
  log: Log,
): readonly Disposable[] {
  return [
    registerTool('prolific_listWorkspaces', log, listWorkspaces(parts)),
    registerTool('prolific_readWorkspace', log, readWorkspace(parts)),
    registerTool('prolific_prepareInvitation', log, prepareInvitation(parts)),
    registerTool('prolific_prepareRename', log, prepareRename(parts)),
  ];
}
