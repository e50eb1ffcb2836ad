import type { SessionManager } from '../session/sessionManager';
import { done, failed, type CommandResult } from '../prompts/commandResult';
import { rowIsMissing, type CommandTarget } from '../prompts/commandTarget';
import type { Prompts } from '../prompts/prompts';
import { describeFailure } from '../text/failureText';
import { workspaceOfTarget } from '../workspaces/commands/chooseWorkspace';
import type { WorkspaceDetails } from '../workspaces/store/workspaceDetails';
import type { WorkspaceStore } from '../workspaces/store/workspaceStore';
import type { WorkspacesView } from './workspacesView';

interface RefreshDependencies {
  readonly prompts: Prompts;
  readonly sessions: SessionManager;
  readonly store: WorkspaceStore;
  readonly details: WorkspaceDetails;
}

/** "Refresh Workspaces": reads everything shown again, or retries starting the session. */
export async function refresh(
  { sessions }: Pick<RefreshDependencies, 'sessions'>,
  view: Pick<WorkspacesView, 'refresh'>,
): Promise<CommandResult> {
  await (sessions.current.kind === 'signedIn' ? view.refresh() : sessions.open());
  return done;
}

/** "Retry": in a workspace, reads again what failed to load; elsewhere the same as Refresh. */
export async function retry(
  dependencies: RefreshDependencies,
  view: Pick<WorkspacesView, 'refresh'>,
  target: CommandTarget,
): Promise<CommandResult> {
  if (target.kind === 'redrawnRow') {
    return rowIsMissing(target);
  }
  const workspace = workspaceOfTarget(target, dependencies.store);
  if (workspace === undefined) {
    return refresh(dependencies, view);
  }
  const { prompts, details } = dependencies;
  await prompts.withProgress({ location: 'view' }, () => details.retry(workspace.id));
  const failure = details.projects(workspace.id).failure ?? details.balance(workspace.id).failure;
  return failure === undefined ? done : failed(describeFailure(failure));
}
