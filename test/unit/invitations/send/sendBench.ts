import assert from 'node:assert/strict';
import type { Person } from '../../../../src/invitations/ledger/person';
import { isFinished } from '../../../../src/invitations/ledger/person';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { readRecord } from '../../../../src/invitations/ledger/records/records';
import { OwnRun } from '../../../../src/invitations/ledger/ownRun';
import { systemClock } from '../../../../src/platform/clock';
import { Brake } from '../../../../src/invitations/send/brake';
import { type RunOutcome, sendInvitations, type SendMode } from '../../../../src/invitations/send/sendInvitations';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { WorkspaceStore } from '../../../../src/workspaces/store/workspaceStore';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { instantClock } from '../../support/instantClock';
import { MemorySecrets } from '../../support/session/memorySecrets';
import { adasToken, openWindow } from '../../support/session/signedInSession';

/** Where the sandbox's faults strike an invitation. */
export const route = { method: 'POST', path: '/invitations/' } as const;

interface Options {
  readonly cancelAfter?: number;
  /** Then the pauses are real. */
  readonly cancelWhileWaiting?: boolean;
  /** Counts the writes of people, the reservation being the first. */
  readonly ledgerFailsAt?: number;
  /** Continues one at a time if a batch is rejected without naming anybody. */
  readonly thenOneByOne?: boolean;
  readonly mode?: SendMode;
}

/** Records every outcome that is written to the ledger. */
class WatchedSecrets extends MemorySecrets {
  readonly written: (readonly Person[])[] = [];
  failsAt = Infinity;

  override store(key: string, value: string): Promise<void> {
    const record = readRecord(key, value);
    if (record.kind === 'people') {
      this.written.push(record.people);
      if (this.written.length >= this.failsAt) {
        return Promise.reject(new Error('no keyring'));
      }
    }
    return super.store(key, value);
  }
}

/** Sends invitations to the sandbox through the real client and ledger. One per `describe`. */
export class SendBench {
  #sandbox: Sandbox | undefined;
  #secrets = new WatchedSecrets();
  waits: number[] = [];
  progress: number[] = [];

  constructor() {
    before(async () => {
      this.#sandbox = await startSandbox();
    });
    beforeEach(() => {
      this.sandbox.reset();
      this.#secrets = new WatchedSecrets();
      this.waits = [];
      this.progress = [];
    });
    afterEach(() => assert.deepEqual(this.sandbox.violations, []));
    after(() => this.#sandbox?.stop());
  }

  get sandbox(): Sandbox {
    assert(this.#sandbox !== undefined, 'the sandbox has not been started');
    return this.#sandbox;
  }

  get calls(): number {
    return this.sandbox.requests.filter(({ method }) => method === 'POST').length;
  }

  /** Every outcome that was written to the ledger, in order. */
  get writtenOutcomes(): readonly (readonly string[])[] {
    return this.#secrets.written.map((people) => people.map(({ outcome }) => outcome));
  }

  async send(
    addresses: readonly string[],
    {
      cancelAfter = Infinity,
      cancelWhileWaiting = false,
      ledgerFailsAt = Infinity,
      thenOneByOne = false,
      mode = 'batches',
    }: Options = {},
  ): Promise<RunOutcome> {
    const { sandbox } = this;
    const { sessions, account, session, workspace } = await this.#signIn();
    const role = 'WORKSPACE_COLLABORATOR';
    const ledger = new Ledger(this.#secrets, account);
    const run = {
      workspace,
      role,
      people: addresses.map((address) => ({ address })),
      agreedTo: new Set<string>(),
      sendsDespiteGap: false,
    } as const;
    const ownRun = new OwnRun({ ledger, clock: instantClock }, session, run);
    assert.equal(await ownRun.reserve(), undefined);
    assert.equal(await ownRun.confirm(), undefined);
    this.#secrets.failsAt = ledgerFailsAt;
    const brake = new Brake({ sessions, account }, session);
    const cancel = () => brake.stop({ kind: 'canceled' });
    const options = (sendMode: SendMode) => ({
      ownRun,
      brake,
      mode: sendMode,
      send: async (batch: readonly string[]) => {
        const result = await session.client.createInvitation({ workspace: workspace.id, addresses: batch, role });
        if (sandbox.requests.length >= cancelAfter) {
          cancel();
        }
        return result;
      },
      onWait: (ms: number) => {
        this.waits.push(ms);
        if (cancelWhileWaiting) {
          setTimeout(cancel, 10);
        }
      },
      clock: cancelWhileWaiting ? systemClock : instantClock,
      onProgress: () => void this.progress.push(ownRun.people.filter(isFinished).length),
    });
    const first = await sendInvitations(options(mode));
    const continues = thenOneByOne && first.stoppedBy?.kind === 'rejectedNamingNobody';
    const result = continues ? await sendInvitations(options('oneByOne')) : first;
    await ownRun.end(undefined);
    brake.dispose();
    return { ...result, runId: ownRun.id, people: ownRun.people.filter(isFinished) };
  }

  async #signIn() {
    const { sessions } = openWindow(this.sandbox);
    await sessions.signIn(adasToken);
    const account = new CurrentAccount(sessions);
    const store = new WorkspaceStore(account);
    await store.whenRead();
    const session = sessions.current;
    const workspace = store.get(this.sandbox.state.workspaceTitled('Perception lab').id);
    assert(session.kind === 'signedIn' && workspace !== undefined, 'the sandbox does not know Ada or her lab');
    this.sandbox.clearRequests();
    return { sessions, account, session, workspace };
  }
}

export function students(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `student${index}@example.edu`);
}

export function outcomes({ people }: Pick<RunOutcome, 'people'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of people) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
