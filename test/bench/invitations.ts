import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reading } from '../../src/addresses/reading';
import { readAddresses } from '../../src/addresses/addresses';
import { readSource, readSourceYielding } from '../../src/addresses/source';
import { readColumn, readColumnYielding } from '../../src/addresses/table/readColumn';
import { GivenPeople } from '../../src/invitations/wizard/people/givenPeople';
import { rowsOf, search } from '../../src/invitations/wizard/people/peopleRows';
import { median, print, type Figure } from './figures';

const count = 10_000;
const rounds = 15;
const blockBudgetMs = 50;
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

/** The longest that other work had to wait in the meantime, in milliseconds. */
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

function readWhole(text: string): Reading {
  const source = readSource(text);
  return source.kind === 'people' ? source.reading : readColumn(source.table, source.columns[0]?.index ?? 0);
}

function addressesIn(text: string): number {
  return readWhole(text).entries.filter(({ kind }) => kind === 'valid').length;
}

async function benchPaste(what: string, text: string): Promise<readonly Figure[]> {
  assert.equal(addressesIn(text), count, `${what}: not every address was read`);
  const bare: number[] = [];
  const ours: number[] = [];
  // Alternating, so that other load on the machine affects both alike.
  for (let round = 0; round < rounds; round++) {
    bare.push(timed(() => text.split(/[\s,;]+/)));
    ours.push(timed(() => readWhole(text)));
  }
  const blocks: number[] = [];
  for (let round = 0; round < rounds; round++) {
    blocks.push(await longestBlock(() => readSourceYielding(text)));
  }
  return [
    { what: `${what}: bare split(/[\\s,;]+/)`, value: median(bare), unit: 'ms' },
    { what: `${what}: readSource`, value: median(ours), unit: 'ms', budget: 100 },
    { what: `${what}: the slowest round`, value: Math.max(...ours), unit: 'ms' },
    { what: `${what}: longest block, readSourceYielding`, value: median(blocks), unit: 'ms', budget: blockBudgetMs },
  ];
}

export async function benchInvitations(): Promise<void> {
  const first = timed(() => readSource(pastes['a column'] ?? ''));
  const figures: Figure[] = [{ what: 'a column: the first time, cold', value: first, unit: 'ms', budget: 100 }];
  for (const [what, text] of Object.entries(pastes)) {
    figures.push(...(await benchPaste(what, text)));
  }
  print(`Reading ${count} pasted addresses, median of ${rounds} rounds`, figures);

  benchPeople();
  await benchFiles();
  const slowest = Math.max(...hostile.map((piece) => timed(() => readSource(piece.repeat(megabyte / piece.length)))));
  print('Hostile text of 1 MB', [{ what: 'the slowest, yielding at least every 50 ms', value: slowest, unit: 'ms' }]);
}

/** Each of these runs at one keystroke or click, in one go. */
function benchPeople(): void {
  const entries = readAddresses(pastes['names and brackets'] ?? '');
  const actions = { useAsWritten: () => undefined, edit: () => undefined };
  const found: Record<string, number[]> = {};
  const measure = (what: string, run: () => unknown) => (found[what] ??= []).push(timed(run));
  for (let round = 0; round < rounds; round++) {
    const given = new GivenPeople();
    measure('adding them', () => given.add(entries));
    const { all } = given;
    assert.equal(all.length, count);
    measure('the rows', () => rowsOf(given, all, actions));
    measure('a search', () => search(all, 'doe9999'));
    measure('a tick', () => given.tick(all.slice(0, 500), all.slice(1, 500)));
    measure('typing one more', () => given.read(entries.slice(0, 1)));
    measure('what goes on', () => given.entries);
  }
  const figures = Object.entries(found).map(([what, ms]) => ({
    what,
    value: median(ms),
    unit: 'ms' as const,
    budget: blockBudgetMs,
  }));
  print(`The list of ${count} people, median of ${rounds} rounds`, figures);
}

async function benchFiles(): Promise<void> {
  const text = `name,email,supervisor email\n${people.map(({ name, address }) => `${name},${address},boss@example.org`).join('\n')}`;
  const source = readSource(text);
  assert(source.kind === 'table');
  const { table } = source;
  const email = source.columns[0]?.index ?? 0;
  assert.equal(readColumn(table, email).entries.length, count);
  const file = (pastes['names and brackets'] ?? '').repeat(8);
  const blocks = {
    [`table of ${count} rows, readSourceYielding`]: () => readSourceYielding(text),
    [`table of ${count} rows, readColumnYielding`]: () => readColumnYielding(table, email),
    [`list of ${(file.length / megabyte).toFixed(1)} MB, readSourceYielding`]: () => readSourceYielding(file),
  };
  const figures: Figure[] = [];
  for (const [what, run] of Object.entries(blocks)) {
    const found: number[] = [];
    for (let round = 0; round < 5; round++) {
      found.push(await longestBlock(run));
    }
    figures.push({ what, value: median(found), unit: 'ms', budget: blockBudgetMs });
  }
  print('Files: the longest block, median of 5 rounds', figures);
}
