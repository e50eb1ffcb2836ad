import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Failure } from '../../../../src/api/failure';
import { readNumberedPages } from '../../../../src/api/operations/numberedPaging';
import { fail, succeed, type Result } from '../../../../src/api/result';
import type { Page } from '../../../../src/api/schema/page';
import { rejected } from '../../support/apiValues';
import { failureOf, valueOf } from '../support';

interface Item {
  readonly id: string;
}

const pageSize = 20;

interface Server {
  readonly length: number;
  /** The most rows a page may have. */
  readonly cap?: number;
  /** The server counts these rows but never returns them. */
  readonly dropped?: ReadonlySet<number>;
  readonly links?: boolean;
  readonly counts?: boolean;
  readonly pastTheEnd?: 'error' | 'empty';
}

/** A list whose pages are numbered, as the service returns it. */
function numberedServer({ length, cap = pageSize, dropped, links, counts, pastTheEnd = 'error' }: Server) {
  const numbers: number[] = [];
  const size = Math.min(cap, pageSize);
  const last = Math.max(1, Math.ceil(length / size));
  const readPage = async (number: number): Promise<Result<Page<Item>, Failure>> => {
    numbers.push(number);
    await Promise.resolve();
    if (number > last && pastTheEnd === 'error') {
      return fail(rejected('notFound', 404));
    }
    const rows = range((number - 1) * size, Math.min(number * size, length)).filter(
      (row) => dropped?.has(row) !== true,
    );
    const items = rows.map((row) => ({ id: String(row) }));
    return succeed({
      items,
      rows: items.length,
      isLast: links ? number >= last : undefined,
      count: counts ? length : undefined,
    });
  };
  return { numbers, readPage, last };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

function read(server: Pick<ReturnType<typeof numberedServer>, 'readPage'>) {
  return readNumberedPages(server.readPage, { pageSize });
}

describe('api: reading a list of numbered pages to its end', () => {
  const envelopes = fc.constantFrom(
    { links: true, counts: true },
    { links: true, counts: false },
    { links: false, counts: true },
    { links: false, counts: false },
  );

  it('returns each item once and in order, whatever the length, page size, and envelope', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(300),
        fc.integer({ min: 1, max: 30 }),
        envelopes,
        fc.constantFrom<'error' | 'empty'>('error', 'empty'),
        async (length, cap, envelope, pastTheEnd) => {
          const server = numberedServer({ length, cap, ...envelope, pastTheEnd });
          const { items, complete } = valueOf(await read(server));
          assert.deepEqual(
            items.map(({ id }) => Number(id)),
            range(0, length),
          );
          assert(complete, 'a list that was read to its end says that it is incomplete');
          assert.equal(new Set(server.numbers).size, server.numbers.length, 'a page was asked for twice');
          const isToldWhereItEnds = envelope.links || envelope.counts;
          assert.equal(server.numbers.length, server.last + (isToldWhereItEnds || length === 0 ? 0 : 1), 'requests');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('returns every row the server does not drop, however short that makes its pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 3, max: 30 }),
        fc.constantFrom({ links: true, counts: true }, { links: true, counts: false }, { links: false, counts: true }),
        fc.uniqueArray(fc.nat(299), { maxLength: 60 }),
        async (length, cap, envelope, rows) => {
          // Without links, one row reveals how large the server's pages are.
          const dropped = new Set(rows.filter((row) => row > 0));
          const server = numberedServer({ length, cap, ...envelope, dropped });
          const { items, complete } = valueOf(await read(server));
          assert.deepEqual(
            items.map(({ id }) => Number(id)),
            range(0, length).filter((row) => !dropped.has(row)),
          );
          assert(complete, 'rows that are nobody’s to see make the list incomplete');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not read past the end even if a page in the middle is short', async () => {
    const server = numberedServer({ length: 100, links: true, counts: true, dropped: new Set([3, 25, 99]) });
    assert.equal(valueOf(await read(server)).items.length, 97);
    assert.deepEqual(server.numbers, [1, 2, 3, 4, 5]);
  });

  it('skips a page whose rows are all dropped', async () => {
    const server = numberedServer({ length: 60, links: true, counts: true, dropped: new Set(range(20, 40)) });
    assert.equal(valueOf(await read(server)).items.length, 40);
  });

  it('says that the list is incomplete if the server counts more rows than its pages can hold', async () => {
    const { readPage } = numberedServer({ length: 40 });
    const { items, complete } = valueOf(
      await readNumberedPages(
        async (number) => {
          const page = await readPage(number);
          return page.ok ? succeed({ ...page.value, count: 100 }) : page;
        },
        { pageSize },
      ),
    );
    assert.deepEqual([items.length, complete], [40, false]);
  });

  it('ends soon if the server counts rows that no page has', async () => {
    let requests = 0;
    const readPage = (number: number) => {
      requests += 1;
      const items = number === 1 ? [{ id: 'a' }] : [];
      return Promise.resolve(succeed({ items, rows: items.length, isLast: false, count: 1e6 }));
    };
    const { items, complete } = valueOf(await readNumberedPages(readPage, { pageSize }));
    assert.deepEqual([items.length, complete], [1, false]);
    assert(requests < 20, `${requests} requests`);
  });

  it('ends if the server ignores the page number and returns the same rows again', async () => {
    let requests = 0;
    const readPage = () => {
      requests += 1;
      const items = range(0, pageSize).map((row) => ({ id: String(row) }));
      return Promise.resolve(succeed({ items, rows: items.length, isLast: false, count: undefined }));
    };
    assert.equal(valueOf(await readNumberedPages(readPage, { pageSize })).items.length, pageSize);
    assert.equal(requests, 2);
  });

  it('fails if the first page gets a 404, or any page another error', async () => {
    const missing = rejected('notFound', 404);
    assert.equal(failureOf(await readNumberedPages(() => Promise.resolve(fail(missing)), { pageSize })), missing);
    const server = numberedServer({ length: 100, links: true, counts: true });
    const forbidden = rejected('forbidden', 403);
    const result = await readNumberedPages(
      (number) => (number === 3 ? Promise.resolve(fail(forbidden)) : server.readPage(number)),
      { pageSize },
    );
    assert.equal(failureOf(result), forbidden);
  });

  it('passes on what has arrived after each page', async () => {
    const { readPage } = numberedServer({ length: 45, links: true, counts: true });
    const lengths: number[] = [];
    await readNumberedPages(readPage, { pageSize, onItems: (items) => lengths.push(items.length) });
    assert.deepEqual(lengths, [20, 40, 45]);
  });
});
