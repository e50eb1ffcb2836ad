import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maxRetryAfterMs, readRetryAfter } from '../../../../src/api/http/failures';
import { Redacted } from '../../../../src/api/redacted';
import type { Failure } from '../../../../src/api/failure';
import { RequestLimiter } from '../../../../src/api/http/requestLimiter';
import { retryDelayMs } from '../../../../src/api/http/retry';
import { failWith, tooManyRequests } from '../../../sandbox/faults';
import { largeLab } from '../../../sandbox/labs/large';
import { ApiBench, failureOf, rejectionOf, valueOf } from '../support';

function rateLimited(retryAfterMs: number | undefined): Failure {
  return {
    kind: 'rateLimited',
    request: { method: 'GET', path: '/' },
    effect: 'none',
    status: 429,
    retryAfterMs,
    body: new Redacted({ title: undefined, detail: undefined, fields: new Map() }),
  };
}

describe('api: how long to wait', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  for (const [header, ms] of [
    ['0', 0],
    ['7', 7_000],
    [' 7 ', 7_000],
    ['86400', maxRetryAfterMs],
    ['99999999999999999999999', maxRetryAfterMs],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:59:00 GMT', 0],
    ['Sun, 01 Mar 2099 12:00:00 GMT', maxRetryAfterMs],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['tomorrow GMT', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const) {
    it(`Retry-After ${header === undefined ? 'absent' : `“${header}”`} is read as ${ms ?? 'nothing'}`, () => {
      assert.equal(readRetryAfter(header, now), ms);
    });
  }

  it('is at least what the server asks for, doubles with each attempt, and has jitter of the same size', () => {
    fc.assert(
      fc.property(
        fc.option(fc.nat(maxRetryAfterMs), { nil: undefined }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asked, attempt, random) => {
          const own = retryDelayMs(rateLimited(asked), attempt, 500, random) - (asked ?? 0);
          const least = 500 * 2 ** (attempt - 1);
          assert(own >= least && own <= 2 * least, `${own} ms after try ${attempt}`);
        },
      ),
    );
  });

  it('differs between callers that have to wait', () => {
    const pauses = new Set(Array.from({ length: 50 }, () => retryDelayMs(rateLimited(undefined), 1, 10_000)));
    assert(pauses.size > 10, 'all would come back at the same time');
  });
});

describe('api: waiting because the server asks for it', () => {
  const bench = new ApiBench();
  const started = () => bench.sandbox.requests.map(({ at }) => at);

  it('a read waits as long as Retry-After says and then succeeds, and its caller is told', async () => {
    bench.sandbox.fault({ times: 1 }, tooManyRequests(1));
    const waits: number[] = [];
    valueOf(await bench.client.getUser({ onWait: (ms) => waits.push(ms) }));
    const [first = 0, second = 0] = started();
    assert(second - first >= 990, `tried again after ${second - first} ms`);
    assert.equal(waits.length, 1);
    assert((waits[0] ?? 0) >= 1000, `told of ${waits[0] ?? 0} ms`);
  });

  it('the caller hears about a 429 without Retry-After and a 503 with it, but about no other pause', async () => {
    for (const [fault, told] of [
      [tooManyRequests(), 2],
      [failWith(503, { headers: { 'retry-after': '0' } }), 2],
      [failWith(503), 0],
    ] as const) {
      const handle = bench.sandbox.fault({}, fault);
      let waits = 0;
      failureOf(await bench.client.getUser({ onWait: () => (waits += 1) }));
      assert.equal(waits, told);
      handle.clear();
    }
  });

  it('aborting ends the wait at once', async () => {
    bench.sandbox.fault({}, tooManyRequests(30));
    const aborting = new AbortController();
    const result = await bench.client.getUser({ signal: aborting.signal, onWait: () => aborting.abort() });
    const { kind, effect } = failureOf(result);
    assert.deepEqual([kind, effect, bench.sandbox.requests.length], ['aborted', 'none', 1]);
  });

  it('an error thrown by the listener does not make the call fail', async () => {
    bench.sandbox.fault({}, tooManyRequests());
    const onWait = () => {
      throw new Error('a bug of the caller');
    };
    await assert.rejects(bench.client.getUser({ onWait }), /a bug of the caller/);
  });

  it('no other read is sent in the meantime, and each caller is told', async () => {
    bench.sandbox.reset(largeLab(200));
    bench.sandbox.behavior.maxPageSize = 20;
    bench.sandbox.fault({ query: { offset: '20' }, times: 1 }, tooManyRequests(1));
    let waits = 0;
    const { items } = valueOf(await bench.client.getWorkspaces({ onWait: () => (waits += 1) }));
    assert.equal(items.length, 200);
    assert(waits > 1, 'only one of the requests that wait told of it');
    assert(waits <= 10, `10 pages waited ${waits} times`);
    const times = started();
    const longestGap = Math.max(...times.map((at, index) => at - (times[index - 1] ?? at)));
    assert(longestGap >= 900, `the longest quiet was ${longestGap} ms`);
    assert(times.length <= 14, `${times.length} requests for 10 pages`);
  });

  it('a caller is told once about a pause, even if a timer ends before it does', async () => {
    const limiter = new RequestLimiter(4);
    let waits = 0;
    for (let pause = 0; pause < 20; pause++) {
      limiter.pauseReads(1.9);
      await limiter.run('read', () => Promise.resolve(), { onWait: () => (waits += 1) });
    }
    assert.equal(waits, 20);
  });

  it('a write does not wait with the reads', async () => {
    bench.sandbox.fault({ operation: 'get-user' }, tooManyRequests(30));
    const { workspace } = bench.subjects;
    const aborting = new AbortController();
    const { signal } = aborting;
    await new Promise<void>((resolve) => void bench.client.getUser({ signal, onWait: () => resolve() }));
    const reads = Array.from({ length: 6 }, () => bench.client.getWorkspace(workspace, { signal }));
    valueOf(await bench.client.updateWorkspace(workspace, { title: 'Renamed' }));
    aborting.abort();
    assert.deepEqual(
      (await Promise.all(reads)).map((read) => failureOf(read).kind),
      reads.map(() => 'aborted'),
    );
  });

  it('a write is not retried; its failure says how long to wait', async () => {
    bench.sandbox.fault({}, tooManyRequests(30));
    const { kind, effect, retryAfterMs } = rejectionOf(await bench.client.createWorkspace({ title: 'New' }));
    assert.deepEqual([kind, effect, retryAfterMs], ['rateLimited', 'none', 30_000]);
    assert.equal(bench.sandbox.requests.length, 1);
  });
});
