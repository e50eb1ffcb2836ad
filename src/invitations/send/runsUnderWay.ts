import type { Disposable } from '../../platform/emitter';
import type { Person } from '../ledger/person';
import { whenAborted } from './whenAborted';

/** A run that this window sends. */
interface Run {
  readonly workspaceId: string;
  readonly people: readonly Person[];
}

/** The place of a run among those of this window, until it is disposed of. */
export interface Turn extends Disposable {
  /** Whether another run for the same workspace is sent first. */
  readonly mustWait: boolean;
  /** Resolves when it is the turn of this run, or when it is stopped before that. */
  wait(signal: AbortSignal): Promise<void>;
}

/** The runs that this window sends: one at a time for each workspace, so that what one finds out the next one knows. */
export class RunsUnderWay {
  readonly #runs = new Set<Run>();
  readonly #last = new Map<string, Promise<void>>();

  get isAny(): boolean {
    return this.#runs.size > 0;
  }

  /** How many people are in no call yet, all runs together. */
  get unsent(): number {
    return [...this.#runs].flatMap(({ people }) => people).filter(({ outcome }) => outcome === 'planned').length;
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
