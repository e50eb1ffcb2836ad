import { randomBytes } from 'node:crypto';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

const loopback = '127.0.0.1';

/** A gateway to VS Code's server for any browser. */
export interface Gateway {
  readonly url: string;
}

/**
 * Forwards everything to VS Code's server, and handles the one request the server itself doesn't: the page requests
 * half of the key that encrypts its secrets, and without it they're lost on the next reload.
 */
export async function openGateway(port: number): Promise<Gateway> {
  const halfKey = randomBytes(32);
  const server = createServer((incoming, answer) => {
    if (incoming.method === 'POST' && incoming.url === '/mint-key') {
      answer.writeHead(200, { 'content-type': 'application/octet-stream' }).end(halfKey);
    } else {
      forwardRequest(incoming, answer, port);
    }
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) =>
    forwardUpgrade(incoming, socket, head, port),
  );
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  return { url: `http://${loopback}:${portOf(server)}` };
}

function forwardRequest(incoming: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url: path, headers } = incoming;
  const onward = request({ host: loopback, port, method, path, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  incoming.pipe(onward);
}

function forwardUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const onward = connect(port, loopback, () => {
    const lines = incoming.rawHeaders.flatMap((name, index, all) =>
      index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
    );
    onward.write([`${incoming.method} ${incoming.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  const end = () => {
    socket.destroy();
    onward.destroy();
  };
  socket.on('error', end);
  onward.on('error', end);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error("the server isn't listening on a port");
  }
  return address.port;
}
