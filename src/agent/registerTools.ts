import type { Disposable } from 'vscode';
import type { Log } from '../platform/log';
import { registerTool } from './registerTool';
import { listWorkspaces } from './listWorkspaces';
import { prepareInvitation, type PrepareInvitationDependencies } from './prepareInvitation';
import { prepareRename, type PrepareRenameDependencies } from './prepareRename';
import { readWorkspace, type ReadWorkspaceDependencies } from './readWorkspace';

/** Registers the language model tools: two read, two prepare something for the user to decide. */
export function registerTools(
  dependencies: PrepareInvitationDependencies & PrepareRenameDependencies & ReadWorkspaceDependencies,
  log: Log,
): readonly Disposable[] {
  return [
    registerTool('prolific_listWorkspaces', log, listWorkspaces(dependencies)),
    registerTool('prolific_readWorkspace', log, readWorkspace(dependencies)),
    registerTool('prolific_prepareInvitation', log, prepareInvitation(dependencies)),
    registerTool('prolific_prepareRename', log, prepareRename(dependencies)),
  ];
}
