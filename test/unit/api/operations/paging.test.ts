import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Redacted } from '../../../../src/api/redacted';
import type { Failure } from '../../../../src/api/failure';
import { readAllPages } from '../../../../src/api/operations/paging';
import type { Page } from '../../../../src/api/schema/page';
import { fail, succeed, type Result } from '../../../../src/api/result';
import { failureOf, valueOf } from '../support';

interface Item {
  readonly id: string;
}

type Answer = Result<Page<Item>, Failure>;

const request = { method: 'GET', path: '/list/' } as const;
const effect = 'none';
const networkFailure = { kind: 'network', code: 'ECONNRESET', request, effect } as const;

function pageOf(ids: readonly number[], { isLast, count, rows = ids.length }: Partial<Page<Item>> = {}): Page<Item> {
  return { items: ids.map((id) => ({ id: String(id) })), rows, isLast, count };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

interface ServerOptions {
  readonly length: number;
  readonly cap: number;
  readonly links?: boolean;
  readonly count?: number | undefined;
  readonly pastTheEnd?: 'error' | 'empty';
}

/** A list as a server returns it, with this many rows per page. */
function listServer({ length, cap, links = false, count, pastTheEnd = 'empty' }: ServerOptions) {
  const offsets: number[] = [];
  const readPage = async (offset: number): Promise<Answer> => {
    offsets.push(offset);
    await Promise.resolve();
    if (offset > 0 && offset >= length && pastTheEnd === 'error') {
      return fail(notFound);
    }
    const end = Math.min(offset + cap, length);
    const isLast = links ? end >= length : undefined;
    return succeed(pageOf(range(offset, end), { isLast, count }));
  };
  return { offsets, readPage };
}

const notFound: Failure = (() => {
  // Only the kind matters here.
  const failure = { kind: 'notFound', request, effect, status: 404, retryAfterMs: undefined } as const;
  return { ...failure, body: new Redacted({ title: undefined, detail: undefined, fields: new Map() }) };
})();

describe('api: reading a list to its end', () => {
  const envelopes = fc.constantFrom('links', 'count', 'both', 'nothing');

  it('returns each item once and in order, whatever the length, page size, and envelope', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(400),
        fc.integer({ min: 1, max: 60 }),
        envelopes,
        fc.constantFrom<'error' | 'empty'>('error', 'empty'),
        async (length, cap, envelope, pastTheEnd) => {
          const links = envelope === 'links' || envelope === 'both';
          const count = envelope === 'count' || envelope === 'both' ? length : undefined;
          const { readPage, offsets } = listServer({ length, cap, links, count, pastTheEnd });
          const { items, complete } = valueOf(await readAllPages(readPage));
          assert.deepEqual(
            items.map(({ id }) => Number(id)),
            range(0, length),
          );
          assert(complete, 'a list that was read to its end says that it is incomplete');
          const pages = Math.max(1, Math.ceil(length / cap));
          assert.equal(offsets.length, envelope === 'nothing' && length > 0 ? pages + 1 : pages, 'requests');
          assert.equal(new Set(offsets).size, offsets.length, 'a page was asked for twice');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('returns no item twice and ends, whatever happens to the list in the meantime', async () => {
    const change = fc.record({ at: fc.nat(60), by: fc.constantFrom<'insert' | 'remove'>('insert', 'remove') });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 10 }),
        envelopes,
        fc.array(change, { maxLength: 20 }),
        async (length, cap, envelope, changes) => {
          const list = range(0, length);
          let asked = 0;
          const readPage = async (offset: number): Promise<Answer> => {
            await Promise.resolve();
            const { at, by } = changes[asked++] ?? {};
            if (at !== undefined) {
              list.splice(at, by === 'remove' ? 1 : 0, ...(by === 'insert' ? [1000 + asked] : []));
            }
            const isLast = envelope === 'links' || envelope === 'both' ? offset + cap >= list.length : undefined;
            const count = envelope === 'count' || envelope === 'both' ? list.length : undefined;
            return succeed(pageOf(list.slice(offset, offset + cap), { isLast, count }));
          };
          const { items } = valueOf(await readAllPages(readPage));
          assert.equal(new Set(items.map(({ id }) => id)).size, items.length, 'an item came twice');
          assert(asked <= (length + 20) / cap + 10, `${asked} requests for ${length} rows, ${cap} a page`);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('continues while there is a next link, even if the count is reached', async () => {
    const { readPage } = listServer({ length: 30, cap: 10, links: true, count: 20 });
    assert.equal(valueOf(await readAllPages(readPage)).items.length, 30);
  });

  it('continues until the count is reached, even without a next link', async () => {
    const readPage = async (offset: number): Promise<Answer> =>
      Promise.resolve(succeed(pageOf(range(offset, Math.min(offset + 10, 30)), { isLast: true, count: 30 })));
    assert.equal(valueOf(await readAllPages(readPage)).items.length, 30);
  });

  it('ignores a count lower than the rows received', async () => {
    const { readPage } = listServer({ length: 30, cap: 10, count: 7 });
    const { items, complete } = valueOf(await readAllPages(readPage));
    assert.deepEqual([items.length, complete], [30, true]);
  });

  for (const pastTheEnd of ['error', 'empty'] as const) {
    it(`says that the list is incomplete if the server counts more rows than it returns (${pastTheEnd})`, async () => {
      const { readPage } = listServer({ length: 30, cap: 10, count: 45, pastTheEnd });
      const { items, complete } = valueOf(await readAllPages(readPage));
      assert.deepEqual([items.length, complete], [30, false]);
    });
  }

  it('ends if the server ignores the offset and returns the same rows again', async () => {
    let requests = 0;
    const readPage = async (): Promise<Answer> => {
      requests += 1;
      return Promise.resolve(succeed(pageOf(range(0, 20), { isLast: false })));
    };
    assert.equal(valueOf(await readAllPages(readPage)).items.length, 20);
    assert.equal(requests, 2);
  });

  it('says so if the server counts more rows but always returns the same ones', async () => {
    const readPage = async (): Promise<Answer> => Promise.resolve(succeed(pageOf(range(0, 20), { count: 45 })));
    const { items, complete } = valueOf(await readAllPages(readPage));
    assert.deepEqual([items.length, complete], [20, false]);
  });

  it('advances by the rows received, including those without an id', async () => {
    const offsets: number[] = [];
    const readPage = async (offset: number): Promise<Answer> => {
      offsets.push(offset);
      const ids = range(offset, Math.min(offset + 10, 30)).filter((id) => id % 10 !== 3);
      return Promise.resolve(succeed(pageOf(ids, { rows: ids.length + 1, isLast: offset >= 20, count: 30 })));
    };
    const { items, complete } = valueOf(await readAllPages(readPage));
    assert.deepEqual([items.length, complete, offsets], [27, true, [0, 10, 20]]);
  });

  it('skips a page with no usable rows', async () => {
    const readPage = async (offset: number): Promise<Answer> =>
      Promise.resolve(
        succeed(pageOf(offset === 10 ? [] : range(offset, offset + 10), { rows: 10, isLast: offset === 20 })),
      );
    assert.equal(valueOf(await readAllPages(readPage)).items.length, 20);
  });

  it('reads one page after another if the pages turn out to have different lengths', async () => {
    const list = range(0, 60);
    const offsets: number[] = [];
    let underWay = 0;
    const atOnce: number[] = [];
    const readPage = async (offset: number): Promise<Answer> => {
      offsets.push(offset);
      atOnce.push((underWay += 1));
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return succeed(pageOf(list.slice(offset, offset + (offset === 10 ? 5 : 10)), { count: list.length }));
    };
    assert.deepEqual(
      valueOf(await readAllPages(readPage)).items.map(({ id }) => Number(id)),
      list,
    );
    assert.deepEqual(offsets, [0, 10, 20, 30, 40, 50, 15, 25, 35, 45, 55]);
    assert.deepEqual(atOnce.slice(-4), [1, 1, 1, 1], 'pages of unknown place were asked for at once');
  });

  it('ends after 1,000 pages and says that the list is incomplete', async () => {
    for (const count of [undefined, 1e9]) {
      let requests = 0;
      const readPage = async (offset: number): Promise<Answer> => {
        requests += 1;
        return Promise.resolve(succeed(pageOf([offset, offset + 1], { count })));
      };
      const { items, complete } = valueOf(await readAllPages(readPage));
      assert.deepEqual([items.length, complete, requests], [2_000, false, 1_000]);
    }
  });

  it('buffers few pages, however slow the awaited one is', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const offsets: number[] = [];
    const server = listServer({ length: 500, cap: 10, count: 500 });
    const reading = readAllPages(async (offset) => {
      offsets.push(offset);
      if (offset === 10) {
        await slow;
      }
      return server.readPage(offset);
    });
    await new Promise((resolve) => setImmediate(resolve));
    const held = offsets.length - 1;
    assert(held >= 4 && held <= 8, `${held} pages were asked for at once`);
    release();
    assert.equal(valueOf(await reading).items.length, 500);
  });

  it('passes on what has arrived after each page', async () => {
    const { readPage } = listServer({ length: 25, cap: 10, count: 25 });
    const lengths: number[] = [];
    await readAllPages(readPage, { onItems: (items) => lengths.push(items.length) });
    assert.deepEqual(lengths, [10, 20, 25]);
  });

  it('keeps the newer of two rows with the same id, in the place of the first', async () => {
    const rows = [
      [
        { id: 'a', title: 'old' },
        { id: 'b', title: 'b' },
      ],
      [
        { id: 'a', title: 'new' },
        { id: 'c', title: 'c' },
      ],
    ];
    const { items } = valueOf(
      await readAllPages((offset) =>
        Promise.resolve(succeed({ items: rows[offset / 2] ?? [], rows: 2, isLast: offset === 2, count: undefined })),
      ),
    );
    assert.deepEqual(
      items.map(({ id, title }) => `${id} ${title}`),
      ['a new', 'b b', 'c c'],
    );
  });

  it('fails if a page fails, and aborts the pages requested ahead', async () => {
    const aborted: number[] = [];
    const result = await readAllPages(async (offset, signal): Promise<Answer> => {
      if (offset === 10) {
        return Promise.resolve(fail(networkFailure));
      }
      if (offset > 10) {
        signal.addEventListener('abort', () => aborted.push(offset));
        return new Promise(() => undefined);
      }
      return Promise.resolve(succeed(pageOf(range(0, 10), { count: 60 })));
    });
    assert.equal(failureOf(result), networkFailure);
    assert.deepEqual(aborted, [20, 30, 40, 50]);
  });

  it('fails if the first page gets a 404', async () => {
    assert.equal(failureOf(await readAllPages(() => Promise.resolve(fail(notFound)))), notFound);
  });
});
