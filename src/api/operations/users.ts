import { account } from '../schema/account';
import type { CallOptions, Caller } from './call';

/** The account a token belongs to. Any 401 is checked against it. */
export const accountPath = 'users/me/';

export function userOperations(call: Caller) {
  return {
    /**
     * `get-user`: the account this token belongs to, and the way to verify a token: `unauthorized` means that it's bad.
     * (The same holds for the other operations, which check here first.) Resolves with id and name. (docs:
     * api-reference/users/get-user; the names: prolific-oss/cli client/responses.go)
     */
    getUser: (options?: CallOptions) => call({ ...options, method: 'GET', path: accountPath }, account),
  };
}
