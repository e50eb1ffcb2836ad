import {
  Redacted,
  fail,
  type Failure,
  type Invitation,
  type HttpFailure,
  type Result,
  succeed,
} from '../../../../src/api';
import { readErrorBody } from '../../../../src/api/http/errorBody';

/** How the model server handles one call. Numbers are bit masks over the call's addresses. */
export type Behavior =
  | {
      readonly kind: 'accept';
      /** Addresses missing from the response, and whether they were emailed anyway. */
      readonly leftOut: number;
      readonly mailsLeftOut: boolean;
      readonly letterCase: 'kept' | 'lower' | 'upper';
      readonly isReversed: boolean;
    }
  | { readonly kind: 'reject'; readonly named: number; readonly how: Naming; readonly status: 400 | 422 }
  | { readonly kind: 'rejectNamingNobody'; readonly words: string; readonly status: 400 | 422 }
  | { readonly kind: 'noRight'; readonly status: 401 | 403 | 404 }
  | { readonly kind: 'limit'; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'neverReached' }
  | {
      readonly kind: 'loseAnswer';
      readonly carriedOut: boolean;
      readonly how: 'timedOut' | 'network' | 'unreadable' | 'serverError';
    };

export type Naming = 'byIndex' | 'inAList' | 'inWords';

/** The response to a call, as the server knows it. */
export interface CallRecord {
  readonly addresses: readonly string[];
  readonly response: 'accepted' | 'rejected' | 'rejectedNamingNobody' | 'noRight' | 'limited' | 'neverReached' | 'lost';
  /** The addresses named in the response, with their messages; for `accepted`, the addresses in it. */
  readonly named: ReadonlyMap<string, string>;
  readonly status: number;
}

const request = { method: 'POST', path: '/api/v1/invitations/' } as const;
const mostNamedInWords = 5;

/**
 * A model of Prolific as far as it's known, in any behavior. It rejects whole calls: a rejected call invites nobody, which
 * is likely true of the real service but not documented.
 */
export class ModelServer {
  readonly calls: CallRecord[] = [];
  readonly mails = new Map<string, number>();

  constructor(
    private readonly behaviors: readonly Behavior[],
    readonly members: ReadonlySet<string>,
    /** Rejected by name in every call. */
    private readonly bad: ReadonlySet<string>,
  ) {}

  linkOf(address: string): string {
    return `https://app.prolific.com/invite/${address}`;
  }

  take(addresses: readonly string[]): Result<readonly Invitation[], Failure> {
    const behavior = this.behaviors[this.calls.length] ?? plainAcceptance;
    switch (behavior.kind) {
      case 'accept': {
        const bad = addresses.filter((address) => this.bad.has(address));
        return bad.length > 0 ? this.#reject(addresses, bad, 'byIndex', 400) : this.#accept(addresses, behavior);
      }
      case 'reject': {
        const named = addresses.filter((_, index) => isIn(behavior.named, index)).slice(0, mostNamedInWords);
        return this.#reject(addresses, named, behavior.how, behavior.status);
      }
      case 'rejectNamingNobody':
        return this.#rejectNamingNobody(addresses, behavior.words, behavior.status);
      case 'noRight':
        this.#record(addresses, 'noRight');
        // By then the client has checked users/me/ and reports a 401 on this resource as "forbidden".
        return fail(
          rejection(behavior.status === 404 ? 'notFound' : 'forbidden', behavior.status, { detail: 'No access.' }),
        );
      case 'limit':
        this.#record(addresses, 'limited');
        return fail({ ...rejection('rateLimited', 429, {}), retryAfterMs: behavior.retryAfterMs });
      case 'neverReached':
        this.#record(addresses, 'neverReached');
        return fail({ kind: 'network', code: 'ECONNREFUSED', request, effect: 'none' });
      case 'loseAnswer':
        if (behavior.carriedOut) {
          this.#mail(addresses);
        }
        this.#record(addresses, 'lost');
        return fail(lostResponse(behavior.how));
    }
  }

  #accept(
    addresses: readonly string[],
    behavior: Extract<Behavior, { kind: 'accept' }>,
  ): Result<readonly Invitation[], Failure> {
    const returned = addresses.filter((_, index) => !isIn(behavior.leftOut, index));
    this.#mail(behavior.mailsLeftOut ? addresses : returned);
    this.#record(addresses, 'accepted', new Map(returned.map((address) => [address, ''])));
    const invitations = returned.map((address) => ({
      address: inCase(address, behavior.letterCase),
      status: this.members.has(address) ? 'ACCEPTED' : 'INVITED',
      link: this.linkOf(address),
    }));
    return succeed(behavior.isReversed ? invitations.reverse() : invitations);
  }

  #reject(
    addresses: readonly string[],
    named: readonly string[],
    how: Naming,
    status: 400 | 422,
  ): Result<readonly Invitation[], Failure> {
    if (named.length === 0) {
      return this.#rejectNamingNobody(addresses, 'Bad request.', status);
    }
    const sentence = `These cannot be invited: ${named.map((address) => `"${address}"`).join(', ')}.`;
    const wordsFor = (address: string) =>
      how === 'inWords' ? sentence : `Number ${addresses.indexOf(address)} is bad.`;
    this.#record(addresses, 'rejected', new Map(named.map((address) => [address, wordsFor(address)])));
    const messages = addresses.map((address) => (named.includes(address) ? [wordsFor(address)] : []));
    const details = {
      byIndex: { emails: Object.fromEntries(messages.entries()) },
      inAList: { emails: messages },
      inWords: sentence,
    };
    return fail(rejection('invalid', status, { title: 'Validation error', detail: details[how] }));
  }

  #rejectNamingNobody(
    addresses: readonly string[],
    words: string,
    status: 400 | 422,
  ): Result<readonly Invitation[], Failure> {
    this.#record(addresses, 'rejectedNamingNobody', new Map(addresses.map((address) => [address, words])), status);
    return fail(rejection('invalid', status, { detail: words }));
  }

  #mail(addresses: readonly string[]): void {
    for (const address of addresses.filter((candidate) => !this.members.has(candidate))) {
      this.mails.set(address, (this.mails.get(address) ?? 0) + 1);
    }
  }

  #record(
    addresses: readonly string[],
    response: CallRecord['response'],
    named: CallRecord['named'] = new Map(),
    status = 0,
  ): void {
    this.calls.push({ addresses, response, named, status });
  }
}

export const plainAcceptance: Behavior = {
  kind: 'accept',
  leftOut: 0,
  mailsLeftOut: false,
  letterCase: 'kept',
  isReversed: false,
};

function isIn(mask: number, index: number): boolean {
  return ((mask >> index) & 1) === 1;
}

function inCase(address: string, letterCase: 'kept' | 'lower' | 'upper'): string {
  return { kept: address, lower: address.toLowerCase(), upper: address.toUpperCase() }[letterCase];
}

export function rejection(kind: HttpFailure['kind'], status: number, error: object): HttpFailure {
  const body = new Redacted(readErrorBody(JSON.stringify({ error })));
  return { kind, status, body, request, effect: 'none', retryAfterMs: undefined };
}

function lostResponse(how: 'timedOut' | 'network' | 'unreadable' | 'serverError'): Failure {
  const about = { request, effect: 'unknown' } as const;
  switch (how) {
    case 'timedOut':
      return { kind: 'timedOut', afterMs: 30_000, ...about };
    case 'network':
      return { kind: 'network', code: 'ECONNRESET', ...about };
    case 'unreadable':
      return { kind: 'unreadable', problem: 'the response is not JSON', ...about };
    case 'serverError':
      return { ...rejection('server', 500, { detail: 'Oops.' }), effect: 'unknown' };
  }
}
