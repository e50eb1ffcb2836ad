import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/extension';
import { apiUrlSetting, extensionId, workspacesViewId } from '../../src/platform/ids';
import { sortByTitle } from '../../src/workspaces/workspaceText';
import { closingLine, requestFromEnv } from '../host/suite/protocol';
import { trustedHosts } from '../host/trustedCertificates';
import { tokens } from '../sandbox/labs/people';
import { describeFigures, median, timed } from './figures';
import { pages, readBare, startServer, workspaces, type Server } from './server';

const rounds = 7;
const roundTripMs = 50;

/** Called by VS Code in its extension host: the list of workspaces over TLS, beside the same requests made bare. */
export async function run(): Promise<void> {
  const { report, nonce, certificates } = requestFromEnv();
  const certificate = certificates[trustedHosts.direct];
  assert(certificate !== undefined);
  const server = await startServer({ latency: 0, tls: { ...certificate, roundTripMs } });
  try {
    appendFileSync(report, `${await measure(server)}\n`);
  } finally {
    await pointAt(undefined);
    server.stop();
  }
  appendFileSync(report, `${closingLine(nonce, { passing: 1, failing: 0, pending: 0 })}\n`);
}

async function measure(server: Server): Promise<string> {
  const api = await vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.activate();
  assert(api !== undefined, 'nothing is exported to the benchmark: the host runs in another mode');
  await pointAt(server.origin);
  await vscode.commands.executeCommand('workbench.view.explorer');
  await readList(api);
  await server.asked();
  const bare: number[] = [];
  const bareReusing: number[] = [];
  const hidden: number[] = [];
  const open: number[] = [];
  // Alternating, so that other load on the machine affects all alike.
  for (let round = 0; round < rounds; round++) {
    bare.push(await timed(() => readBare(server.origin)));
    bareReusing.push(await timed(() => readBare(server.origin, { connection: 'keep-alive' })));
    await vscode.commands.executeCommand('workbench.view.explorer');
    hidden.push(await readList(api));
    await vscode.commands.executeCommand(`${workspacesViewId}.focus`);
    open.push(await readAndDraw(api));
  }
  await api.sessions.signOut();
  return describeFigures(
    `List of ${workspaces} workspaces in the extension host of VS Code ${vscode.version}, over TLS, ${roundTripMs} ms a round trip, median of ${rounds} rounds`,
    [
      { what: 'requests of a list', value: pages.length, unit: '' },
      { what: 'bare, with node-fetch and JSON.parse', value: median(bare), unit: 'ms' },
      { what: 'bare, asking to keep connections', value: median(bareReusing), unit: 'ms' },
      { what: 'the list, with the view hidden', value: median(hidden), unit: 'ms' },
      { what: 'the list, until its last row can be revealed', value: median(open), unit: 'ms' },
      { what: 'ratio to bare, with the view hidden', value: median(hidden) / median(bare), unit: '', budget: 1.2 },
      { what: 'ratio to bare, drawing included', value: median(open) / median(bare), unit: '', budget: 1.2 },
      { what: 'ratio to bare that keeps connections, hidden', value: median(hidden) / median(bareReusing), unit: '' },
      { what: 'ratio to bare that keeps connections, drawn', value: median(open) / median(bareReusing), unit: '' },
    ],
  );
}

/** Signs in again, so that there are no rows, and reads the list. Returns how long that took, in milliseconds. */
async function readList({ sessions, store }: TestApi): Promise<number> {
  await sessions.signOut();
  const result = await sessions.signIn(tokens.ada);
  assert(result.ok, JSON.stringify(result));
  return timed(async () => {
    const list = await store.whenRead();
    assert.equal(list.workspaces.size, workspaces);
  });
}

/** The same until VS Code has the row that is drawn last. */
async function readAndDraw(api: TestApi): Promise<number> {
  const read = await readList(api);
  const last = sortByTitle(api.store.list.workspaces.values()).at(-1);
  assert(last !== undefined);
  return read + (await timed(() => api.reveal({ workspaceId: last.id })));
}

function pointAt(origin: string | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration().update(apiUrlSetting, origin, vscode.ConfigurationTarget.Global);
}
