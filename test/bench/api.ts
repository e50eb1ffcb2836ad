import assert from 'node:assert/strict';
import type { ProlificClient } from '../../src/api';
import { pagesOf } from '../../src/api/schema/page';
import { parseBody } from '../../src/api/schema/response';
import { workspace } from '../../src/api/schema/workspace';
import { cpuTimed, median, print, timed } from './figures';
import { clientOf, latencyMs, pages, readBare, startServer, workspaces, type Server } from './server';

const rounds = 7;

async function readWithClient(client: ProlificClient): Promise<void> {
  const result = await client.getWorkspaces();
  assert(result.ok && result.value.items.length === workspaces && result.value.complete, 'the list is not whole');
}

async function benchList({ origin, asked }: Server): Promise<void> {
  const client = clientOf(origin);
  await readBare(origin);
  await readWithClient(client);
  await asked();
  const bare: number[] = [];
  const ours: number[] = [];
  const bareCpu: number[] = [];
  const ourCpu: number[] = [];
  // Alternating, so that other load on the machine affects both alike.
  for (let round = 0; round < rounds; round++) {
    bareCpu.push(await cpuTimed(async () => bare.push(await timed(() => readBare(origin)))));
    ourCpu.push(await cpuTimed(async () => ours.push(await timed(() => readWithClient(client)))));
  }
  const { requests, maxConcurrentRequests } = await asked();
  print(`List of ${workspaces} workspaces, ${latencyMs} ms an answer, median of ${rounds} rounds`, [
    { what: 'requests of the client, a list', value: requests / rounds - pages.length, unit: '', budget: pages.length },
    { what: 'requests under way at once', value: maxConcurrentRequests, unit: '', budget: 4 },
    { what: 'the same requests bare, with node-fetch and JSON.parse', value: median(bare), unit: 'ms' },
    { what: 'getWorkspaces of the client', value: median(ours), unit: 'ms' },
    { what: 'processor time, bare', value: median(bareCpu), unit: 'ms' },
    { what: 'processor time, client', value: median(ourCpu), unit: 'ms' },
    { what: 'ratio of the two times', value: median(ours) / median(bare), unit: '', budget: 1.2 },
  ]);
}

async function benchParsing({ origin }: Server): Promise<void> {
  const texts = (await readBare(origin)).slice(0, 5);
  const request = { method: 'GET', path: '/' } as const;
  const { first } = pagesOf(workspace);
  const alone: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < 50; round++) {
    alone.push(await cpuTimed(() => texts.map((text): unknown => JSON.parse(text))));
    whole.push(await cpuTimed(() => texts.map((text) => parseBody(text, first, request))));
  }
  const kib = texts.join('').length / 1024;
  print(`Parsing a thousand workspaces (${kib.toFixed(0)} KiB), processor time, median of 50 rounds`, [
    { what: 'JSON.parse alone', value: median(alone.slice(1)), unit: 'ms' },
    { what: 'JSON.parse and the schemas', value: median(whole.slice(1)), unit: 'ms' },
    { what: 'the same, cold', value: whole[0] ?? Number.NaN, unit: 'ms' },
  ]);
}

export async function benchApi(): Promise<void> {
  const server = await startServer();
  try {
    await benchList(server);
    await benchParsing(server);
  } finally {
    server.stop();
  }
}
