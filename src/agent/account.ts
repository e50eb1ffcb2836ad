import type { Workspace } from '../api';
import type { SignedIn } from '../session/session';
import type { SessionManager } from '../session/sessionManager';
import { describeFailure } from '../text/failureText';
import type { WorkspaceList, WorkspaceStore } from '../workspaces/store/workspaceStore';

export interface AccountDependencies {
  readonly sessions: SessionManager;
  readonly store: WorkspaceStore;
}

type Found<T> =
  ({ readonly kind: 'found'; readonly session: SignedIn } & T) | { readonly kind: 'not'; readonly why: string };

/** The list of the account that is signed in. A tool signs nobody in: that is for the person to begin. */
export async function listOfAccount({
  sessions,
  store,
}: AccountDependencies): Promise<Found<{ readonly list: WorkspaceList }>> {
  const session = await sessions.settled();
  if (session.kind !== 'signedIn') {
    return {
      kind: 'not',
      why: `The user isn't signed in to Prolific. Ask them to run the command "Prolific: Sign In".`,
    };
  }
  const list = await store.whenRead();
  return list.workspaces.size === 0 && list.failure !== undefined
    ? { kind: 'not', why: describeFailure(list.failure.cause).message }
    : { kind: 'found', session, list };
}

/** One workspace of the account. */
export async function workspaceOfAccount(
  dependencies: AccountDependencies,
  id: string,
): Promise<Found<{ readonly workspace: Workspace }>> {
  const found = await listOfAccount(dependencies);
  if (found.kind === 'not') {
    return found;
  }
  const workspace = found.list.workspaces.get(id);
  return workspace === undefined
    ? { kind: 'not', why: 'This account has no workspace with that id. List its workspaces first.' }
    : { kind: 'found', session: found.session, workspace };
}
