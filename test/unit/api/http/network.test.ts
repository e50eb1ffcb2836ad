import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { gzipSync } from 'node:zlib';
import { connectionFailure } from '../../../../src/api/http/failures';
import { isTransient, type Failure, type Method } from '../../../../src/api/failure';
import { maxResponseBytes } from '../../../../src/api/http/transport';
import { clientOf, describe as inWords, failureOf, valueOf } from '../support';
import { makeSelfSigned } from './selfSigned';

describe('api: network failures, by code', () => {
  const url = new URL('https://api.prolific.com/');
  const end = (method: Method, code: string | undefined, syscall?: string): Failure =>
    connectionFailure({ method, url }, { code, syscall });

  for (const [code, syscall] of [
    ['ECONNREFUSED', 'connect'],
    ['ETIMEDOUT', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['ECONNRESET', 'connect'],
    ['ENOTFOUND', 'getaddrinfo'],
    ['EAI_AGAIN', 'getaddrinfo'],
    ['ECONNREFUSED', undefined],
    ['ENOTFOUND', undefined],
    ['ERR_INVALID_CHAR', undefined],
  ] as const) {
    it(`${code} in ${syscall ?? 'no call'}: a write was not sent`, () => {
      const { kind, effect } = end('POST', code, syscall);
      assert.deepEqual([kind, effect], ['network', 'none']);
    });
  }

  for (const [code, syscall] of [
    ['ECONNRESET', 'read'],
    ['ECONNRESET', undefined],
    ['ECONNABORTED', 'read'],
    ['EHOSTUNREACH', 'read'],
    ['EHOSTUNREACH', undefined],
    ['ETIMEDOUT', 'read'],
    ['ETIMEDOUT', undefined],
    ['EPIPE', 'write'],
    ['EPROTO', 'write'],
    ['ERR_STREAM_PREMATURE_CLOSE', undefined],
    ['ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC', undefined],
    [undefined, undefined],
  ] as const) {
    it(`${code ?? 'no code'} in ${syscall ?? 'no call'}: a write may have been carried out`, () => {
      const { kind, effect } = end('POST', code, syscall);
      assert.deepEqual([kind, effect], ['network', 'unknown']);
    });
  }

  for (const code of [
    'CERT_HAS_EXPIRED',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ]) {
    it(`${code}: the certificate is not trusted, nothing was sent, and trying again does not help`, () => {
      const failure = end('POST', code);
      assert(failure.kind === 'certificate');
      assert.deepEqual([failure.code, failure.effect, isTransient(failure)], [code, 'none', false]);
    });
  }

  it('a read has no effect, whatever happens to it', () => {
    for (const code of ['ECONNRESET', 'EPIPE', undefined]) {
      assert.equal(end('GET', code).effect, 'none');
    }
  });
});

describe('api: over a real connection', () => {
  const servers: Server[] = [];
  const account = JSON.stringify({ id: '1', name: 'Ada' });

  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  async function listening(server: Server): Promise<number> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.address();
    assert(typeof address === 'object' && address !== null);
    return address.port;
  }

  async function serving(handle: RequestListener): Promise<string> {
    return `http://127.0.0.1:${await listening(createServer(handle))}`;
  }

  it('an untrusted certificate ends the call before anything is sent', async () => {
    let requests = 0;
    const server = createTlsServer(makeSelfSigned('localhost'), (_, response) => {
      requests += 1;
      response.end(account);
    });
    const { client, log } = clientOf(`https://localhost:${await listening(server)}`);
    const failure = failureOf(await client.createWorkspace({ title: 'New' }));
    assert(failure.kind === 'certificate', inWords(failure));
    assert.deepEqual([failure.code, failure.effect, requests], ['DEPTH_ZERO_SELF_SIGNED_CERT', 'none', 0]);
    assert.match(log.warnings.join('\n'), /DEPTH_ZERO_SELF_SIGNED_CERT/);
  });

  it('a server that does not speak TLS is a network failure with its code', async () => {
    const port = new URL(await serving((_, response) => response.end(account))).port;
    const failure = failureOf(await clientOf(`https://localhost:${port}`).client.createWorkspace({ title: 'New' }));
    assert(failure.kind === 'network', inWords(failure));
    assert.match(failure.code ?? '', /EPROTO|ERR_SSL/);
  });

  it('a request carries the token, the client’s name, and JSON', async () => {
    let headers: IncomingHttpHeaders = {};
    const origin = await serving((request, response) => {
      headers = request.headers;
      response.end(account);
    });
    valueOf(await clientOf(origin, { token: 'secret', userAgent: 'prolific-vscode/1.2.3' }).client.getUser());
    const { authorization, accept, 'user-agent': name, 'content-type': type } = headers;
    assert.deepEqual(
      [authorization, accept, name, type],
      ['Token secret', 'application/json', 'prolific-vscode/1.2.3', 'application/json'],
    );
  });

  it('a compressed response is read', async () => {
    const origin = await serving((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(account));
    });
    assert.equal(valueOf(await clientOf(origin).client.getUser()).name.raw, 'Ada');
  });

  it('a small response that unpacks to more than the limit is refused', async () => {
    const packed = gzipSync(Buffer.alloc(maxResponseBytes + 1, ' '));
    assert(packed.length < 100_000);
    const origin = await serving((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    assert.equal(failureOf(await clientOf(origin).client.getUser()).kind, 'tooLarge');
  });

  it('a response that claims to be gzip but is not fails and is retried', async () => {
    const origin = await serving((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain');
    });
    const { client, log } = clientOf(origin);
    const failure = failureOf(await client.getUser());
    assert(failure.kind === 'network', inWords(failure));
    assert.deepEqual([failure.code, log.all.length], ['Z_DATA_ERROR', 3]);
  });

  it('a response of exactly the maximum size is read', async () => {
    const origin = await serving((_, response) => response.end(account.padEnd(maxResponseBytes, ' ')));
    assert.equal(valueOf(await clientOf(origin).client.getUser()).name.raw, 'Ada');
  });

  it('the body of a redirect is not awaited, and its connection is dropped', async () => {
    let closed: Promise<unknown> | undefined;
    const origin = await serving((_, response) => {
      closed = once(response, 'close');
      response.writeHead(302, { location: 'https://phish.example.org/' }).write('endless');
    });
    assert.equal(failureOf(await clientOf(origin).client.getUser()).kind, 'redirected');
    await closed;
  });

  for (const [location, followed] of [
    ['/elsewhere/', true],
    ['//phish.example.org/', false],
    ['https://127.0.0.1/', false],
    ['http://user:word@HOST/elsewhere/', false],
    ['http://HOST/elsewhere/', true],
    ['http://', false],
    ['javascript:alert(1)', false],
  ] as const) {
    it(`a redirect of a read to ${location} is ${followed ? '' : 'not '}followed`, async () => {
      const origin = await serving(({ url, headers: { host = '' } }, response) => {
        if (url === '/elsewhere/') {
          response.end(account);
        } else {
          response.writeHead(307, { location: location.replace('HOST', host) }).end();
        }
      });
      const { client, log } = clientOf(origin);
      const result = await client.getUser();
      assert.equal(result.ok ? 'followed' : result.failure.kind, followed ? 'followed' : 'redirected');
      assert.match(log.warnings[0] ?? '', followed ? /307 redirect to the same origin/ : /307 redirect to /);
    });
  }
});
