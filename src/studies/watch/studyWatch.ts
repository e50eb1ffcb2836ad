import * as l10n from '@vscode/l10n';
import { type Failure, isHttpFailure, type Study, type StudyId } from '../../api';
import type { Clock } from '../../platform/clock';
import { type Disposable, Emitter } from '../../platform/emitter';
import type { Log } from '../../platform/log';
import { detached } from '../../prompts/detached';
import type { Prompts } from '../../prompts/prompts';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';
import type { ChangeQueue } from '../../workspaces/store/changeQueue';
import type { StudyStore } from '../store/studyStore';
import { isIn, mayHaveSubmissions } from '../studyState';
import type { StoredWatch } from './storedWatch';
import { newsOf, type Sighting } from './watchNews';
import { completedText, goneText, newsText } from './watchText';

/** Whether this window has focus. */
export interface WindowFocus {
  readonly isFocused: boolean;
  readonly onDidChange: (listener: () => void) => Disposable;
}

export interface StudyWatchDependencies {
  readonly account: CurrentAccount;
  readonly studies: StudyStore;
  readonly changes: ChangeQueue;
  readonly prompts: Prompts;
  readonly stored: StoredWatch;
  readonly focus: WindowFocus;
  readonly clock: Clock;
  readonly log: Log;
}

/** What is known about the watched study. */
export interface WatchView {
  readonly id: StudyId;
  /** Undefined until it was read. */
  readonly sighting: Sighting | undefined;
  readonly readAt: Date | undefined;
  /** Why the last read failed, if it did. */
  readonly failure: Failure | undefined;
}

/** How long the pauses between reads are, in milliseconds: a minute, and longer after each failure. */
const pauseMs = 60_000;
const maxPauseMs = 15 * pauseMs;

/**
 * Watches the one study that the user chose. Nothing else is polled. It's read once a minute while this window has
 * focus.
 */
export class StudyWatch implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly #view: Held<WatchView | undefined>;
  readonly #subscriptions: readonly Disposable[];
  #waiting = new AbortController();
  #dueAt = 0;
  #failures = 0;
  /** Whether the study was changed from this window since it was last read. */
  #isChangedHere = false;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly dependencies: StudyWatchDependencies) {
    const { account, changes, focus } = dependencies;
    this.#view = account.hold<WatchView | undefined>(() => this.#remembered());
    this.#subscriptions = [
      account.onDidChange(() => this.#begin()),
      focus.onDidChange(() => this.#resume()),
      changes.onDidChange((target) => {
        if ('studyId' in target && target.studyId === this.view?.id && !changes.isBusy(target)) {
          this.#isChangedHere = true;
          this.#begin();
        }
      }),
    ];
    this.#begin();
  }

  /** The study that the current account watches. */
  get view(): WatchView | undefined {
    return this.#view.value;
  }

  /** Watches a study instead of any other. */
  async start(session: SignedIn, study: Study): Promise<void> {
    const { account, stored, studies } = this.dependencies;
    if (account.owner !== session) {
      return;
    }
    const counts = studies.counts(study.id).value;
    this.#view.value = { id: study.id, sighting: { study, counts }, readAt: undefined, failure: undefined };
    this.#begin();
    await stored.set(session, study.id);
  }

  async stop(): Promise<void> {
    this.#view.value = undefined;
    this.#begin();
    await this.dependencies.stored.clear();
  }

  dispose(): void {
    this.#waiting.abort();
    this.#subscriptions.forEach((subscription) => subscription.dispose());
  }

  #remembered(): WatchView | undefined {
    const { account, stored } = this.dependencies;
    const id = account.owner && stored.of(account.owner);
    return id && { id, sighting: undefined, readAt: undefined, failure: undefined };
  }

  /** Reads as soon as possible. */
  #begin(): void {
    this.#dueAt = 0;
    this.#failures = 0;
    this.#changed.fire();
    this.#resume();
  }

  #resume(): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    detached(this.#readAgainAndAgain(this.#waiting.signal), this.dependencies.log);
  }

  async #readAgainAndAgain(signal: AbortSignal): Promise<void> {
    const { account, clock, focus } = this.dependencies;
    while (!signal.aborted && focus.isFocused) {
      const { owner } = account;
      const id = this.view?.id;
      if (owner === undefined || id === undefined) {
        return;
      }
      const wait = this.#dueAt - clock.now();
      // A longer wait means that the computer's clock was set back.
      if (wait > 0 && wait <= maxPauseMs) {
        await clock.sleep(wait, signal);
      } else {
        // Set before reading, so that a window that gets focus in the meantime doesn't read twice.
        this.#dueAt = clock.now() + pauseMs;
        await this.#read(owner, id);
      }
    }
  }

  async #read(owner: SignedIn, id: StudyId): Promise<void> {
    const { studies, account, changes, clock } = this.dependencies;
    const wasChangedHere = this.#isChangedHere;
    const result = await studies.readStudy(owner, id);
    const counted = result.ok && mayHaveSubmissions(result.value) ? await studies.readCounts(id) : undefined;
    const { view } = this;
    if (account.owner !== owner || view?.id !== id) {
      return;
    }
    const failure = result.ok ? counted?.failure : result.failure;
    this.#planNext(failure);
    const sighting = result.ok ? { study: result.value, counts: counted?.value } : view.sighting;
    this.#view.value = {
      id,
      sighting,
      readAt: failure === undefined ? new Date(clock.now()) : view.readAt,
      failure,
    };
    this.#changed.fire();
    if (result.ok && sighting !== undefined) {
      const isChangedHere = this.#isChangedHere || changes.isBusy({ studyId: id });
      // A change that ended during this read may show only in the next one.
      this.#isChangedHere = this.#isChangedHere && !wasChangedHere;
      this.#notifyNews(view.readAt && view.sighting, sighting, isChangedHere);
    } else if (failure?.kind === 'notFound' || failure?.kind === 'forbidden') {
      this.#end(goneText(view.sighting));
    }
  }

  #planNext(failure: Failure | undefined): void {
    this.#failures = failure === undefined ? 0 : this.#failures + 1;
    const asked = failure !== undefined && isHttpFailure(failure) ? (failure.retryAfterMs ?? 0) : 0;
    const pause = Math.max(asked, pauseMs * 2 ** Math.min(this.#failures, 10));
    this.#dueAt = this.dependencies.clock.now() + Math.min(pause, maxPauseMs);
  }

  /** Neither what the user did nor what the first read shows is news to them. */
  #notifyNews(before: Sighting | undefined, now: Sighting, isChangedHere: boolean): void {
    if (isIn(now.study, 'COMPLETED')) {
      this.#end(completedText(now));
      return;
    }
    const news = before === undefined ? [] : newsOf(before, now);
    news
      .filter((kind) => kind !== 'paused' || !isChangedHere)
      .forEach((kind) => this.#notifyWithStop(newsText(kind, now)));
  }

  #end(message: string): void {
    detached(this.stop(), this.dependencies.log);
    this.#notify(message, []);
  }

  #notifyWithStop(message: string): void {
    this.#notify(message, [{ label: l10n.t('Stop Watching'), value: 'stop' }]);
  }

  #notify(message: string, choices: readonly { readonly label: string; readonly value: 'stop' }[]): void {
    const { prompts, log } = this.dependencies;
    const notified = prompts.notify({ severity: 'info', message, choices });
    detached(
      notified.then((choice) => (choice === 'stop' ? this.stop() : undefined)),
      log,
    );
  }
}
