import { fail, type Failure, type Invitation, type NewInvitations, type Result, succeed } from '../../../../src/api';
import { foldAddress } from '../../../../src/addresses/fold';
import type { VirtualTime } from '../../support/virtualTime';
import { rejection } from '../send/modelServer';

/** How Prolific takes one call. */
export interface CallPlan {
  /** Until the request arrives, and from there until its response does, in milliseconds. */
  readonly arrivesAfter: number;
  readonly respondsAfter: number;
  readonly response: 'accept' | 'lose' | 'loseAfterwards' | 'rejectFirst' | 'rejectAll' | 'limit' | 'neverReached';
}

export const promptly: CallPlan = { arrivesAfter: 100, respondsAfter: 400, response: 'accept' };

/** After this long without a response a call has failed, in milliseconds. */
const timeoutMs = 30_000;

/** One call as it left a window. */
export interface Call {
  readonly runId: string;
  readonly scope: string;
  readonly addresses: readonly string[];
  readonly leftAt: number;
  /** Whether Prolific carried it out. */
  isCarriedOut: boolean;
  /** What the window received. Nothing if it was dead by then. */
  result: Result<readonly Invitation[], Failure> | undefined;
  /** Whether that reached a window that was alive. */
  isDelivered: boolean;
}

export interface Email {
  readonly call: Call;
  readonly mailbox: string;
  readonly link: string;
  readonly at: number;
}

const request = { method: 'POST', path: '/api/v1/invitations/' } as const;

/** Prolific as far as it's known: it sends emails, counts them, and returns each link once. */
export class Prolific {
  readonly calls: Call[] = [];
  readonly emails: Email[] = [];
  readonly revoked = new Set<string>();
  #plans: CallPlan[];

  constructor(
    private readonly time: VirtualTime,
    plans: readonly CallPlan[],
  ) {
    this.#plans = [...plans];
  }

  /** Accepts a call. The response arrives later, if the window is still there. */
  take(call: Call, token: string, { addresses }: NewInvitations, tell: (call: Call) => void): void {
    this.calls.push(call);
    const plan = this.#plans.shift() ?? promptly;
    const respond = (result: Result<readonly Invitation[], Failure>, ms: number) => {
      this.time.after(Math.min(ms, timeoutMs), () => {
        call.result = ms > timeoutMs ? fail(lost) : result;
        tell(call);
      });
    };
    if (plan.response === 'neverReached') {
      respond(fail({ kind: 'network', code: 'ECONNREFUSED', request, effect: 'none' }), plan.arrivesAfter);
      return;
    }
    this.time.after(plan.arrivesAfter, () => {
      const result = this.#respond(call, token, addresses, plan.response);
      respond(result, plan.respondsAfter);
    });
  }

  #respond(
    call: Call,
    token: string,
    addresses: readonly string[],
    response: CallPlan['response'],
  ): Result<readonly Invitation[], Failure> {
    if (this.revoked.has(token)) {
      return fail(rejection('unauthorized', 401, { detail: 'Bad token.' }));
    }
    const [first = ''] = addresses;
    switch (response) {
      case 'accept':
        return this.#accept(call, addresses);
      case 'lose':
        return fail(lost);
      case 'loseAfterwards':
        this.#accept(call, addresses);
        return fail(lost);
      case 'rejectFirst':
        return fail(rejection('invalid', 400, { title: 'No.', detail: { emails: { 0: [`${first} is bad.`] } } }));
      case 'rejectAll':
        return fail(rejection('invalid', 400, { detail: 'Bad request.' }));
      case 'limit':
        return fail(rejection('rateLimited', 429, {}));
      case 'neverReached':
        return fail(lost);
    }
  }

  #accept(call: Call, addresses: readonly string[]): Result<readonly Invitation[], Failure> {
    call.isCarriedOut = true;
    return succeed(
      addresses.map((address) => {
        const link = `https://app.prolific.com/invite/${this.emails.length}`;
        this.emails.push({ call, mailbox: foldAddress(address), link, at: this.time.now });
        return { address, status: 'INVITED', link };
      }),
    );
  }
}

const lost: Failure = { kind: 'network', code: 'ECONNRESET', request, effect: 'unknown' };
