import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface TlsFrontOptions {
  readonly key: string;
  readonly cert: string;
  /** The origin of the server behind it, such as `http://127.0.0.1:41234`. */
  readonly target: string;
  /**
   * How long bytes take there and back, in milliseconds.
   *
   * @default 0
   */
  readonly roundTripMs?: number;
}

/** TLS, and a distance, in front of a server that speaks plain HTTP. */
export interface TlsFront {
  /** Such as `https://localhost:41234`. */
  readonly origin: string;
  readonly port: number;
  /** TCP connections since the last `clear()`. */
  readonly connections: number;
  /** TLS handshakes since the last `clear()`. */
  readonly handshakes: number;
  clear(): void;
  /** Resets each of the connections of now as soon as it is used again, as if it had died while it was idle. */
  letIdleDie(): void;
  stop(): Promise<void>;
}

export async function startTlsFront({ key, cert, target, roundTripMs = 0 }: TlsFrontOptions): Promise<TlsFront> {
  const sockets = new Set<Socket>();
  const incoming = new Set<Socket>();
  let connections = 0;
  let handshakes = 0;

  /** Joins a connection to one that is opened to a port. */
  function join(socket: Socket, port: number, ms: number): void {
    const onward = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
    // The TCP handshake happens before anything is seen here, so the first bytes wait for its round trip.
    relay(socket, onward, ms, 2 * ms);
    relay(onward, socket, ms);
  }

  const terminator = createTlsServer({ key, cert }, (socket) => {
    handshakes += 1;
    join(socket, Number(new URL(target).port), 0);
  });
  const front = createServer((socket) => {
    connections += 1;
    incoming.add(socket);
    socket.on('close', () => incoming.delete(socket));
    join(socket, portOf(terminator), roundTripMs / 2);
  });
  await listen(terminator);
  await listen(front);
  return {
    origin: `https://localhost:${portOf(front)}`,
    port: portOf(front),
    get connections() {
      return connections;
    },
    get handshakes() {
      return handshakes;
    },
    clear: () => {
      connections = 0;
      handshakes = 0;
    },
    letIdleDie: () => {
      incoming.forEach((socket) => socket.once('data', () => socket.resetAndDestroy()));
    },
    stop: async () => {
      sockets.forEach((socket) => socket.destroy());
      await Promise.all([front, terminator].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

/** Passes bytes on, each `ms` after it came, and none before `extraMsAtFirst` have passed as well. */
function relay(from: Socket, to: Socket, ms: number, extraMsAtFirst = 0): void {
  const opensAt = performance.now() + extraMsAtFirst;
  let lastAt = 0;
  const later = (action: () => void) => {
    lastAt = Math.max(lastAt, performance.now() + ms, opensAt + ms);
    setTimeout(action, lastAt - performance.now());
  };
  if (ms === 0) {
    from.pipe(to);
    return;
  }
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('end', () => later(() => to.end()));
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server does not listen');
  }
  return address.port;
}
