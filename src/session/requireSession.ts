import { canceled, failed, type Canceled, type Failed } from '../prompts/commandResult';
import { describeSessionFailure } from './sessionProblem';
import type { SignedIn } from './session';
import { signIn, type SignInDependencies } from './signIn';

/** Returns the signed-in session, asking the user to sign in first if needed. */
export async function requireSession(dependencies: SignInDependencies): Promise<SignedIn | Canceled | Failed> {
  const { sessions } = dependencies;
  const settled = await sessions.settled();
  // Prolific may be reachable again by now.
  const session = settled.kind === 'unreachable' ? await sessions.open() : settled;
  if (session.kind === 'signedIn') {
    return session;
  }
  if (session.kind === 'unreachable') {
    return failed(describeSessionFailure(session.cause));
  }
  const result = await signIn(dependencies);
  const { current } = sessions;
  return current.kind === 'signedIn' ? current : result.kind === 'failed' ? result : canceled;
}
