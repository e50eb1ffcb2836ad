import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Exchange } from './exchange';
import { parseJson } from './json';
import { respond } from './applyFault';
import type { OpenRecord } from './requestLog';
import { operationOf, pathOf, queryOf } from './router';
import type { SandboxRun } from './run';

/** Names are in lower case already; what came twice is joined as the standard says. */
function headersIn(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

async function answer(session: SandboxRun, record: OpenRecord, exchange: Exchange): Promise<void> {
  const { method, path, operationId, headers } = record;
  const subject = { operation: operationId, method, path: pathOf(path), query: queryOf(path) };
  const fault = session.faults.take(subject);
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
  session.check(incoming);
  await respond(fault, { session, incoming, exchange });
}

function receive(session: SandboxRun, request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url: path = '' } = request;
  const operationId = operationOf(method, path);
  const record = session.log.begin({ method, path, operationId, headers: headersIn(request) });
  const exchange: Exchange = new Exchange(request, response, record, () => session.close(exchange));
  session.open(exchange);
  answer(session, record, exchange).catch((error: unknown) => {
    session.violations.push(`the sandbox itself failed: ${error instanceof Error ? error.message : 'unknown'}`);
    exchange.reset();
  });
}

/** Loopback alone: nobody else may reach the sandbox. */
export function listen(port: number): Promise<Server> {
  const server = createServer();
  // An idle connection that the server ends just when the client uses it again would be a fault that nobody asked for.
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
    throw new Error('The sandbox does not listen.');
  }
  return `http://127.0.0.1:${address.port}`;
}

/** `current` names the session that a request belongs to when it comes. */
export function serve(server: Server, current: () => SandboxRun): void {
  server.on('request', (request, response) => receive(current(), request, response));
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
