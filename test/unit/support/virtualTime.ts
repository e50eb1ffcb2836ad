import type { Clock } from '../../../src/platform/clock';
import { alwaysAlive, type WindowProcess } from './session/windowProcess';

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  isCanceled: boolean;
}

/** Time that passes only when a test lets it, and then at once. What is due at the same time happens in turn. */
export class VirtualTime {
  #now = 0;
  #count = 0;
  #tasks: Task[] = [];

  /** The milliseconds that have passed. */
  get now(): number {
    return this.#now;
  }

  /** Calls back after so many milliseconds; the result cancels that. */
  after(ms: number, run: () => void): () => void {
    const task = { at: this.#now + Math.max(0, ms), order: this.#count++, run, isCanceled: false };
    const index = this.#tasks.findLastIndex(({ at }) => at <= task.at) + 1;
    this.#tasks.splice(index, 0, task);
    return () => {
      task.isCanceled = true;
    };
  }

  /** Lets time pass, and runs everything that is due in the meantime. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#tasks[0]; next !== undefined && next.at <= end; next = this.#tasks[0]) {
      this.#tasks.shift();
      this.#now = Math.max(this.#now, next.at);
      if (!next.isCanceled) {
        next.run();
        await settle();
      }
    }
    this.#now = end;
  }

  /** Lets time pass without anything happening, as while the computer sleeps. What was due happens late. */
  skip(ms: number): void {
    this.#now += ms;
  }

  /** Lets time pass until a promise has settled, for an hour at most. */
  async until<T>(promise: Promise<T>): Promise<T> {
    const end = { isReached: false };
    const reach = () => {
      end.isReached = true;
    };
    promise.then(reach, reach);
    await settle();
    for (let passed = 0; !end.isReached && passed < 3_600_000; passed += 1_000) {
      await this.pass(1_000);
    }
    return promise;
  }
}

/** The time of day, which can be changed. */
export class TimeOfDay {
  aheadMs = Date.parse('2026-11-21T09:00:00.000Z');
}

/** The clock of one window, by virtual time. */
export class VirtualClock implements Clock {
  constructor(
    private readonly time: VirtualTime,
    private readonly process: WindowProcess = alwaysAlive,
    private readonly timeOfDay = new TimeOfDay(),
  ) {}

  now(): number {
    return this.time.now + this.timeOfDay.aheadMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const wake = () => {
        cancel();
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const cancel = this.time.after(ms, () => this.process.run(wake));
      signal?.addEventListener('abort', wake);
    });
  }

  every(ms: number, callback: () => void) {
    let cancel: () => void = () => undefined;
    const next = () => {
      cancel = this.time.after(ms, () => {
        this.process.run(() => {
          next();
          callback();
        });
      });
    };
    next();
    return { dispose: () => cancel() };
  }
}

/** Lets whoever waits for something that has just happened go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
