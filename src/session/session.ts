import type { Account, ApiOrigin, Failure, ProlificClient } from '../api';
import type { StorageFailure } from './tokenStore';

/** The `prolific.apiUrl` setting isn't a URL that a token may be sent to. */
export interface BadApiUrl {
  readonly kind: 'badApiUrl';
}

export interface SignedIn {
  readonly kind: 'signedIn';
  readonly origin: ApiOrigin;
  readonly account: Account;
  readonly client: ProlificClient;
}

/**
 * What is known about the account. Every transition creates a new object, so a stale session can be recognized by
 * identity.
 */
export type Session =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'verifying' }
  | SignedIn
  | { readonly kind: 'rejected' }
  | {
      readonly kind: 'unreachable';
      /** The origin that was tried. Undefined if the setting isn't a valid URL. */
      readonly origin: ApiOrigin | undefined;
      readonly cause: Failure | StorageFailure | BadApiUrl;
    };
