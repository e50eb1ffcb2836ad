import type { Session, SignedIn } from './session';

/** Which account the data belongs to. */
export interface Ownership {
  readonly owner: SignedIn | undefined;
  /** Whether data read for the previous owner may stay. */
  readonly keepsData: boolean;
}

/** Decides what a session change means for an account's data. A short network outage changes nothing. */
export function nextOwnership(owner: SignedIn | undefined, session: Session): Ownership {
  switch (session.kind) {
    case 'verifying':
      return { owner, keepsData: true };
    case 'unreachable':
      return owner?.origin === session.origin ? { owner, keepsData: true } : { owner: undefined, keepsData: false };
    case 'signedOut':
    case 'rejected':
      return { owner: undefined, keepsData: false };
    case 'signedIn':
      return {
        owner: session,
        keepsData: owner?.origin === session.origin && owner.account.id === session.account.id,
      };
  }
}
