import type { Disposable } from './emitter';

/**
 * The part of VS Code's `SecretStorage` the extension uses. Any method can reject, for example on a Linux desktop
 * without a keyring.
 */
export interface Secrets {
  /** Missing in hosts that are built on a VS Code before 1.104. */
  keys?(): Thenable<string[]>;
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
  /** Called on changes made by any window, including this one. */
  onDidChange(listener: (change: { readonly key: string }) => void): Disposable;
}
