import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ProlificClient } from '../../../src/api';
import type { TestApi } from '../../../src/extension';
import { apiUrlSetting, extensionId } from '../../../src/platform/ids';
import { largeLab } from '../../sandbox/labs/large';
import { tokens } from '../../sandbox/labs/people';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { startTlsFront, type TlsFront } from '../../sandbox/http/tlsFront';
import { trustedHosts } from '../trustedCertificates';
import { requestFromEnv } from './protocol';

/** As many pages as a list of 5,000 workspaces has. */
const pages = 25;
const rowsPerPage = 20;

describe('connections of the extension, over TLS', () => {
  let sandbox: Sandbox;
  let front: TlsFront;
  let api: TestApi;
  let client: ProlificClient;

  before(async () => {
    const exported = await vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.activate();
    assert.ok(exported !== undefined);
    api = exported;
    sandbox = await startSandbox({ lab: largeLab(pages * rowsPerPage), behavior: { maxPageSize: rowsPerPage } });
    const certificate = requestFromEnv().certificates[trustedHosts.direct];
    assert.ok(certificate !== undefined);
    front = await startTlsFront({ ...certificate, target: sandbox.origin });
    await pointAt(front.origin);
    await api.sessions.settled();
    const result = await api.sessions.signIn(tokens.ada);
    assert.ok(result.ok, JSON.stringify(result));
    await api.store.whenRead();
    const session = api.sessions.current;
    assert.ok(session.kind === 'signedIn');
    client = session.client;
  });

  after(async () => {
    await api.sessions.signOut();
    await pointAt(undefined);
    await front.stop();
    await sandbox.stop();
  });

  function pointAt(origin: string | undefined): Thenable<void> {
    return vscode.workspace.getConfiguration().update(apiUrlSetting, origin, vscode.ConfigurationTarget.Global);
  }

  async function readList(): Promise<void> {
    const list = await client.getWorkspaces();
    assert.ok(list.ok && list.value.items.length === sandbox.state.workspaces.length);
  }

  it('number four for a list of 25 pages and five refreshes of it', async () => {
    front.clear();
    sandbox.clearRequests();
    for (let number = 0; number < 6; number++) {
      await readList();
    }
    assert.equal(sandbox.requests.length, 6 * pages);
    assert.ok(front.handshakes <= 4, `${front.handshakes} handshakes for ${sandbox.requests.length} requests`);
    assert.equal(front.connections, front.handshakes);
  });

  it('number one for each write, whatever was read before', async () => {
    const [workspace] = sandbox.state.workspaces;
    assert.ok(workspace !== undefined);
    const listed = await client.getWorkspaces();
    assert.ok(listed.ok);
    const id = listed.value.items[0]?.id;
    assert.ok(id !== undefined);
    front.clear();
    for (const title of ['One', 'Two', 'Three']) {
      assert.ok((await client.updateWorkspace(id, { title })).ok);
    }
    assert.equal(front.handshakes, 3);
  });

  it('that died while idle leave no write in doubt', async () => {
    await readList();
    front.letIdleDie();
    const result = await client.createWorkspace({ title: 'After a while' });
    assert.ok(result.ok, JSON.stringify(result));
  });

  it('that died while idle are opened again for a read, however many there were', async () => {
    await readList();
    front.letIdleDie();
    await readList();
  });
});
