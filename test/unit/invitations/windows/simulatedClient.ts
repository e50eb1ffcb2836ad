import { strict as assert } from 'node:assert';
import { type CallOptions, fail, type NewInvitations, type Result, succeed } from '../../../../src/api';
import type { Account, Failure, Invitation } from '../../../../src/api';
import type { Person } from '../../../../src/invitations/ledger/person';
import { accountOf } from '../../support/apiValues';
import { ScriptedClient } from '../../support/scriptedClient';
import { rejection } from '../send/modelServer';
import type { Call } from './prolific';
import type { SimulatedWindow } from './simulatedWindow';

/** The client of one token, in one window. */
export class SimulatedClient extends ScriptedClient {
  constructor(
    private readonly window: SimulatedWindow,
    private readonly token: string,
    private readonly onTokenRejected: (() => void) | undefined,
  ) {
    super();
  }

  override async getUser(): Promise<Result<Account, Failure>> {
    const { prolific } = this.window.computer;
    await this.window.clock.sleep(150);
    if (prolific.revoked.has(this.token)) {
      this.onTokenRejected?.();
      return fail(rejection('unauthorized', 401, {}));
    }
    return succeed(accountOf(this.token.split('-')[0] ?? ''));
  }

  override async createInvitation(
    invitations: NewInvitations,
    { signal, beforeSend }: CallOptions = {},
  ): Promise<Result<readonly Invitation[], Failure>> {
    const { window } = this;
    // It may have to wait for its turn behind reads.
    const waits = window.computer.nextWaitAtLimiter();
    if (waits > 0) {
      await window.clock.sleep(waits, signal);
    }
    const reason = this.#reasonNotToSend(signal);
    if (reason !== undefined) {
      return reason;
    }
    await beforeSend?.();
    const laterReason = this.#reasonNotToSend(signal);
    if (laterReason !== undefined) {
      return laterReason;
    }
    const call = this.#leave(invitations);
    const result = await new Promise<Call['result']>((resolve) => {
      window.computer.prolific.take(call, this.token, invitations, () =>
        window.process.run(() => resolve(call.result)),
      );
    });
    assert.ok(result !== undefined);
    call.isDelivered = true;
    if (!result.ok && result.failure.kind === 'unauthorized') {
      this.onTokenRejected?.();
    }
    return result;
  }

  /** As the real client looks right before a write leaves. */
  #reasonNotToSend(signal: AbortSignal | undefined): { readonly ok: false; readonly failure: Failure } | undefined {
    const request = { method: 'POST', path: '/api/v1/invitations/' } as const;
    if (signal?.aborted === true) {
      return fail({ kind: 'aborted', request, effect: 'none' });
    }
    return this.window.account.owner?.client === this ? undefined : fail({ kind: 'sessionEnded', effect: 'none' });
  }

  /** The moment that matters: from here on emails may be sent. */
  #leave({ addresses }: NewInvitations): Call {
    const { window } = this;
    const { current } = window.sessions;
    assert.ok(
      current.kind === 'signedIn' || current.kind === 'unreachable',
      `a call left a window that is ${current.kind}`,
    );
    assert.equal(window.account.owner?.client, this, 'a call left by the client of a session that has ended');
    const send = window.sends.find(({ run }) => areAll('sending', addresses, run?.people));
    assert.ok(send?.run !== undefined, 'people were sent who are in no run as being sent');
    const { id } = send.run;
    const stored = window.computer.storedRun(id);
    const people = stored?.people.map(({ person }) => person);
    // A suspended window was considered dead in the meantime, so the people of the call were reported as unknown.
    const outcome = stored?.state.kind === 'interrupted' ? 'unknown' : 'sending';
    assert.ok(
      areAll(outcome, addresses, people) || window.computer.wasForgottenJustNow(id),
      'people were sent who are not in the ledger as being sent',
    );
    return {
      runId: id,
      scope: window.scope ?? '',
      addresses,
      leftAt: window.computer.time.now,
      isCarriedOut: false,
      result: undefined,
      isDelivered: false,
    };
  }
}

function areAll(outcome: Person['outcome'], addresses: readonly string[], people: readonly Person[] = []): boolean {
  return addresses.every((address) =>
    people.some((person) => person.address === address && person.outcome === outcome),
  );
}
