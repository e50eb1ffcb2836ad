import type { SessionKeeper } from '../session/sessionManager';
import { done, type CommandEnd } from '../prompts/commandResult';
import { withViewProgress } from '../prompts/progress';
import { workspaceOfArgument } from '../workspaces/commands/chooseWorkspace';
import type { WorkspaceDetails } from '../workspaces/store/workspaceDetails';
import type { WorkspaceStore } from '../workspaces/store/workspaceStore';
import type { WorkspacesView } from './workspacesView';

interface RefreshParts {
  readonly sessions: SessionKeeper;
  readonly store: WorkspaceStore;
  readonly details: WorkspaceDetails;
}

/** "Refresh Workspaces": reads again what is shown, or tries again to begin the session. */
export async function refresh({ sessions }: Pick<RefreshParts, 'sessions'>, view: WorkspacesView): Promise<CommandEnd> {
  await (sessions.current.kind === 'signedIn' ? view.refresh() : sessions.open());
  return done;
}

/** "Retry": under a workspace, reads again what of it could not be read; elsewhere the same as refreshing. */
export async function retry(parts: RefreshParts, view: WorkspacesView, argument: unknown): Promise<CommandEnd> {
  const workspace = workspaceOfArgument(argument, parts.store);
  if (workspace === undefined) {
    return refresh(parts, view);
  }
  await withViewProgress(() => parts.details.retry(workspace.id));
  return done;
}
