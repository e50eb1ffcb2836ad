import type { Clock } from '../../platform/clock';
import type { Disposable } from '../../platform/emitter';
import type { ExtensionProcess } from '../../platform/extensionProcess';
import type { CurrentAccount } from '../../session/currentAccount';
import type { Ledger } from './ledger';
import { settleMs } from './reserve';
import type { Run } from './run';
import { beatMs } from './runWriter';

/**
 * After this many checks without a heartbeat, a run counts as interrupted; sooner if its process has ended. Counts checks
 * instead of time, because nothing is checked while the computer sleeps, and changes of the clock don't matter.
 */
const maxSilentChecks = 8;
const maxSilentChecksWithoutProcess = 2;

export interface InterruptedRunsDependencies {
  readonly ledger: Ledger;
  readonly account: Pick<CurrentAccount, 'owner'>;
  readonly clock: Clock;
  /** Whether a process is known to have ended. */
  readonly hasProcessEnded: (process: ExtensionProcess) => boolean;
  /** Reports an interrupted run to the user. */
  readonly report: (run: Run) => void;
}

/**
 * Watches the runs of other windows, and of this one before a reload. A run without a heartbeat was most likely
 * interrupted. That is stored in a record of its own, never over what the run's window stored, and one window reports it
 * once.
 */
export class InterruptedRuns implements Disposable {
  readonly #subscription: Disposable;
  #checks: Disposable | undefined;
  /** The runs as of the last check, and how many checks in a row found them unchanged. */
  readonly #silent = new Map<string, { readonly run: Run; readonly checks: number }>();
  readonly #underWay = new Set<string>();
  /** The ids of the runs that this window has reported. */
  readonly #reported = new Set<string>();

  constructor(private readonly dependencies: InterruptedRunsDependencies) {
    this.#subscription = dependencies.ledger.onDidChange(() => this.#watch());
    this.#watch();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#checks?.dispose();
  }

  get #watched(): readonly Run[] {
    const { ledger } = this.dependencies;
    return ledger.runs.filter((run) => isUnreported(run) && !ledger.isOwn(run.id));
  }

  #watch(): void {
    if (this.#watched.length === 0) {
      this.#checks?.dispose();
      this.#checks = undefined;
    } else {
      this.#checks ??= this.dependencies.clock.every(beatMs, () => this.#check());
    }
  }

  #check(): void {
    const watched = this.#watched;
    const before = new Map(this.#silent);
    this.#silent.clear();
    for (const run of watched) {
      const seen = before.get(run.id);
      const checks = seen?.run === run ? seen.checks + 1 : 0;
      this.#silent.set(run.id, { run, checks });
      if ((checks >= this.#maxChecks(run) || this.#reported.has(run.id)) && !this.#underWay.has(run.id)) {
        this.#underWay.add(run.id);
        void this.#close(run).finally(() => this.#underWay.delete(run.id));
      }
    }
  }

  #maxChecks({ state }: Run): number {
    const live = state.kind === 'underWay' ? state.live : undefined;
    return live !== undefined && this.dependencies.hasProcessEnded(live.process)
      ? maxSilentChecksWithoutProcess
      : maxSilentChecks;
  }

  async #close(run: Run): Promise<void> {
    const { ledger, account, clock, report } = this.dependencies;
    const { owner } = account;
    if (owner === undefined) {
      return;
    }
    const mark = { kind: 'interrupted', run: run.id, window: ledger.windowId, isReported: false } as const;
    if (this.#reported.has(run.id)) {
      await ledger.write(owner, { ...mark, isReported: true });
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
    const isOurs = marked.ok && (await ledger.reportingWindow(owner, run.id)) === ledger.windowId;
    if (isOurs && interrupted?.state.kind === 'interrupted') {
      report(interrupted);
      this.#reported.add(run.id);
      await ledger.write(owner, { ...mark, isReported: true });
    }
  }
}

function isUnreported({ state }: Run): boolean {
  return state.kind === 'underWay' || (state.kind === 'interrupted' && !state.interruption.isReported);
}
