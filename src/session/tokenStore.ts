import { type ApiOrigin, fail, type Result, succeed } from '../api';
import type { Disposable } from '../platform/emitter';
import type { Secrets } from '../platform/secrets';

/**
 * VS Code couldn't read or write its secret storage, for example on a Linux desktop without a keyring. `waiting`: it
 * doesn't respond, and may still carry out the request.
 */
export interface StorageFailure {
  readonly kind: 'storage';
  readonly doing: 'reading' | 'writing' | 'waiting';
}

/** Stores one token per API origin, in VS Code's `SecretStorage` and nowhere else. */
export class TokenStore {
  constructor(private readonly secrets: Secrets) {}

  async read(origin: ApiOrigin): Promise<Result<string | undefined, StorageFailure>> {
    try {
      return succeed(await this.secrets.get(keyOf(origin)));
    } catch {
      return fail({ kind: 'storage', doing: 'reading' });
    }
  }

  async store(origin: ApiOrigin, token: string): Promise<Result<void, StorageFailure>> {
    return this.#write(() => this.secrets.store(keyOf(origin), token));
  }

  async delete(origin: ApiOrigin): Promise<Result<void, StorageFailure>> {
    return this.#write(() => this.secrets.delete(keyOf(origin)));
  }

  /** Called on changes made by any window, including this one. */
  onDidChange(origin: () => ApiOrigin | undefined, listener: () => void): Disposable {
    return this.secrets.onDidChange(({ key }) => {
      const current = origin();
      if (current !== undefined && key === keyOf(current)) {
        listener();
      }
    });
  }

  async #write(write: () => Thenable<void>): Promise<Result<void, StorageFailure>> {
    try {
      await write();
      return succeed(undefined);
    } catch {
      return fail({ kind: 'storage', doing: 'writing' });
    }
  }
}

function keyOf(origin: ApiOrigin): string {
  return `token|${origin}`;
}
