import type { Account, ApiOrigin, Failure, ProlificClient } from '../api';
import type { StorageFailure } from './tokenStore';

/** The setting `prolific.apiUrl` holds no address that a token may be sent to. */
export interface BadApiUrl {
  readonly kind: 'badApiUrl';
}

export interface SignedIn {
  readonly kind: 'signedIn';
  readonly origin: ApiOrigin;
  readonly account: Account;
  readonly client: ProlificClient;
}

/** What the extension knows of the account. A new object for each transition, so that identity tells a stale one. */
export type Session =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'verifying' }
  | SignedIn
  | { readonly kind: 'rejected' }
  | {
      readonly kind: 'unreachable';
      /** The origin that was tried; undefined where the setting holds none. */
      readonly origin: ApiOrigin | undefined;
      readonly cause: Failure | StorageFailure | BadApiUrl;
    };
