import type { Disposable } from 'vscode';
import type { Log } from '../platform/log';
import { registerTool } from './registerTool';
import { listStudies } from './tools/listStudies';
import { listWorkspaces } from './tools/listWorkspaces';
import type { StudyToolDependencies } from './tools/outlineStudy';
import { prepareInvitation, type PrepareInvitationDependencies } from './tools/prepareInvitation';
import { prepareRename, type PrepareRenameDependencies } from './tools/prepareRename';
import { readComparison, type ReadComparisonDependencies } from './tools/readComparison';
import { readStudy } from './tools/readStudy';
import { readWorkspace, type ReadWorkspaceDependencies } from './tools/readWorkspace';

/** Registers the language model tools: five read, two prepare something for the user to decide. */
export function registerTools(
  dependencies: PrepareInvitationDependencies &
    PrepareRenameDependencies &
    ReadWorkspaceDependencies &
    ReadComparisonDependencies &
    StudyToolDependencies,
  log: Log,
): readonly Disposable[] {
  return [
    registerTool('prolific_listWorkspaces', log, listWorkspaces(dependencies)),
    registerTool('prolific_readWorkspace', log, readWorkspace(dependencies)),
    registerTool('prolific_prepareInvitation', log, prepareInvitation(dependencies)),
    registerTool('prolific_prepareRename', log, prepareRename(dependencies)),
    registerTool('prolific_listStudies', log, listStudies(dependencies)),
    registerTool('prolific_readStudy', log, readStudy(dependencies)),
    registerTool('prolific_readComparison', log, readComparison(dependencies)),
  ];
}
