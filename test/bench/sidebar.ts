import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as v from 'valibot';
import { account as accountSchema } from '../../src/api/schema/account';
import type { SignedIn } from '../../src/session/session';
import { HandedOutRows } from '../../src/prompts/commandTarget';
import { DrawnRows } from '../../src/sidebar/tree/drawnRows';
import { workspacesRoots } from '../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../src/sidebar/sources';
import { CurrentAccount } from '../../src/session/currentAccount';
import { StudyStore } from '../../src/studies/store/studyStore';
import { ChangeQueue } from '../../src/workspaces/store/changeQueue';
import { WorkspaceDetails } from '../../src/workspaces/store/workspaceDetails';
import { WorkspaceStore } from '../../src/workspaces/store/workspaceStore';
import { cpuTimed, median, print, timed } from './figures';
import { clientOf, latencyMs, pages, readBare, startServer, workspaces, type Server } from './server';

const rounds = 7;
const refreshes = 100;

/** Sessions of an account that stays signed in. */
function sessionsAt(session: SignedIn) {
  return { current: session, onDidChange: () => ({ dispose: () => undefined }) };
}

function signedInAt({ origin }: Server): SignedIn {
  const account = v.parse(accountSchema, { id: 'ada', name: 'Ada' }).value;
  return { kind: 'signedIn', origin, account, client: clientOf(origin) };
}

/** The store and details of a window that was just opened. Reading the list starts here. */
function openTree(session: SignedIn) {
  const sessions = sessionsAt(session);
  const account = new CurrentAccount(sessions);
  const details = new WorkspaceDetails(account);
  const store = new WorkspaceStore(account);
  const studies = new StudyStore(account);
  const changes = new ChangeQueue();
  const sources = (): Sources => ({
    session,
    accountId: session.account.id,
    list: store.list,
    details,
    studies,
    ledger: { peopleOf: () => [], find: () => undefined },
    changes,
    now: Date.now(),
  });
  /** Creates all root rows and their appearances. */
  const rows = new DrawnRows(sources, new HandedOutRows(), workspacesRoots);
  const draw = () => rows.children().map((row) => rows.appearance(row)).length;
  return { store, rows, draw };
}

interface Times {
  readonly firstRows: number;
  readonly read: number;
  readonly drawn: number;
}

/** VS Code draws when the first rows arrive, and again when no more have arrived for a while. */
async function readAndDraw(session: SignedIn): Promise<Times> {
  const start = performance.now();
  const { store, draw } = openTree(session);
  let firstRows: number | undefined;
  store.onDidChange(() => {
    if (firstRows === undefined && store.list.workspaces.size > 0) {
      draw();
      firstRows = performance.now() - start;
    }
  });
  await store.whenRead();
  const read = performance.now() - start;
  assert.equal(draw(), workspaces);
  return { firstRows: firstRows ?? Number.NaN, read, drawn: performance.now() - start };
}

async function benchReading(server: Server): Promise<void> {
  const session = signedInAt(server);
  await readBare(server.origin);
  await readAndDraw(session);
  await server.asked();
  const bare: number[] = [];
  const ours: Times[] = [];
  const bareCpu: number[] = [];
  const ourCpu: number[] = [];
  // Alternating, so that other load on the machine affects both alike.
  for (let round = 0; round < rounds; round++) {
    bareCpu.push(await cpuTimed(async () => bare.push(await timed(() => readBare(server.origin)))));
    ourCpu.push(await cpuTimed(async () => ours.push(await readAndDraw(session))));
  }
  const { requests, maxConcurrentRequests } = await server.asked();
  const drawn = median(ours.map((times) => times.drawn));
  print(`Tree of ${workspaces} workspaces, ${latencyMs} ms an answer, median of ${rounds} rounds`, [
    { what: 'requests, a list', value: requests / rounds - pages.length, unit: '', budget: pages.length },
    { what: 'requests under way at once', value: maxConcurrentRequests, unit: '', budget: 4 },
    { what: 'first rows, with how they look', value: median(ours.map(({ firstRows }) => firstRows)), unit: 'ms' },
    { what: 'whole list in the store', value: median(ours.map(({ read }) => read)), unit: 'ms' },
    { what: 'whole list, with how it looks', value: drawn, unit: 'ms' },
    { what: 'the same requests bare, with node-fetch and JSON.parse', value: median(bare), unit: 'ms' },
    { what: 'processor time, bare', value: median(bareCpu), unit: 'ms' },
    { what: 'processor time, whole list with how it looks', value: median(ourCpu), unit: 'ms' },
    { what: 'ratio of the two times', value: drawn / median(bare), unit: '', budget: 1.2 },
  ]);
}

async function benchDrawing(server: Server): Promise<void> {
  const { store, draw } = openTree(signedInAt(server));
  await store.whenRead();
  const draws: number[] = [];
  for (let round = 0; round < 20; round++) {
    draws.push(await cpuTimed(draw));
  }
  print(`Drawing ${workspaces} rows: childrenOf and appearanceOf, processor time, median of 20 rounds`, [
    { what: 'one drawing', value: median(draws), unit: 'ms' },
    { what: 'the first', value: draws[0] ?? Number.NaN, unit: 'ms' },
  ]);
}

async function benchRefreshing(server: Server): Promise<void> {
  const collect = garbageCollector();
  const { store, draw } = openTree(signedInAt(server));
  const refresh = async () => {
    await store.refresh();
    draw();
  };
  await store.whenRead();
  // One-time allocations, such as compiled code, aren't leaks.
  for (let number = 0; number < 5; number++) {
    await refresh();
  }
  await server.asked();
  const before = await heapMiB(collect);
  for (let number = 0; number < refreshes; number++) {
    await refresh();
  }
  const after = await heapMiB(collect);
  const { requests } = await server.asked();
  await Promise.all(Array.from({ length: 10 }, () => store.refresh()));
  const atOnce = await server.asked();
  print(`${refreshes} refreshes of ${workspaces} workspaces`, [
    { what: 'heap before', value: before, unit: 'MiB' },
    { what: 'heap after', value: after, unit: 'MiB' },
    { what: 'ratio of the two', value: after / before, unit: '', budget: 1.1 },
    { what: 'requests, a refresh', value: requests / refreshes, unit: '', budget: pages.length },
    { what: 'requests, ten refreshes at once', value: atOnce.requests, unit: '', budget: pages.length },
  ]);
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert(typeof collect === 'function');
  return () => void Reflect.apply(collect, undefined, []);
}

async function heapMiB(collect: () => void): Promise<number> {
  // Sockets and timers of the last request end in later event loop turns.
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
}

export async function benchSidebar(): Promise<void> {
  const server = await startServer();
  const fastServer = await startServer({ latency: 0 });
  try {
    await benchReading(server);
    await benchDrawing(fastServer);
    await benchRefreshing(fastServer);
  } finally {
    server.stop();
    fastServer.stop();
  }
}
