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
  const harness = new SandboxHarness();
  const me = () => harness.get('/users/me/');
  const invite = (signal?: AbortSignal) =>
    harness.post(
      '/invitations/',
      { association: harness.idOf('Perception lab'), emails: ['new@example.com'], role: collaborator },
      signal === undefined ? {} : { signal },
    );
  const emailCount = (): number => harness.sandbox.invitationsSent.length;

  for (const status of [401, 403, 404, 409, 422, 500, 502, 503]) {
    it(`respond with ${status} and an error body, without processing the request`, async () => {
      harness.sandbox.fault({}, failWith(status));
      const response = await invite();
      assert.equal(response.status, status);
      assert.equal(pick(response.body, 'error', 'status'), status);
      assert.equal(emailCount(), 0);
    });
  }

  it('respond with the body and headers of the test', async () => {
    const content = { type: 'text', text: 'Bad gateway' } as const;
    harness.sandbox.fault({}, failWith(502, { content, headers: { 'x-served-by': 'edge' } }));
    const { text, headers } = await me();
    assert.equal(text, 'Bad gateway');
    assert.equal(headers.get('x-served-by'), 'edge');
  });

  it('can fail after processing the request', async () => {
    harness.sandbox.fault({}, failWith(502, { processed: true }));
    assert.equal((await invite()).status, 502);
    assert.equal(emailCount(), 1);
  });

  it('send Retry-After in seconds, as a date or not at all', async () => {
    harness.sandbox.fault({ times: 1 }, tooManyRequests(3));
    harness.sandbox.fault({ times: 1 }, tooManyRequests(new Date('2026-05-02T09:30:00Z')));
    harness.sandbox.fault({ times: 1 }, tooManyRequests());
    assert.equal((await me()).headers.get('retry-after'), '3');
    assert.equal((await me()).headers.get('retry-after'), 'Sat, 02 May 2026 09:30:00 GMT');
    const third = await me();
    assert.equal(third.status, 429);
    assert.equal(third.headers.get('retry-after'), null);
  });

  it('respond with 200 and an unexpected body', async () => {
    harness.sandbox.fault({ times: 1 }, respondEmpty());
    harness.sandbox.fault({ times: 1 }, respondHtml());
    harness.sandbox.fault({ times: 1 }, respondWrongShape());
    harness.sandbox.fault({ times: 1 }, respondWith([1, 2]));
    assert.equal((await me()).text, '');
    assert.match((await me()).text, /<html>/);
    assert.equal(pick((await me()).body, 'id'), 7);
    assert.deepEqual((await me()).body, [1, 2]);
  });

  it('change the normal response', async () => {
    harness.sandbox.fault(
      {},
      changeBody((value) => (isRecord(value) ? { ...value, email: 'other@example.org' } : value)),
    );
    assert.equal(pick((await me()).body, 'email'), 'other@example.org');
    assert.equal(pick((await me()).body, 'first_name'), 'Ada');
  });

  it('delay the normal response', async () => {
    harness.sandbox.fault({}, delay(60));
    const start = performance.now();
    assert.equal((await me()).status, 200);
    assert(performance.now() - start >= 55);
  });

  it('never respond, until the client disconnects', async () => {
    harness.sandbox.fault({}, hang());
    await assert.rejects(invite(AbortSignal.timeout(50)), { name: 'TimeoutError' });
    assert.equal(harness.sandbox.requests[0]?.status, 'none');
    assert.equal(emailCount(), 0);
  });

  it('never respond to a request that was processed', async () => {
    harness.sandbox.fault({}, hang({ processed: true }));
    await assert.rejects(invite(AbortSignal.timeout(50)));
    assert.equal(emailCount(), 1);
  });

  it('end hanging requests at a reset', async () => {
    harness.sandbox.fault({}, hang());
    const waiting = assert.rejects(me());
    while (harness.sandbox.requests.length === 0) {
      await pause(1);
    }
    harness.sandbox.reset();
    await waiting;
    assert.deepEqual(harness.sandbox.requests, []);
  });

  it('let the body trickle', async () => {
    harness.sandbox.fault({}, slowBody({ bytes: 100, ms: 5 }));
    const { status, body } = await me();
    assert.equal(status, 200);
    assert.equal(pick(body, 'first_name'), 'Ada');
  });

  it('reset before the request is read', async () => {
    harness.sandbox.fault({}, resetBeforeReading());
    await assert.rejects(invite());
    assert.equal(harness.sandbox.requests[0]?.body, undefined);
    assert.equal(emailCount(), 0);
  });

  it('reset after the request was read, before it is carried out', async () => {
    harness.sandbox.fault({}, resetBeforeProcessing());
    await assert.rejects(invite());
    assert.equal(pick(harness.sandbox.requests[0]?.body, 'role'), collaborator);
    assert.equal(emailCount(), 0);
  });

  it('reset after processing the request: the lost response', async () => {
    harness.sandbox.fault({}, resetAfterProcessing());
    await assert.rejects(invite());
    assert.equal(harness.sandbox.requests[0]?.status, 'none');
    assert.equal(emailCount(), 1);
  });

  for (const framing of ['length', 'chunked'] as const) {
    it(`cut the body off (${framing})`, async () => {
      harness.sandbox.fault({}, cutOff(framing));
      await assert.rejects(me());
    });
  }

  it('redirect to the same origin or another one', async () => {
    const other = await startSandbox();
    harness.sandbox.fault({ times: 1 }, redirect({ path: '/api/v1/users/you/' }));
    harness.sandbox.fault({ times: 1 }, redirect({ origin: other.origin, status: 302 }));
    const first = await me();
    const second = await me();
    await other.stop();
    assert.equal(first.status, 307);
    assert.equal(first.headers.get('location'), `${harness.sandbox.origin}/api/v1/users/you/`);
    assert.equal(second.status, 302);
    assert.equal(second.headers.get('location'), `${other.origin}/api/v1/users/me/`);
  });

  for (const declared of [true, false]) {
    it(`respond with a huge body ${declared ? 'with' : 'without'} a Content-Length`, async () => {
      harness.sandbox.fault({}, hugeBody(1_000_000, { declared }));
      const { text, body, headers } = await me();
      assert.equal(text.length, 1_000_000);
      assert.deepEqual(pick(body, 'results'), []);
      assert.equal(headers.get('content-length'), declared ? '1000000' : null);
    });
  }
});
