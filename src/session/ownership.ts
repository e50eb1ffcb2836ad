import type { Session, SignedIn } from './session';

/** Whom data of an account belongs to. */
export interface Ownership {
  readonly owner: SignedIn | undefined;
  /** Whether what was read for the owner before may stay. */
  readonly keepsData: boolean;
}

/** Decides what a change of the session means for data of an account. A blink of the network changes nothing of it. */
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
