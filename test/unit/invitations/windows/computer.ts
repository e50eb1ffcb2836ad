import { readRecord } from '../../../../src/invitations/ledger/records/records';
import { type Run, runOfRecords } from '../../../../src/invitations/ledger/run';
import { TimeOfDay, VirtualTime } from '../../support/virtualTime';
import { SharedSecrets } from '../../support/session/windowSecrets';
import { type CallPlan, Prolific } from './prolific';
import { type Invite, SimulatedWindow } from './simulatedWindow';

export const origins = ['https://api.prolific.com', 'https://staging.example.org'] as const;

/** The least that VS Code takes to hand a secret on is not known; the most that the ledger counts on is a second. */
const maxPropagationMs = 900;

/** One thing that happens. Windows and accounts are counted from zero, and around. */
export type Happening =
  | { readonly what: 'invite'; readonly window: number; readonly invite: Invite }
  | { readonly what: 'open' }
  | { readonly what: 'die'; readonly window: number }
  | { readonly what: 'freeze'; readonly window: number; readonly ms: number }
  | { readonly what: 'sleep'; readonly ms: number; readonly timersRunOn: boolean }
  | { readonly what: 'setClock'; readonly byMs: number }
  | { readonly what: 'signIn'; readonly window: number; readonly account: number }
  | { readonly what: 'signOut'; readonly window: number; readonly forgetsLinks: boolean }
  | { readonly what: 'verifyAgain'; readonly window: number }
  | { readonly what: 'revokeToken' }
  | { readonly what: 'setOrigin'; readonly origin: number }
  | { readonly what: 'forget'; readonly window: number }
  | {
      readonly what: 'breakSecrets';
      readonly window: number;
      readonly operations: readonly string[];
      readonly ms: number;
    }
  | { readonly what: 'wait' };

export interface Story {
  readonly happenings: readonly (readonly [afterMs: number, Happening])[];
  readonly calls: readonly CallPlan[];
  readonly waitsAtLimiter: readonly number[];
  readonly operationMs: readonly number[];
  readonly propagationMs: readonly number[];
}

interface Forget {
  readonly scope: string;
  readonly from: number;
  to: number;
  /** The runs that had begun by then. */
  readonly runs: ReadonlySet<string>;
  isDone: boolean;
}

const accounts = ['ada', 'grace'] as const;

/** A computer on which a story takes place. */
export class Computer {
  readonly time = new VirtualTime();
  readonly timeOfDay = new TimeOfDay();
  readonly secrets: SharedSecrets;
  readonly prolific: Prolific;
  readonly windows: SimulatedWindow[] = [];
  readonly forgets: Forget[] = [];
  readonly told: { readonly runId: string; readonly by: SimulatedWindow }[] = [];
  readonly errors: unknown[] = [];
  /** When the people of each run were first stored. */
  readonly reservedAt = new Map<string, number>();
  apiUrl: string = origins[0];
  #tokens = 0;

  constructor(private readonly story: Story) {
    this.prolific = new Prolific(this.time, story.calls);
    this.secrets = new SharedSecrets(this.time, {
      operation: cycle(story.operationMs),
      propagation: () => Math.min(maxPropagationMs, propagation()),
    });
    const propagation = cycle(story.propagationMs);
    const waits = cycle(story.waitsAtLimiter);
    this.nextWaitAtLimiter = waits;
  }

  readonly nextWaitAtLimiter: () => number;

  get sends() {
    return this.windows.flatMap(({ sends }) => sends);
  }

  runIdsOf(scope: string): readonly string[] {
    return this.sends.flatMap(({ run, ...send }) => (send.scope === scope && run !== undefined ? [run.id] : []));
  }

  /** Whether a run may have been forgotten before its own window could hear of it. */
  wasForgottenJustNow(runId: string): boolean {
    return this.forgets.some(({ runs, to }) => runs.has(runId) && this.time.now < to + 1_000);
  }

  /** What is stored, put together as any window would. */
  storedRun(runId: string): Run | undefined {
    const records = [...this.secrets.values]
      .map(([key, value]) => readRecord(key.split('|').slice(3).join('|'), value))
      .filter((record) => record.kind !== 'unreadable' && record.run === runId);
    return runOfRecords(records);
  }

  async live(): Promise<void> {
    this.open();
    await this.#signIn(0, 0);
    for (const [afterMs, happening] of this.story.happenings) {
      await this.time.pass(afterMs);
      await this.#happen(happening);
    }
  }

  /** Lets everything come to its end: nothing fails any more, and each account is signed in once more for a while. */
  async comeToAnEnd(): Promise<void> {
    this.windows.forEach(({ process, secrets }) => {
      process.thaw();
      secrets.fails = () => false;
    });
    await this.time.pass(120_000);
    // A hundred people one at a time, each of whom waits in turn, take longer.
    for (let minutes = 0; minutes < 30 && this.#isSending; minutes++) {
      await this.time.pass(60_000);
    }
    const scopes = new Set(this.sends.map(({ scope }) => scope));
    for (const scope of scopes) {
      const [origin = '', account] = scope.split('|');
      this.apiUrl = origin;
      const window = this.open();
      this.windows.forEach((other) => void other.sessions.open());
      this.#detach(window.sessions.signIn(this.#newToken(account ?? '')));
      await this.time.pass(180_000);
    }
  }

  open(): SimulatedWindow {
    const window = new SimulatedWindow(this);
    this.windows.push(window);
    return window;
  }

  get #isSending(): boolean {
    return this.windows.some(({ isAlive, sends }) => isAlive && sends.some(({ outcome }) => outcome === undefined));
  }

  #window(index: number): SimulatedWindow | undefined {
    const alive = this.windows.filter(({ isAlive }) => isAlive);
    return alive[index % Math.max(alive.length, 1)];
  }

  #newToken(account: string): string {
    this.#tokens += 1;
    return `${account}-${this.#tokens}`;
  }

  async #signIn(index: number, account: number): Promise<void> {
    const window = this.#window(index);
    if (window !== undefined) {
      this.#detach(window.sessions.signIn(this.#newToken(accounts[account % accounts.length] ?? 'ada')));
      await this.time.pass(2_000);
    }
  }

  async #happen(happening: Happening): Promise<void> {
    switch (happening.what) {
      case 'invite':
        this.#detach(this.#window(happening.window)?.invite(happening.invite));
        return;
      case 'open':
        if (this.windows.filter(({ isAlive }) => isAlive).length < 4) {
          this.open();
        }
        return;
      case 'die':
        this.#window(happening.window)?.die();
        return;
      case 'freeze': {
        const window = this.#window(happening.window);
        if (window !== undefined) {
          window.hasFrozen = true;
          window.process.freeze();
          this.time.after(happening.ms, () => window.process.thaw());
        }
        return;
      }
      case 'sleep':
        this.timeOfDay.aheadMs += happening.timersRunOn ? 0 : happening.ms;
        if (happening.timersRunOn) {
          this.time.skip(happening.ms);
        }
        return;
      case 'setClock':
        this.timeOfDay.aheadMs += happening.byMs;
        return;
      case 'signIn':
        await this.#signIn(happening.window, happening.account);
        return;
      case 'signOut':
        this.#detach(this.#window(happening.window)?.signOut(happening.forgetsLinks));
        return;
      case 'verifyAgain':
        this.#detach(this.#window(happening.window)?.sessions.open());
        return;
      case 'revokeToken': {
        const current = [...this.secrets.values].find(([key]) => key === `token|${this.apiUrl}`)?.[1];
        if (current !== undefined) {
          this.prolific.revoked.add(current);
        }
        return;
      }
      case 'setOrigin':
        this.apiUrl = origins[happening.origin % origins.length] ?? origins[0];
        this.windows.forEach((window) => this.#detach(window.sessions.open()));
        return;
      case 'forget':
        this.#detach(this.#window(happening.window)?.forget());
        return;
      case 'breakSecrets': {
        const window = this.#window(happening.window);
        if (window !== undefined) {
          window.secrets.fails = (operation) => happening.operations.includes(operation);
          this.time.after(happening.ms, () => {
            window.secrets.fails = () => false;
          });
        }
        return;
      }
      case 'wait':
        return;
    }
  }

  #detach(promise: Promise<unknown> | undefined): void {
    promise?.catch((error: unknown) => this.errors.push(error));
  }
}

/** The values one after another, again and again. */
function cycle(values: readonly number[]): () => number {
  let index = 0;
  return () => values[index++ % values.length] ?? 0;
}
