import assert from 'node:assert/strict';
import type { Handler } from '../../../../src/api/http/handler';
import { checkToken } from '../../../../src/api/http/tokenCheck';
import { Redacted } from '../../../../src/api/redacted';
import type { Failure, HttpFailure } from '../../../../src/api/failure';
import type { Result } from '../../../../src/api/result';
import { delay, failWith, hang, slowBody } from '../../../sandbox/faults';
import { settle } from '../../support/scriptedClient';
import { operationCases } from '../operations/operationCases';
import { ApiBench, LogLines, failureOf, valueOf } from '../support';

describe('api: aborting a call', () => {
  const bench = new ApiBench();

  const untilRequests = async (count: number) => {
    while (bench.sandbox.requests.length < count) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const ended = (result: Result<unknown, Failure>) => {
    const { kind, effect } = failureOf(result);
    return `${kind}, effect ${effect}`;
  };

  for (const { id, writes, call } of operationCases) {
    it(`${id}: before it is sent, nothing is sent`, async () => {
      assert.equal(
        ended(await call(bench.client, bench.subjects, { signal: AbortSignal.abort() })),
        'aborted, effect none',
      );
      assert.equal(bench.sandbox.requests.length, 0);
    });

    it(`${id}: while the server works, ${writes ? 'a write continues' : 'a read ends at once'}`, async () => {
      bench.sandbox.fault({}, writes ? delay(30) : hang());
      const aborting = new AbortController();
      const result = call(bench.client, bench.subjects, { signal: aborting.signal });
      await untilRequests(1);
      aborting.abort();
      if (writes) {
        valueOf(await result);
      } else {
        assert.equal(ended(await result), 'aborted, effect none');
      }
    });
  }

  it('while its response arrives is told apart from a timeout', async () => {
    bench.sandbox.fault({}, slowBody({ bytes: 1, ms: 20 }));
    const client = bench.use({ timeoutMs: 100 });
    assert.equal(ended(await client.createWorkspace({ title: 'New' })), 'timedOut, effect unknown');
    const aborting = new AbortController();
    const result = bench.use({}).getUser({ signal: aborting.signal });
    await untilRequests(2);
    setTimeout(() => aborting.abort(), 60);
    assert.equal(ended(await result), 'aborted, effect none');
  });

  it('while it waits behind others ends it at once, and it is never sent', async () => {
    bench.sandbox.fault({ operation: 'get-user' }, hang());
    const { client, subjects } = bench;
    const endOthers = new AbortController();
    const others = Array.from({ length: 4 }, () => client.getUser({ signal: endOthers.signal }));
    await untilRequests(4);
    const aborting = new AbortController();
    const queued = client.updateWorkspace(subjects.workspace, { title: 'Never' }, { signal: aborting.signal });
    setTimeout(() => aborting.abort(), 5);
    assert.equal(ended(await queued), 'aborted, effect none');
    endOthers.abort();
    await Promise.all(others);
    valueOf(await client.getWorkspace(subjects.workspace));
    assert.deepEqual(
      bench.sandbox.requests.filter(({ method }) => method !== 'GET'),
      [],
    );
  });

  it('a list also aborts the pages requested ahead', async () => {
    bench.sandbox.behavior.maxPageSize = 1;
    bench.sandbox.fault({ query: { offset: '1' } }, hang());
    const aborting = new AbortController();
    const result = bench.client.getWorkspaces({ signal: aborting.signal });
    await untilRequests(5);
    aborting.abort();
    assert.equal(ended(await result), 'aborted, effect none');
  });

  it('while its token is being checked ends it at once, and leaves the check running for others', async () => {
    bench.sandbox.fault({ operation: 'get-workspace' }, failWith(401));
    const look = bench.sandbox.fault({ operation: 'get-user' }, hang());
    const { subjects } = bench;
    let rejected = 0;
    const client = bench.use({ onTokenRejected: () => (rejected += 1), timeoutMs: 400 });
    const aborting = new AbortController();
    const one = client.getWorkspace(subjects.workspace, { signal: aborting.signal });
    const other = client.getWorkspace(subjects.workspace);
    await untilRequests(3);
    look.clear();
    aborting.abort();
    assert.equal(ended(await one), 'aborted, effect none');
    assert.equal(ended(await other), 'forbidden, effect none');
    assert.equal(rejected, 0);
  });
});

const unauthorized: Omit<HttpFailure, 'request'> = {
  kind: 'unauthorized',
  effect: 'none',
  status: 401,
  body: new Redacted({ title: undefined, detail: undefined, fields: new Map() }),
  retryAfterMs: undefined,
};

describe('api: a rejected token', () => {
  const bench = new ApiBench();

  it('is checked once for all requests rejected at the same time, and reported once', async () => {
    let looks = 0;
    let rejected = 0;
    let answerLook = (): void => undefined;
    const looked = new Promise<void>((resolve) => (answerLook = resolve));
    const accountUrl = new URL('https://api.prolific.com/api/v1/users/me/');
    const refuse: Handler = async ({ method, url }) => {
      if (url.href === accountUrl.href) {
        looks += 1;
        await looked;
      }
      return { ok: false, failure: { ...unauthorized, request: { method, path: url.pathname } } };
    };
    const onTokenRejected = () => (rejected += 1);
    const send = checkToken({ accountUrl, onTokenRejected, log: new LogLines() })(refuse);
    const ask = (path: string) => {
      const url = new URL(path, accountUrl);
      return send({ method: 'GET', url, target: url, body: undefined, attempt: 1 });
    };
    const calls = ['/one/', '/two/', '/three/'].map(ask);
    await new Promise((resolve) => setImmediate(resolve));
    answerLook();
    const kinds = (await Promise.all(calls)).map((response) => (response.ok ? 'ok' : response.failure.kind));
    assert.deepEqual(kinds, ['unauthorized', 'unauthorized', 'unauthorized']);
    assert.deepEqual([looks, rejected], [1, 1]);
    await ask('/later/');
    assert.equal(looks, 2, 'a later rejection is looked at anew');
  });

  it('does not delay a call that was aborted before the check', async () => {
    const accountUrl = new URL('https://api.prolific.com/api/v1/users/me/');
    const never = new Promise<never>(() => undefined);
    const refuse: Handler = ({ method, url }) =>
      url.href === accountUrl.href
        ? never
        : Promise.resolve({ ok: false, failure: { ...unauthorized, request: { method, path: url.pathname } } });
    const send = checkToken({ accountUrl, onTokenRejected: () => undefined, log: new LogLines() })(refuse);
    const url = new URL('/one/', accountUrl);
    const signal = AbortSignal.abort();
    const call = send({ method: 'GET', url, target: url, body: undefined, attempt: 1, signal });
    const response = await Promise.race([call, settle()]);
    assert.ok(response !== undefined, 'the call waits for a check that never ends');
    assert.equal(response.ok ? 'ok' : response.failure.kind, 'aborted');
  });

  it('is reported by a token check itself', async () => {
    let rejected = 0;
    assert.equal(
      failureOf(await bench.use({ token: 'nobody', onTokenRejected: () => (rejected += 1) }).getUser()).kind,
      'unauthorized',
    );
    assert.equal(rejected, 1);
  });

  it('is not reported if the network fails during the check', async () => {
    bench.sandbox.fault({ operation: 'get-workspace' }, failWith(401));
    bench.sandbox.fault({ operation: 'get-user' }, failWith(503));
    let rejected = 0;
    const { subjects } = bench;
    const client = bench.use({ onTokenRejected: () => (rejected += 1) });
    assert.equal(failureOf(await client.getWorkspace(subjects.workspace)).kind, 'forbidden');
    assert.equal(rejected, 0);
  });

  it('that cannot be put into a header is neither sent nor retried', async () => {
    const client = bench.use({ token: 'smart “quotes”' });
    const failure = failureOf(await client.createWorkspace({ title: 'New' }));
    assert.deepEqual([failure.kind, failure.effect], ['network', 'none']);
    failureOf(await client.getUser());
    assert.equal(bench.log.all.length, 2);
    assert.equal(bench.sandbox.requests.length, 0);
  });
});
