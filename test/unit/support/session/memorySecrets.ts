import { Emitter } from '../../../../src/platform/emitter';
import type { Secrets } from '../../../../src/platform/secrets';

/**
 * An in-memory `SecretStorage` that behaves as VS Code documents. Windows that share a `store` are all notified of
 * every change.
 */
export class MemorySecrets implements Secrets {
  readonly #changed = new Emitter<{ key: string }>();
  /** Set to make every call fail, as without a keyring. */
  isBroken = false;
  /** Set to make deleting some keys fail. */
  refusesToDelete: (key: string) => boolean = () => false;

  constructor(readonly store_ = new Map<string, string>()) {}

  readonly onDidChange = this.#changed.event;

  keys(): Promise<string[]> {
    return this.isBroken ? Promise.reject(new Error('no keyring')) : Promise.resolve([...this.store_.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    return this.isBroken ? Promise.reject(new Error('no keyring')) : Promise.resolve(this.store_.get(key));
  }

  store(key: string, value: string): Promise<void> {
    return this.#write(key, () => this.store_.set(key, value));
  }

  delete(key: string): Promise<void> {
    return this.refusesToDelete(key)
      ? Promise.reject(new Error('no keyring'))
      : this.#write(key, () => this.store_.delete(key));
  }

  #write(key: string, write: () => unknown): Promise<void> {
    if (this.isBroken) {
      return Promise.reject(new Error('no keyring'));
    }
    write();
    this.#changed.fire({ key });
    return Promise.resolve();
  }
}
