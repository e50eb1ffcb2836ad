import type { Workspace } from '../api';
import type { SignedIn } from '../session/session';
import type { SessionManager } from '../session/sessionManager';
import type { WorkspaceList, WorkspaceStore } from '../workspaces/store/workspaceStore';
import { failureForModel } from './failureForModel';

export interface AccountDependencies {
  readonly sessions: SessionManager;
  readonly store: WorkspaceStore;
}

type Found<T> =
  ({ readonly kind: 'found'; readonly session: SignedIn } & T) | { readonly kind: 'not'; readonly why: string };

/** Returns the signed-in account's list. Tools never start a sign-in: that's up to the user. */
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
    ? { kind: 'not', why: failureForModel(list.failure) }
    : { kind: 'found', session, list };
}

/** Returns a workspace of the signed-in account. */
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
