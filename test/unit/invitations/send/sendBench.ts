import assert from 'node:assert/strict';
import { fail, succeed } from '../../../../src/api';
import type { Batch } from '../../../../src/invitations/ledger/batch';
import { sendInvitations, type RunOutcome } from '../../../../src/invitations/send/sendInvitations';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { WorkspaceStore } from '../../../../src/workspaces/store/workspaceStore';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { adasToken, openWindow } from '../../support/signedInSession';

/** Where the sandbox's faults strike an invitation. */
export const route = { method: 'POST', path: '/invitations/' } as const;

interface Options {
  readonly cancelAfter?: number;
  /** Then the pauses are real. */
  readonly cancelWhileWaiting?: boolean;
  readonly ledgerFailsAt?: number;
  readonly mode?: 'batches' | 'oneByOne';
}

/** Sends invitations to the sandbox through the real client. One per `describe`. */
export class SendBench {
  #sandbox: Sandbox | undefined;
  kept: Batch[] = [];
  waits: number[] = [];
  progress: number[] = [];

  constructor() {
    before(async () => {
      this.#sandbox = await startSandbox();
    });
    beforeEach(() => {
      this.sandbox.reset();
      this.kept = [];
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

  /** What the ledger was told of everybody, each time. */
  get keptOutcomes(): readonly (readonly string[])[] {
    return this.kept.map(({ people }) => people.map(({ outcome }) => outcome));
  }

  async send(
    addresses: readonly string[],
    { cancelAfter = Infinity, cancelWhileWaiting = false, ledgerFailsAt = Infinity, mode = 'batches' }: Options = {},
  ): Promise<RunOutcome> {
    const { sandbox, kept } = this;
    const { client, workspace } = await this.#signIn();
    const role = 'WORKSPACE_COLLABORATOR';
    const controller = new AbortController();
    return sendInvitations(
      { workspace, addresses, role, mode },
      {
        send: async (batch) => {
          const result = await client.createInvitation({ workspace: workspace.id, addresses: batch, role });
          if (sandbox.requests.length >= cancelAfter) {
            controller.abort();
          }
          return result;
        },
        keep: (batch) => {
          kept.push(batch);
          const isBroken = kept.length >= ledgerFailsAt;
          return Promise.resolve(isBroken ? fail({ kind: 'storage', doing: 'writing' }) : succeed(undefined));
        },
        signal: controller.signal,
        onWait: (ms) => {
          this.waits.push(ms);
          if (cancelWhileWaiting) {
            setTimeout(() => controller.abort(), 10);
          }
        },
        ...(cancelWhileWaiting ? {} : { sleep: () => Promise.resolve() }),
        onProgress: (done) => void this.progress.push(done),
      },
    );
  }

  async #signIn() {
    const { sessions } = openWindow(this.sandbox);
    await sessions.signIn(adasToken);
    const store = new WorkspaceStore(new CurrentAccount(sessions));
    await store.whenRead();
    const session = sessions.current;
    const workspace = store.get(this.sandbox.state.workspaceTitled('Perception lab').id);
    assert(session.kind === 'signedIn' && workspace !== undefined, 'the sandbox does not know Ada or her lab');
    this.sandbox.clearRequests();
    return { client: session.client, workspace };
  }
}

export function students(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `student${index}@example.edu`);
}

export function outcomes({ people }: RunOutcome): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of people) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
