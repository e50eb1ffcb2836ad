import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseJson } from '../json';
import type { SandboxRun } from '../run';
import { Exchange } from './exchange';
import { respond } from './applyFault';
import type { OpenRecord } from './requestLog';
import { operationOf, pathOf, queryOf } from './router';

/** Node lowercases header names; repeated headers are joined with a comma. */
function headersIn(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

async function handle(run: SandboxRun, record: OpenRecord, exchange: Exchange): Promise<void> {
  const { method, path, operationId, headers } = record;
  const subject = { operation: operationId, method, path: pathOf(path), query: queryOf(path) };
  const fault = run.faults.take(subject);
  if (fault?.kind === 'reset' && fault.when === 'beforeReading') {
    exchange.reset();
    return;
  }
  const text = await exchange.text();
  if (text === undefined) {
    return;
  }
  record.body = parseJson(text);
  const incoming = { method, path, headers, text, body: record.body };
  run.check(incoming);
  await respond(fault, { run, incoming, exchange });
}

function receive(run: SandboxRun, request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url: path = '' } = request;
  const operationId = operationOf(method, path);
  const record = run.log.begin({ method, path, operationId, headers: headersIn(request) });
  const exchange: Exchange = new Exchange(request, response, record, () => run.close(exchange));
  run.open(exchange);
  handle(run, record, exchange).catch((error: unknown) => {
    run.violations.push(`the sandbox itself failed: ${error instanceof Error ? error.message : 'unknown'}`);
    exchange.reset();
  });
}

/** Listens on loopback only, so no other machine can reach the sandbox. */
export function listen(port: number): Promise<Server> {
  const server = createServer();
  // Without this, the server may close an idle connection just as the client reuses it: a fault no test asked for.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

export function originOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) {
    throw new Error('The sandbox is not listening.');
  }
  return `http://127.0.0.1:${address.port}`;
}

/** A request belongs to the run that `current` returns when it arrives. */
export function serve(server: Server, current: () => SandboxRun): void {
  server.on('request', (request, response) => receive(current(), request, response));
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
