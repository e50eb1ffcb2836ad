import type { Disposable } from './emitter';

/** What the extension uses of VS Code's SecretStorage. Each method may fail, as on a Linux desktop without a keyring. */
export interface Secrets {
  keys(): Thenable<string[]>;
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
  /** Told of changes in every window, this one included. */
  onDidChange(listener: (change: { readonly key: string }) => void): Disposable;
}
