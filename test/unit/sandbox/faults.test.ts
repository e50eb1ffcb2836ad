import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import {
  respondEmpty,
  respondHtml,
  respondWith,
  respondWrongShape,
  changeBody,
  cutOff,
  delay,
  failWith,
  hang,
  hugeBody,
  redirect,
  resetAfterProcessing,
  resetBeforeProcessing,
  resetBeforeReading,
  slowBody,
  tooManyRequests,
} from '../../sandbox/faults';
import { isRecord } from '../../sandbox/json';
import { collaborator } from '../../sandbox/model';
import { startSandbox } from '../../sandbox/sandbox';
import { pick, SandboxHarness } from './support';

describe('sandbox: faults', () => {
  const bench = new SandboxHarness();
  const me = () => bench.get('/users/me/');
  const invite = (signal?: AbortSignal) =>
    bench.post(
      '/invitations/',
      { association: bench.idOf('Perception lab'), emails: ['new@example.com'], role: collaborator },
      signal === undefined ? {} : { signal },
    );
  const mails = (): number => bench.sandbox.invitationsSent.length;

  afterEach(() => assert.deepEqual(bench.sandbox.violations, []));

  for (const status of [401, 403, 404, 409, 422, 500, 502, 503]) {
    it(`answer ${status} with an error body, and do not carry out what was asked`, async () => {
      bench.sandbox.fault({}, failWith(status));
      const answered = await invite();
      assert.equal(answered.status, status);
      assert.equal(pick(answered.body, 'error', 'status'), status);
      assert.equal(mails(), 0);
    });
  }

  it('answer with the body and headers of the test', async () => {
    const content = { type: 'text', text: 'Bad gateway' } as const;
    bench.sandbox.fault({}, failWith(502, { content, headers: { 'x-served-by': 'edge' } }));
    const { text, headers } = await me();
    assert.equal(text, 'Bad gateway');
    assert.equal(headers.get('x-served-by'), 'edge');
  });

  it('can fail after what was asked for was carried out', async () => {
    bench.sandbox.fault({}, failWith(502, { processed: true }));
    assert.equal((await invite()).status, 502);
    assert.equal(mails(), 1);
  });

  it('ask for a pause in seconds, as a date or not at all', async () => {
    bench.sandbox.fault({ times: 1 }, tooManyRequests(3));
    bench.sandbox.fault({ times: 1 }, tooManyRequests(new Date('2026-05-02T09:30:00Z')));
    bench.sandbox.fault({ times: 1 }, tooManyRequests());
    assert.equal((await me()).headers.get('retry-after'), '3');
    assert.equal((await me()).headers.get('retry-after'), 'Sat, 02 May 2026 09:30:00 GMT');
    const third = await me();
    assert.equal(third.status, 429);
    assert.equal(third.headers.get('retry-after'), null);
  });

  it('answer 200 with what no client expects', async () => {
    bench.sandbox.fault({ times: 1 }, respondEmpty());
    bench.sandbox.fault({ times: 1 }, respondHtml());
    bench.sandbox.fault({ times: 1 }, respondWrongShape());
    bench.sandbox.fault({ times: 1 }, respondWith([1, 2]));
    assert.equal((await me()).text, '');
    assert.match((await me()).text, /<html>/);
    assert.equal(pick((await me()).body, 'id'), 7);
    assert.deepEqual((await me()).body, [1, 2]);
  });

  it('change the usual answer', async () => {
    bench.sandbox.fault(
      {},
      changeBody((value) => (isRecord(value) ? { ...value, email: 'other@example.org' } : value)),
    );
    assert.equal(pick((await me()).body, 'email'), 'other@example.org');
    assert.equal(pick((await me()).body, 'first_name'), 'Ada');
  });

  it('delay the usual answer', async () => {
    bench.sandbox.fault({}, delay(60));
    const start = performance.now();
    assert.equal((await me()).status, 200);
    assert(performance.now() - start >= 55);
  });

  it('never answer, until the client goes away', async () => {
    bench.sandbox.fault({}, hang());
    await assert.rejects(invite(AbortSignal.timeout(50)), { name: 'TimeoutError' });
    assert.equal(bench.sandbox.requests[0]?.status, 'none');
    assert.equal(mails(), 0);
  });

  it('never answer what was carried out', async () => {
    bench.sandbox.fault({}, hang({ processed: true }));
    await assert.rejects(invite(AbortSignal.timeout(50)));
    assert.equal(mails(), 1);
  });

  it('end what hangs at a reset', async () => {
    bench.sandbox.fault({}, hang());
    const waiting = assert.rejects(me());
    while (bench.sandbox.requests.length === 0) {
      await pause(1);
    }
    bench.sandbox.reset();
    await waiting;
    assert.deepEqual(bench.sandbox.requests, []);
  });

  it('let the body trickle', async () => {
    bench.sandbox.fault({}, slowBody({ bytes: 100, ms: 5 }));
    const { status, body } = await me();
    assert.equal(status, 200);
    assert.equal(pick(body, 'first_name'), 'Ada');
  });

  it('reset before the request is read', async () => {
    bench.sandbox.fault({}, resetBeforeReading());
    await assert.rejects(invite());
    assert.equal(bench.sandbox.requests[0]?.body, undefined);
    assert.equal(mails(), 0);
  });

  it('reset after the request was read, before it is carried out', async () => {
    bench.sandbox.fault({}, resetBeforeProcessing());
    await assert.rejects(invite());
    assert.equal(pick(bench.sandbox.requests[0]?.body, 'role'), collaborator);
    assert.equal(mails(), 0);
  });

  it('reset after the request was carried out: the lost answer', async () => {
    bench.sandbox.fault({}, resetAfterProcessing());
    await assert.rejects(invite());
    assert.equal(bench.sandbox.requests[0]?.status, 'none');
    assert.equal(mails(), 1);
  });

  for (const framing of ['length', 'chunked'] as const) {
    it(`cut the body off (${framing})`, async () => {
      bench.sandbox.fault({}, cutOff(framing));
      await assert.rejects(me());
    });
  }

  it('redirect to the same origin or another one', async () => {
    const other = await startSandbox();
    bench.sandbox.fault({ times: 1 }, redirect({ path: '/api/v1/users/you/' }));
    bench.sandbox.fault({ times: 1 }, redirect({ origin: other.origin, status: 302 }));
    const first = await me();
    const second = await me();
    await other.stop();
    assert.equal(first.status, 307);
    assert.equal(first.headers.get('location'), `${bench.sandbox.origin}/api/v1/users/you/`);
    assert.equal(second.status, 302);
    assert.equal(second.headers.get('location'), `${other.origin}/api/v1/users/me/`);
  });

  for (const declared of [true, false]) {
    it(`answer with a huge body whose length is ${declared ? 'declared' : 'not declared'}`, async () => {
      bench.sandbox.fault({}, hugeBody(1_000_000, { declared }));
      const { text, body, headers } = await me();
      assert.equal(text.length, 1_000_000);
      assert.deepEqual(pick(body, 'results'), []);
      assert.equal(headers.get('content-length'), declared ? '1000000' : null);
    });
  }
});
