import type { Clock } from '../../platform/clock';
import type { Disposable } from '../../platform/emitter';
import type { ExtensionProcess } from '../../platform/extensionProcess';
import type { CurrentAccount } from '../../session/currentAccount';
import type { Ledger } from './ledger';
import { settleMs } from './reserve';
import type { Run } from './run';
import { beatMs } from './runWriter';

/**
 * After this many checks without a sign of life, a window is considered dead; sooner if its process is gone. Counts checks
 * instead of time, because nothing is checked while the computer sleeps, and changes of the clock don't matter.
 */
const maxSilentLooks = 8;
const maxSilentLooksWithoutProcess = 2;

export interface InterruptedRunsDependencies {
  readonly ledger: Ledger;
  readonly account: Pick<CurrentAccount, 'owner'>;
  readonly clock: Clock;
  /** Whether a process is known to be gone. */
  readonly hasProcessEnded: (process: ExtensionProcess) => boolean;
  /** Reports an interrupted run to the user. */
  readonly tell: (run: Run) => void;
}

/**
 * Watches the runs of other windows. A run without a sign of life was most likely interrupted by a crash or a reload. That is
 * stored in a record of its own, never over what the run's window stored, and one window reports it once.
 */
export class InterruptedRuns implements Disposable {
  readonly #subscription: Disposable;
  #looks: Disposable | undefined;
  /** The runs as of the last check, and how many checks in a row found them unchanged. */
  readonly #silent = new Map<string, { readonly run: Run; readonly looks: number }>();
  readonly #underWay = new Set<string>();
  /** The ids of the runs that this window has reported. */
  readonly #told = new Set<string>();

  constructor(private readonly dependencies: InterruptedRunsDependencies) {
    this.#subscription = dependencies.ledger.onDidChange(() => this.#watch());
    this.#watch();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#looks?.dispose();
  }

  get #watched(): readonly Run[] {
    const { ledger } = this.dependencies;
    return ledger.runs.filter((run) => isUntold(run) && !ledger.isOwn(run.id));
  }

  #watch(): void {
    if (this.#watched.length === 0) {
      this.#looks?.dispose();
      this.#looks = undefined;
    } else {
      this.#looks ??= this.dependencies.clock.every(beatMs, () => this.#look());
    }
  }

  #look(): void {
    const watched = this.#watched;
    const before = new Map(this.#silent);
    this.#silent.clear();
    for (const run of watched) {
      const seen = before.get(run.id);
      const looks = seen?.run === run ? seen.looks + 1 : 0;
      this.#silent.set(run.id, { run, looks });
      if ((looks >= this.#maxLooks(run) || this.#told.has(run.id)) && !this.#underWay.has(run.id)) {
        this.#underWay.add(run.id);
        void this.#close(run).finally(() => this.#underWay.delete(run.id));
      }
    }
  }

  #maxLooks({ state }: Run): number {
    const live = state.kind === 'underWay' ? state.live : undefined;
    return live !== undefined && this.dependencies.hasProcessEnded(live.process)
      ? maxSilentLooksWithoutProcess
      : maxSilentLooks;
  }

  async #close(run: Run): Promise<void> {
    const { ledger, account, clock, tell } = this.dependencies;
    const { owner } = account;
    if (owner === undefined) {
      return;
    }
    const mark = { kind: 'lost', run: run.id, window: ledger.windowId, isTold: false } as const;
    if (this.#told.has(run.id)) {
      await ledger.write(owner, { ...mark, isTold: true });
      return;
    }
    const refreshed = await ledger.refresh(owner);
    if (!refreshed.ok || ledger.run(run.id) !== run) {
      return;
    }
    const marked = await ledger.write(owner, mark);
    // Other windows may write their mark until they see this one, so wait for theirs. The window of the last mark
    // reports.
    await clock.sleep(2 * settleMs);
    // The sending window may have resumed in the meantime, or the account may have changed.
    const interrupted = ledger.run(run.id);
    const isOurs = marked.ok && (await ledger.whoTells(owner, run.id)) === ledger.windowId;
    if (isOurs && interrupted?.state.kind === 'lost') {
      tell(interrupted);
      this.#told.add(run.id);
      await ledger.write(owner, { ...mark, isTold: true });
    }
  }
}

function isUntold({ state }: Run): boolean {
  return state.kind === 'underWay' || (state.kind === 'lost' && !state.lost.isTold);
}
