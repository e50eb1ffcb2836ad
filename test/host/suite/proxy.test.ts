import { strict as assert } from 'node:assert';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { apiUrlSetting, extensionId } from '../../../src/platform/ids';
import { tokens } from '../../sandbox/labs/people';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { startTlsFront, type TlsFront } from '../../sandbox/http/tlsFront';
import { trustedHosts } from '../trustedCertificates';
import { makeSelfSigned } from '../../unit/api/http/selfSigned';
import { requestFromEnv } from './protocol';

/** A host that can't be resolved, so that requests without the proxy fail differently. */
const faraway = 'api.prolific.invalid';

describe('behind a proxy', () => {
  const asked: string[] = [];
  let proxy: Server;
  let api: TestApi;
  let sandbox: Sandbox;
  let front: TlsFront;
  const { key, cert } = makeSelfSigned(faraway);
  const website = createTlsServer({ key, cert }, (socket) => socket.end());

  before(async () => {
    const exported = await vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.activate();
    assert.ok(exported !== undefined);
    api = exported;
    await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
    sandbox = await startSandbox();
    const certificate = requestFromEnv().certificates[trustedHosts.behindProxy];
    assert.ok(certificate !== undefined);
    front = await startTlsFront({ ...certificate, target: sandbox.origin });
    proxy = createServer();
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const isTrusted = request.url === `${trustedHosts.behindProxy}:443`;
      const onward = connect(isTrusted ? front.port : portOf(website), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    await configure('http.proxy', `http://127.0.0.1:${portOf(proxy)}`);
    await configure(apiUrlSetting, `https://${faraway}`);
    await api.sessions.settled();
  });

  after(async () => {
    await configure('http.proxy', undefined);
    await configure(apiUrlSetting, undefined);
    proxy.close();
    website.close();
    await front.stop();
    await sandbox.stop();
  });

  function configure(name: string, value: string | undefined): Thenable<void> {
    return vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  }

  it('sends its requests through http.proxy, and does not trust a certificate that the system does not trust', async () => {
    const result = await api.sessions.signIn('a-token-that-goes-nowhere');
    assert.deepEqual([...new Set(asked)], [`${faraway}:443`]);
    assert.equal(!result.ok && result.failure.kind, 'certificate');
  });

  it('reads and writes through it, with a separate tunnel for each request', async () => {
    await configure(apiUrlSetting, `https://${trustedHosts.behindProxy}`);
    await api.sessions.settled();
    const result = await api.sessions.signIn(tokens.ada);
    assert.ok(result.ok, JSON.stringify(result));
    await api.store.whenRead();
    const session = api.sessions.current;
    assert.ok(session.kind === 'signedIn');
    asked.length = 0;
    sandbox.clearRequests();
    assert.ok((await session.client.getWorkspaces()).ok);
    assert.ok((await session.client.createWorkspace({ title: 'By proxy' })).ok);
    assert.ok((await session.client.getWorkspaces()).ok);
    assert.equal(sandbox.requests.length, 3);
    assert.deepEqual(
      asked,
      sandbox.requests.map(() => `${trustedHosts.behindProxy}:443`),
    );
    await api.sessions.signOut();
  });
});

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}
