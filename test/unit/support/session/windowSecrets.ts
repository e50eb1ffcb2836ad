import { Emitter } from '../../../../src/platform/emitter';
import type { Secrets } from '../../../../src/platform/secrets';
import type { VirtualTime } from '../virtualTime';
import { alwaysAlive, type WindowProcess } from './windowProcess';

/** How long things take, in milliseconds. */
interface Delays {
  /** An operation of the secret storage. */
  readonly operation: () => number;
  /** The time from a write until another window is told and can read it. */
  readonly propagation: () => number;
}

type Operation = 'keys' | 'get' | 'store' | 'delete';

const noDelays: Delays = { operation: () => 0, propagation: () => 0 };

/** The secrets of one computer, which all its windows share. */
export class SharedSecrets {
  /** As the process has it that all windows write to. */
  readonly values = new Map<string, string>();
  readonly windows = new Set<WindowSecrets>();
  /** Called before a value is replaced or, with nothing, deleted. */
  onWrite: (key: string, value: string | undefined) => void = () => undefined;

  constructor(
    readonly time: VirtualTime,
    readonly delays: Delays = noDelays,
  ) {}

  open(process: WindowProcess = alwaysAlive): WindowSecrets {
    const window = new WindowSecrets(this, process);
    this.windows.add(window);
    return window;
  }
}

/**
 * The secret storage as one window of VS Code sees it: in a copy of its own, which other windows' changes reach some time
 * later, in any order between keys; for one key all come to have the last value. (microsoft/vscode: storage.ts, storageIpc.ts)
 */
export class WindowSecrets implements Secrets {
  readonly #changed = new Emitter<{ key: string }>();
  readonly #copy: Map<string, string>;
  readonly onDidChange = this.#changed.event;
  /** Decides which operations fail, as without a keyring. */
  fails: (operation: Operation, key: string) => boolean = () => false;

  constructor(
    private readonly shared: SharedSecrets,
    private readonly process: WindowProcess,
  ) {
    this.#copy = new Map(shared.values);
  }

  keys(): Promise<string[]> {
    return this.#operation('keys', '', () => [...this.#copy.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    return this.#operation('get', key, () => this.#copy.get(key));
  }

  store(key: string, value: string): Promise<void> {
    return this.#operation('store', key, () => this.#write(key, value));
  }

  delete(key: string): Promise<void> {
    return this.#operation('delete', key, () => this.#write(key, undefined));
  }

  /** The work is VS Code's own and continues while the extension is suspended, which only learns of its end. */
  #operation<T>(operation: Operation, key: string, work: () => T): Promise<T> {
    const { time, delays } = this.shared;
    return new Promise((resolve, reject) => {
      time.after(delays.operation(), () => {
        if (this.process.isDead) {
          return;
        }
        if (this.fails(operation, key)) {
          this.process.run(() => reject(new Error('no keyring')));
        } else {
          const result = work();
          this.process.run(() => resolve(result));
        }
      });
    });
  }

  #write(key: string, value: string | undefined): void {
    this.shared.onWrite(key, value);
    setOrDelete(this.#copy, key, value);
    setOrDelete(this.shared.values, key, value);
    this.process.run(() => this.#changed.fire({ key }));
    for (const window of this.shared.windows) {
      if (window !== this) {
        this.shared.time.after(this.shared.delays.propagation(), () => window.#accept(key));
      }
    }
  }

  /** Takes over what the key holds by now. */
  #accept(key: string): void {
    const value = this.shared.values.get(key);
    if (this.#copy.get(key) !== value) {
      setOrDelete(this.#copy, key, value);
      this.process.run(() => this.#changed.fire({ key }));
    }
  }
}

function setOrDelete(map: Map<string, string>, key: string, value: string | undefined): void {
  if (value === undefined) {
    map.delete(key);
  } else {
    map.set(key, value);
  }
}
