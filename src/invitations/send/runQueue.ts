import type { Disposable } from '../../platform/emitter';
import type { Person } from '../ledger/person';
import { whenAborted } from './whenAborted';

/** A run of this window. */
interface Run {
  readonly workspaceId: string;
  readonly people: readonly Person[];
}

/** A run's place in the queue of its workspace. Disposing of it ends the run's turn. */
export interface Turn extends Disposable {
  /** Whether another run for the same workspace goes first. */
  readonly mustWait: boolean;
  /** Resolves when it's this run's turn, or when the signal is aborted. */
  wait(signal: AbortSignal): Promise<void>;
}

/**
 * The runs of this window. Each workspace has one at a time, so that the next one knows the outcome of the previous
 * one.
 */
export class RunQueue {
  readonly #runs = new Set<Run>();
  readonly #last = new Map<string, Promise<void>>();

  get isAny(): boolean {
    return this.#runs.size > 0;
  }

  /** Returns how many people are in no request yet, of the runs for one workspace or of all. */
  unsent(workspaceId?: string): number {
    const runs = [...this.#runs].filter((run) => workspaceId === undefined || run.workspaceId === workspaceId);
    return runs.flatMap(({ people }) => people).filter(({ outcome }) => outcome === 'planned').length;
  }

  add(run: Run): Turn {
    const before = this.#last.get(run.workspaceId);
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.#last.set(
      run.workspaceId,
      Promise.all([before, ended]).then(() => undefined),
    );
    this.#runs.add(run);
    return {
      mustWait: [...this.#runs].some((other) => other !== run && other.workspaceId === run.workspaceId),
      wait: (signal) => Promise.race([before, whenAborted(signal)]),
      dispose: () => {
        this.#runs.delete(run);
        end();
      },
    };
  }
}
