import assert from 'node:assert/strict';
import fc from 'fast-check';
import { failWith } from '../../../sandbox/faults';
import { largeLab } from '../../../sandbox/labs/large';
import type { Handler } from '../../../../src/api/http/handler';
import { type Caller, createCaller } from '../../../../src/api/operations/call';
import type { Listing } from '../../../../src/api/operations/paging';
import { studyOperations } from '../../../../src/api/operations/studies';
import { workspaceOperations } from '../../../../src/api/operations/workspaces';
import { ApiBench, clientOf, failureOf, LogLines, originFrom, valueOf } from '../support';

describe('api: the list of workspaces', () => {
  const bench = new ApiBench();
  const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

  it('arrives complete and in order, whatever the length, page size, and envelope', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(120),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom<'error' | 'empty'>('error', 'empty'),
        async (length, maxPageSize, links, meta, pastTheEnd) => {
          bench.sandbox.reset(largeLab(length));
          Object.assign(bench.sandbox.behavior, { maxPageSize, links, meta, pastTheEnd });
          const { items, complete } = valueOf(await clientOf(bench.sandbox.origin).client.getWorkspaces());
          assert.deepEqual(idsOf(items), idsOf(bench.sandbox.state.workspaces));
          assert(complete, 'the list says that it is incomplete');
          assert.deepEqual(bench.sandbox.violations, []);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is requested page by page, at most four at a time, and each page once', async () => {
    bench.sandbox.reset(largeLab(300));
    Object.assign(bench.sandbox.behavior, { latency: 40, maxPageSize: 20 });
    assert.equal(valueOf(await bench.client.getWorkspaces()).items.length, 300);
    assert.equal(bench.sandbox.maxConcurrentRequests, 4);
    const offsets = bench.sandbox.requests.map(({ path }) => Number(/offset=(\d+)/.exec(path)?.[1]));
    assert.deepEqual(
      offsets.sort((one, other) => one - other),
      Array.from({ length: 15 }, (_, page) => page * 20),
    );
  });

  it('grows with each page, in order', async () => {
    bench.sandbox.reset(largeLab(450));
    const seen: number[] = [];
    await bench.client.getWorkspaces({ onItems: (items) => seen.push(items.length) });
    assert.deepEqual(seen, [200, 400, 450]);
  });

  it('follows no links, wherever they lead', async () => {
    bench.sandbox.reset(largeLab(45));
    Object.assign(bench.sandbox.behavior, {
      linksOrigin: 'https://phish.example.org',
      meta: false,
      maxPageSize: 20,
    });
    assert.equal(valueOf(await bench.client.getWorkspaces()).items.length, 45);
    assert.equal(bench.sandbox.requests.length, 3, 'every request came to the configured origin');
  });

  it('fails with its page, and requests queued ahead are no longer sent', async () => {
    bench.sandbox.reset(largeLab(500));
    Object.assign(bench.sandbox.behavior, { latency: 30, maxPageSize: 20 });
    bench.sandbox.fault({ query: { offset: '20' } }, failWith(403));
    assert.equal(failureOf(await bench.client.getWorkspaces()).kind, 'forbidden');
    const sent = bench.sandbox.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(bench.sandbox.requests.length, sent, 'requests went on after the list had failed');
    assert(sent <= 9, `${sent} of 25 pages were asked for`);
  });

  it('shares the limit of four requests with everything else', async () => {
    Object.assign(bench.sandbox.behavior, { latency: 40, maxPageSize: 1 });
    const { client } = bench;
    await Promise.all([client.getWorkspaces(), client.getUser(), client.getUser(), client.getUser()]);
    assert.equal(bench.sandbox.maxConcurrentRequests, 4);
  });

  it('of projects arrives complete too, each with its workspace', async () => {
    const { state } = bench.sandbox;
    const id = bench.workspaceId();
    const [owner] = state.workspaceTitled('Perception lab').members;
    assert(owner !== undefined);
    const draft = { description: '', type: 'PRIVATE', owner: owner.person, publicDetails: null } as const;
    Array.from({ length: 250 }, (_, index) =>
      state.addProject(id, { ...draft, title: `Wave ${index}` }, state.person(owner.person)),
    );
    const { items } = valueOf(await bench.client.getProjects(id));
    assert.deepEqual(idsOf(items), idsOf(state.workspace(id).projects));
    assert(items.every(({ workspace }) => workspace === id));
  });
});

describe('api: a list longer than the limit', () => {
  for (const [what, read] of [
    ['by offset', (call: Caller) => workspaceOperations(call).getWorkspaces()],
    ['by number', (call: Caller) => studyOperations(call).getStudies('any')],
  ] as const) {
    it(`is truncated, and says so, if its pages are read ${what}`, async () => {
      let pages = 0;
      const send: Handler = (request) => {
        const { offset, page } = Object.fromEntries(request.url.searchParams);
        const start = page === undefined ? Number(offset) : (Number(page) - 1) * 200;
        pages += 1;
        const results = Array.from({ length: 200 }, (_, index) => ({ id: String(start + index), status: 'ACTIVE' }));
        const body = JSON.stringify({ results, meta: { count: 1_000_000 } });
        const exchange = { request, durationMs: 1, status: 200, bytes: 9 * 1024 * 1024 };
        return Promise.resolve({ ok: true, body, exchange });
      };
      const call = createCaller({ origin: originFrom('https://api.prolific.com'), send, log: new LogLines() });
      const { items, complete } = valueOf<Listing<{ readonly id: string }>>(await read(call));
      assert.equal(complete, false);
      assert(items.length > 0 && items.length <= 8 * 200, `${items.length} of a list without an end were kept`);
      assert(pages <= 17, `${pages} pages were asked for`);
    });
  }
});
