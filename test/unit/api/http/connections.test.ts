import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { globalAgent } from 'node:https';
import { Socket } from 'node:net';
import { close, originOf } from '../../../sandbox/http/server';
import { clientOf, valueOf } from '../support';

/** A server that answers everything, and knows over which connection it was asked. */
class ConnectionServer {
  readonly #server: Server;
  readonly #sockets: Socket[] = [];
  /** For each request its method and the number of its connection, such as `GET 1`. */
  readonly asked: string[] = [];
  /** Set to reset a connection as soon as it is used a second time, as if it had died while it was idle. */
  diesWhenIdle = false;

  constructor() {
    this.#server = createServer((request, response) => {
      const isUsedAgain = this.#note(request);
      if (this.diesWhenIdle && isUsedAgain) {
        request.socket.resetAndDestroy();
      } else {
        response.end(JSON.stringify({ id: '1', title: 'Lab', results: [] }));
      }
    });
    this.#server.keepAliveTimeout = 0;
    this.#server.on('connection', (socket) => this.#sockets.push(socket));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get origin(): string {
    return originOf(this.#server);
  }

  get connections(): number {
    return this.#sockets.length;
  }

  async stop(): Promise<void> {
    this.#sockets.forEach((socket) => socket.destroy());
    await close(this.#server);
  }

  #note({ method, socket }: IncomingMessage): boolean {
    const connection = this.#sockets.indexOf(socket) + 1;
    const isUsedAgain = this.asked.some((entry) => entry.endsWith(` ${connection}`));
    this.asked.push(`${method ?? ''} ${connection}`);
    return isUsedAgain;
  }
}

describe('api: connections', () => {
  let server: ConnectionServer;

  beforeEach(async () => {
    server = new ConnectionServer();
    await server.start();
  });
  afterEach(() => server.stop());

  it('are kept open by reads for the reads that follow', async () => {
    const { client } = clientOf(server.origin);
    for (let number = 0; number < 5; number++) {
      valueOf(await client.getUser());
    }
    assert.deepEqual(server.asked, ['GET 1', 'GET 1', 'GET 1', 'GET 1', 'GET 1']);
  });

  it('are no more than the concurrent requests', async () => {
    const { client } = clientOf(server.origin);
    await Promise.all(Array.from({ length: 20 }, () => client.getUser()));
    await Promise.all(Array.from({ length: 20 }, () => client.getUser()));
    assert.equal(server.asked.length, 40);
    assert.equal(server.connections, 4);
  });

  it('are opened separately by each write', async () => {
    const { client } = clientOf(server.origin);
    valueOf(await client.getUser());
    valueOf(await client.createWorkspace({ title: 'Lab' }));
    valueOf(await client.createWorkspace({ title: 'Lab' }));
    valueOf(await client.getUser());
    valueOf(await client.getUser());
    assert.deepEqual(server.asked, ['GET 1', 'POST 2', 'POST 3', 'GET 4', 'GET 4']);
  });

  it('that died while idle leave no write in doubt', async () => {
    const { client } = clientOf(server.origin);
    await Promise.all(Array.from({ length: 4 }, () => client.getUser()));
    server.diesWhenIdle = true;
    valueOf(await client.createWorkspace({ title: 'Lab' }));
    assert.equal(server.asked.at(-1), 'POST 5');
  });

  it('that died while idle cost a read one more attempt, without a pause, however many there are', async () => {
    const { client, log } = clientOf(server.origin, { initialRetryDelayMs: 3_600_000 });
    await Promise.all(Array.from({ length: 4 }, () => client.getUser()));
    server.diesWhenIdle = true;
    valueOf(await client.getUser());
    assert.equal(server.asked.length, 6);
    assert.equal(server.asked.at(-1), 'GET 5');
    assert.match(log.warnings.join('\n'), /^GET \/api\/v1\/users\/me\/ failed \(ECONNRESET\), \d+ ms, attempt 1$/);
  });

  it('that are idle are closed before a write, also where the URL names no port', async () => {
    const idle = new Socket();
    // Of another local address, so that the request itself can't use it.
    const name = globalAgent.getName({ host: '127.0.0.1', port: 443, localAddress: '127.0.0.2' });
    Object.assign(globalAgent.freeSockets, { [name]: [idle] });
    try {
      await clientOf('https://127.0.0.1').client.createWorkspace({ title: 'Lab' });
      assert.ok(idle.destroyed);
    } finally {
      Reflect.deleteProperty(globalAgent.freeSockets, name);
    }
  });

  it('to another origin are left alone', async () => {
    const other = new ConnectionServer();
    await other.start();
    try {
      const { client: reader } = clientOf(other.origin);
      valueOf(await reader.getUser());
      valueOf(await clientOf(server.origin).client.createWorkspace({ title: 'Lab' }));
      valueOf(await reader.getUser());
      assert.deepEqual(other.asked, ['GET 1', 'GET 1']);
    } finally {
      await other.stop();
    }
  });
});
