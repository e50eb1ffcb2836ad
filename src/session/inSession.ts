import { fail, type Failure, type Result } from '../api';
import type { CurrentAccount } from './currentAccount';
import type { SignedIn } from './session';

/**
 * Makes a request in the current session of the account that a flow began with. A flow may stay open for long: the session
 * may have been replaced by another one of the same account, and once the account is signed out nothing is sent for it.
 */
export async function inSession<T>(
  account: CurrentAccount,
  begunIn: SignedIn,
  request: (session: SignedIn) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const session = account.sessionOf(begunIn);
  return session === undefined ? fail({ kind: 'sessionEnded', effect: 'none' }) : request(session);
}
