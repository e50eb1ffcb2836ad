import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAddresses, readAddressesInTurns } from '../../src/addresses/addresses';
import { readSourceInTurns } from '../../src/addresses/source';
import { entriesOfColumn, entriesOfColumnInTurns, readTable } from '../../src/addresses/table';
import { median, print, type Figure } from './figures';

const count = 10_000;
const rounds = 15;
const turnBudgetMs = 50;
const megabyte = 1_000_000;

const people = Array.from({ length: count }, (_, index) => ({
  name: `Jane${index} Doe`,
  address: `Jane.Doe${index}@students.example.org`,
}));

const pastes: Readonly<Record<string, string>> = {
  'a column': people.map(({ address }) => address).join('\r\n'),
  'names and brackets': people.map(({ name, address }) => `"${name}" <${address}>`).join(', '),
  'rows of a table': people.map(({ name, address }) => `${name},${address},Collaborator`).join('\n'),
};

/** Long texts for which a careless parser takes quadratic time. */
const hostile = ['"\\', '("', '((@)', 'a(b)@', '<a@', ',a', '@', '.', "'"];

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The longest that other work had to wait meanwhile, in milliseconds. */
async function longestBlock(run: () => unknown): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The probe measures from one tick to the next, so it needs a few before the run.
  await sleep(20);
  await run();
  await sleep(5);
  delay.disable();
  return delay.max / 1e6;
}

function addressesIn(text: string): number {
  return readAddresses(text).filter(({ kind }) => kind === 'valid').length;
}

async function benchPaste(what: string, text: string): Promise<readonly Figure[]> {
  assert.equal(addressesIn(text), count, `${what}: not every address was read`);
  const bare: number[] = [];
  const ours: number[] = [];
  // Alternating, so that other load on the machine affects both alike.
  for (let round = 0; round < rounds; round++) {
    bare.push(timed(() => text.split(/[\s,;]+/)));
    ours.push(timed(() => readAddresses(text)));
  }
  const blocks: number[] = [];
  for (let round = 0; round < rounds; round++) {
    blocks.push(await longestBlock(() => readAddressesInTurns(text)));
  }
  return [
    { what: `${what}: bare split(/[\\s,;]+/)`, value: median(bare), unit: 'ms' },
    { what: `${what}: readAddresses`, value: median(ours), unit: 'ms', budget: 100 },
    { what: `${what}: the slowest round`, value: Math.max(...ours), unit: 'ms' },
    { what: `${what}: longest block, readAddressesInTurns`, value: median(blocks), unit: 'ms', budget: turnBudgetMs },
  ];
}

export async function benchInvitations(): Promise<void> {
  const first = timed(() => readAddresses(pastes['a column'] ?? ''));
  const figures: Figure[] = [{ what: 'a column: the first time, cold', value: first, unit: 'ms', budget: 100 }];
  for (const [what, text] of Object.entries(pastes)) {
    figures.push(...(await benchPaste(what, text)));
  }
  print(`Reading ${count} pasted addresses, median of ${rounds} rounds`, figures);

  await benchFiles();
  const slowest = Math.max(
    ...hostile.map((piece) => timed(() => readAddresses(piece.repeat(megabyte / piece.length)))),
  );
  print('Hostile text of 1 MB', [{ what: 'the slowest', value: slowest, unit: 'ms', budget: 1_000 }]);
}

async function benchFiles(): Promise<void> {
  const text = `name,email,role\n${pastes['rows of a table'] ?? ''}`;
  const table = readTable(text);
  assert.equal(entriesOfColumn(table, 1).length, count);
  const file = (pastes['names and brackets'] ?? '').repeat(8);
  const blocks = {
    [`table of ${count} rows, readSourceInTurns`]: () => readSourceInTurns(text),
    [`table of ${count} rows, entriesOfColumnInTurns`]: () => entriesOfColumnInTurns(table, 1),
    [`list of ${(file.length / megabyte).toFixed(1)} MB, readSourceInTurns`]: () => readSourceInTurns(file),
  };
  const figures: Figure[] = [];
  for (const [what, run] of Object.entries(blocks)) {
    const found: number[] = [];
    for (let round = 0; round < 5; round++) {
      found.push(await longestBlock(run));
    }
    figures.push({ what, value: median(found), unit: 'ms', budget: turnBudgetMs });
  }
  print('Files: the longest block, median of 5 rounds', figures);
}
