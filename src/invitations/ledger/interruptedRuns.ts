import type { Clock } from '../../platform/clock';
import type { Disposable } from '../../platform/emitter';
import type { ExtensionProcess } from '../../platform/extensionProcess';
import type { CurrentAccount } from '../../session/currentAccount';
import type { Ledger } from './ledger';
import { isSameAccount } from './recordStore';
import { settleMs } from './reserve';
import type { Run } from './run';
import { beatMs } from './runWriter';

/**
 * So many looks without a sign of life, and the window that sends is taken for dead; fewer where its process is gone. Looks
 * are counted, not time: while the computer sleeps nobody looks, and a clock that is set has no say.
 */
const maxSilentLooks = 8;
const maxSilentLooksWithoutProcess = 2;

export interface InterruptedRunsDependencies {
  readonly ledger: Ledger;
  readonly account: Pick<CurrentAccount, 'owner'>;
  readonly clock: Clock;
  /** Whether a process is known to be gone. */
  readonly isGone: (process: ExtensionProcess) => boolean;
  /** Tells the person of a run that was interrupted. */
  readonly tell: (run: Run) => void;
}

/**
 * Watches the runs of other windows. One that has given no sign of life for long was most likely interrupted by a crash or
 * a reload: this is written beside it, never over what its own window wrote, and one window tells of it once.
 */
export class InterruptedRuns implements Disposable {
  readonly #subscription: Disposable;
  #looks: Disposable | undefined;
  /** How often each run was seen without a change, and as what. */
  readonly #silent = new Map<string, { readonly run: Run; readonly looks: number }>();
  readonly #underWay = new Set<string>();
  /** What this window has told. */
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
    return live !== undefined && this.dependencies.isGone(live.process) ? maxSilentLooksWithoutProcess : maxSilentLooks;
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
    // Until others see this mark they may write theirs, and that has to be seen here. Of several, the last one tells.
    await clock.sleep(2 * settleMs);
    // The window that sends may have come back meanwhile.
    const interrupted = ledger.run(run.id);
    const isOurs = marked.ok && (await ledger.whoTells(owner, run.id)) === ledger.windowId;
    if (isOurs && isSameAccount(account.owner, owner) && interrupted?.state.kind === 'lost') {
      tell(interrupted);
      this.#told.add(run.id);
      await ledger.write(owner, { ...mark, isTold: true });
    }
  }
}

function isUntold({ state }: Run): boolean {
  return state.kind === 'underWay' || (state.kind === 'lost' && !state.lost.isTold);
}
