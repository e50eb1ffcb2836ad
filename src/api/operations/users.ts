import { account } from '../schema/account';
import type { CallOptions, Caller } from './call';

/** Whose token it is. A 401 anywhere is checked against it. */
export const accountPath = 'users/me/';

export function userOperations(call: Caller) {
  return {
    /**
     * `get-user`: whose token this is, and the way to check a token: `unauthorized` means that it is bad. (It does so of
     * the other operations too, since they look here before they say it.) Resolves with id and name.
     * (docs: api-reference/users/get-user; the names: prolific-oss/cli client/responses.go)
     */
    getUser: (options?: CallOptions) => call({ ...options, method: 'GET', path: accountPath }, account),
  };
}
