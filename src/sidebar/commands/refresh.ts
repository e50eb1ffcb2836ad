import type { Failure } from '../../api';
import type { SessionManager } from '../../session/sessionManager';
import { done, failed, type CommandResult } from '../../prompts/commandResult';
import { rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import type { Prompts } from '../../prompts/prompts';
import type { StudyStore } from '../../studies/store/studyStore';
import { describeFailure } from '../../text/failureText';
import { workspaceOfTarget } from '../../workspaces/commands/chooseWorkspace';
import type { WorkspaceDetails } from '../../workspaces/store/workspaceDetails';
import type { WorkspaceStore } from '../../workspaces/store/workspaceStore';

interface RefreshDependencies {
  readonly prompts: Prompts;
  readonly sessions: SessionManager;
  readonly store: WorkspaceStore;
  readonly details: WorkspaceDetails;
  readonly studies: StudyStore;
}

/** What reads again what it shows. */
interface Refreshable {
  refresh(): Promise<void>;
}

/** "Refresh Workspaces" and "Refresh Active Studies": read what the views show again, or retry starting the session. */
export async function refresh(
  { sessions }: Pick<RefreshDependencies, 'sessions'>,
  ...views: readonly Refreshable[]
): Promise<CommandResult> {
  await (sessions.current.kind === 'signedIn' ? Promise.all(views.map((view) => view.refresh())) : sessions.open());
  return done;
}

/** "Retry": in a workspace or project, reads again what failed to load; elsewhere the same as Refresh. */
export async function retry(
  dependencies: RefreshDependencies,
  target: CommandTarget,
  ...views: readonly Refreshable[]
): Promise<CommandResult> {
  if (target.kind === 'redrawnRow') {
    return rowIsMissing(target);
  }
  const workspace = workspaceOfTarget(target, dependencies.store);
  if (workspace === undefined) {
    return refresh(dependencies, ...views);
  }
  const { prompts, details, studies } = dependencies;
  const projectId = target.kind === 'row' ? target.row.projectId : undefined;
  if (projectId !== undefined) {
    await prompts.withProgress({ location: 'view' }, () => studies.retryProject(projectId));
    return endOf(studies.projects.of(projectId).failure);
  }
  await prompts.withProgress({ location: 'view' }, () => details.retry(workspace.id));
  return endOf(details.projects(workspace.id).failure ?? details.balance(workspace.id).failure);
}

function endOf(failure: Failure | undefined): CommandResult {
  return failure === undefined ? done : failed(describeFailure(failure));
}
