import assert from 'node:assert/strict';
import { Redacted } from '../../../src/api/redacted';
import { isHttpFailure, isTransient, type Failure, type NoResponse, type HttpFailure } from '../../../src/api/failure';
import { describeFailure } from '../../../src/text/failureText';

const about = { request: { method: 'POST', path: '/api/v1/invitations/' }, effect: 'unknown' } as const;

/** One of each kind. Adding a kind without an entry here is a type error. */
const withoutAnswer: Readonly<Record<NoResponse['kind'], NoResponse>> = {
  aborted: { ...about, kind: 'aborted' },
  sessionEnded: { kind: 'sessionEnded', effect: 'none' },
  timedOut: { ...about, kind: 'timedOut', afterMs: 30_000 },
  network: { ...about, kind: 'network', code: 'ECONNRESET' },
  certificate: { ...about, kind: 'certificate', code: 'CERT_HAS_EXPIRED' },
  redirected: { ...about, kind: 'redirected' },
  tooLarge: { ...about, kind: 'tooLarge' },
  unreadable: { ...about, kind: 'unreadable', problem: 'the answer is not JSON' },
};

const statuses: Readonly<Record<HttpFailure['kind'], number>> = {
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 400,
  rateLimited: 429,
  server: 503,
  unexpectedStatus: 405,
};

function rejections(): readonly Failure[] {
  const body = new Redacted({ title: 'Title', detail: 'What the server says.', fields: new Map() });
  return Object.entries(statuses).map(([kind, status]) => {
    assert(isRefusalKind(kind));
    return { ...about, kind, status, body, retryAfterMs: undefined };
  });
}

function isRefusalKind(kind: string): kind is HttpFailure['kind'] {
  return kind in statuses;
}

const failures = [...Object.values(withoutAnswer), ...rejections()];

describe('api: every failure', () => {
  for (const failure of failures) {
    it(`${failure.kind} has its own sentence and a way out`, () => {
      const { message, remedies } = describeFailure(failure);
      assert.match(message, /^\p{Lu}.*\.$/su);
      assert(remedies.length > 0, 'the user is left with nothing to do');
      const same = failures.filter((other) => describeFailure(other).message === message);
      assert.deepEqual(same, [failure], 'another failure has the same sentence');
    });
  }

  it('says whether a retry may help', () => {
    const passing = failures.filter(isTransient).map(({ kind }) => kind);
    assert.deepEqual(passing.sort(), ['network', 'rateLimited', 'server', 'timedOut']);
  });

  it('with status 408 may be retried, with another unusual status it may not', () => {
    const [odd] = failures.filter(({ kind }) => kind === 'unexpectedStatus');
    assert(odd !== undefined && isHttpFailure(odd));
    assert.deepEqual([isTransient({ ...odd, status: 408 }), isTransient(odd)], [true, false]);
  });
});
