import { cancelled, failed, type Cancelled, type Failed } from '../prompts/commandResult';
import { describeSessionFailure } from './sessionProblem';
import type { SignedIn } from './session';
import type { SessionManager } from './sessionManager';
import { signIn } from './signIn';

/** Gives the session, signing in first where nobody is. */
export async function requireSession(sessions: SessionManager): Promise<SignedIn | Cancelled | Failed> {
  const settled = await sessions.settled();
  // Whoever was out of reach may be back by now.
  const session = settled.kind === 'unreachable' ? await sessions.open() : settled;
  if (session.kind === 'signedIn') {
    return session;
  }
  if (session.kind === 'unreachable') {
    return failed(describeSessionFailure(session.cause));
  }
  await signIn(sessions);
  const { current } = sessions;
  return current.kind === 'signedIn' ? current : cancelled;
}
