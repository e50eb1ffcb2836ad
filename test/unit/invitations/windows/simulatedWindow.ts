import { strict as assert } from 'node:assert';
import { foldAddress } from '../../../../src/addresses/fold';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { InterruptedRuns } from '../../../../src/invitations/ledger/interruptedRuns';
import { RunWriter } from '../../../../src/invitations/ledger/runWriter';
import { type InvitationPlan, planInvitations } from '../../../../src/invitations/plan/plan';
import { earlierInvitations } from '../../../../src/invitations/plan/earlier';
import { runInvitations } from '../../../../src/invitations/send/runInvitations';
import { RunQueue } from '../../../../src/invitations/send/runQueue';
import type { RunOutcome } from '../../../../src/invitations/send/sendInvitations';
import type { Progress, ProgressOptions } from '../../../../src/prompts/prompts';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import type { SignedIn } from '../../../../src/session/session';
import { SessionManager } from '../../../../src/session/sessionManager';
import { TokenStore } from '../../../../src/session/tokenStore';
import { workspaceOf } from '../../support/apiValues';
import { ScriptedPrompts } from '../../support/prompts/scriptedPrompts';
import { VirtualClock } from '../../support/virtualTime';
import { WindowProcess } from '../../support/session/windowProcess';
import type { Computer } from './computer';
import { SimulatedClient } from './simulatedClient';

const perceptionLab = workspaceOf('w1', { title: 'Perception lab' });

/** What a user does when they invite. */
export interface Invite {
  readonly addresses: readonly string[];
  /** How long the review step stays open, in milliseconds. */
  readonly thinksFor: number;
  /** Whether those invited before get another email, and those whose outcome is unknown. */
  readonly again: boolean;
  /** Whether it is sent although earlier invitations could not be read. */
  readonly despiteGap: boolean;
  readonly continuesOneByOne: boolean;
  readonly cancelsAfter: number | undefined;
}

/** What the user has agreed to by choosing Send. */
export interface Send {
  readonly scope: string;
  readonly addresses: readonly string[];
  readonly plannedAt: number;
  readonly agreedAgain: ReadonlySet<string>;
  readonly sendsDespiteGap: boolean;
  run: RunWriter | undefined;
  outcome: RunOutcome | undefined;
}

/** One VS Code window with everything in the extension that concerns sending. The user and Prolific are simulated. */
export class SimulatedWindow {
  readonly process = new WindowProcess();
  readonly clock: VirtualClock;
  readonly secrets;
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly ledger: Ledger;
  readonly runs = new RunQueue();
  readonly sends: Send[] = [];
  /** Whether it stood still for a while, so that others may have taken it for dead. */
  hasFrozen = false;

  constructor(readonly computer: Computer) {
    this.clock = new VirtualClock(computer.time, this.process, computer.timeOfDay);
    this.secrets = computer.secrets.open(this.process);
    this.sessions = new SessionManager({
      tokens: new TokenStore(this.secrets),
      readApiUrl: () => computer.apiUrl,
      createClient: ({ token, onTokenRejected }) => new SimulatedClient(this, token, onTokenRejected),
    });
    this.account = new CurrentAccount(this.sessions);
    this.ledger = new Ledger(this.secrets, this.account, { host: 'here', pid: computer.windows.length });
    const adopt = this.ledger.adopt.bind(this.ledger);
    this.ledger.adopt = (runId, run) => {
      assert.ok(run instanceof RunWriter);
      this.#match(run);
      adopt(runId, run);
    };
    new InterruptedRuns({
      ledger: this.ledger,
      account: this.account,
      clock: this.clock,
      hasProcessEnded: ({ pid }) => computer.windows[pid]?.isAlive === false,
      report: ({ id }) => computer.told.push({ runId: id, by: this }),
    });
    void this.sessions.open();
  }

  get isAlive(): boolean {
    return !this.process.isDead;
  }

  get scope(): string | undefined {
    return scopeOf(this.account.owner);
  }

  die(): void {
    this.process.die();
    this.computer.secrets.windows.delete(this.secrets);
  }

  /** From opening the wizard to the message at the end. */
  async invite(invite: Invite): Promise<void> {
    await this.ledger.whenRead();
    const session = this.sessions.current;
    if (session.kind !== 'signedIn') {
      return;
    }
    const plan = this.#plan(invite);
    const plannedAt = this.computer.time.now;
    await this.clock.sleep(invite.thinksFor);
    const hasGap = this.ledger.gap !== undefined;
    if (plan.toInvite.length === 0 || (hasGap && !invite.despiteGap)) {
      return;
    }
    const send: Send = {
      scope: scopeOf(session) ?? '',
      addresses: plan.toInvite,
      plannedAt,
      agreedAgain: new Set(
        plan.toInvite.map(foldAddress).filter((mailbox) => this.#earlier().has(mailbox) && invite.again),
      ),
      sendsDespiteGap: hasGap,
      run: undefined,
      outcome: undefined,
    };
    this.sends.push(send);
    const { sessions, account, ledger, clock, runs } = this;
    const prompts = new SimulatedPerson(this, invite);
    const run = { session, workspace: perceptionLab, plan, sendsDespiteGap: hasGap };
    send.outcome = await runInvitations({ sessions, account, ledger, clock, runs, prompts }, run);
  }

  /** "Sign Out": with the question about links already answered. */
  async signOut(forgetsLinks: boolean): Promise<void> {
    const { owner } = this.account;
    if (forgetsLinks && owner !== undefined) {
      await this.forget(owner);
    }
    await this.sessions.signOut();
  }

  async forget(owner = this.account.owner): Promise<void> {
    const scope = scopeOf(owner);
    if (owner !== undefined && scope !== undefined) {
      const forget = {
        scope,
        from: this.computer.time.now,
        to: Infinity,
        runs: new Set(this.computer.runIdsOf(scope)),
        isDone: false,
      };
      this.computer.forgets.push(forget);
      const result = await this.ledger.forget(owner);
      forget.to = this.computer.time.now;
      forget.isDone = result.ok;
    }
  }

  #plan({ addresses, again }: Invite): InvitationPlan {
    return planInvitations({
      entries: addresses.map((address) => ({ kind: 'valid', address })),
      members: [],
      earlier: this.#earlier(),
      role: 'WORKSPACE_COLLABORATOR',
      inviteAgain: { invited: again, unknown: again },
    });
  }

  #earlier() {
    return earlierInvitations(this.ledger.peopleOf(perceptionLab.id));
  }

  /** Finds out which of the sends that have begun a run belongs to. */
  #match(run: RunWriter): void {
    const addresses = run.people.map(({ address }) => address);
    const send = this.sends.find(
      (candidate) => candidate.run === undefined && candidate.addresses.join() === addresses.join(),
    );
    assert.ok(send !== undefined, 'a run that nobody has asked for');
    send.run = run;
  }
}

export function scopeOf(owner: Pick<SignedIn, 'origin' | 'account'> | undefined): string | undefined {
  return owner === undefined ? undefined : `${owner.origin}|${owner.account.id}`;
}

/** Responds as instructed, and closes every message. */
class SimulatedPerson extends ScriptedPrompts {
  constructor(
    private readonly window: SimulatedWindow,
    private readonly intent: Invite,
  ) {
    super();
  }

  override async confirm<T>({ choices }: { choices: readonly { readonly value: T }[] }): Promise<T | undefined> {
    await this.window.clock.sleep(2_000);
    return choices.find(({ value }) => value === this.intent.continuesOneByOne)?.value;
  }

  override notify(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  override withProgress<T>(_: ProgressOptions, task: (progress: Progress) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const { cancelsAfter } = this.intent;
    if (cancelsAfter !== undefined) {
      void this.window.clock.sleep(cancelsAfter).then(() => controller.abort());
    }
    return task({ signal: controller.signal, report: () => undefined });
  }
}
