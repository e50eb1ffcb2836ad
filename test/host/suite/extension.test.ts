import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { apiUrlSetting, commandIds, extensionId, workspacesViewId } from '../../../src/platform/ids';
import type { Session } from '../../../src/session/session';
import { failWith } from '../../sandbox/faults';
import { tokens } from '../../sandbox/labs/people';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';

describe('the extension in its host', () => {
  let sandbox: Sandbox;
  let api: TestApi;

  before(async () => {
    sandbox = await startSandbox();
    await pointAt(sandbox.origin);
    const extension = vscode.extensions.getExtension<TestApi | undefined>(extensionId);
    const exported = await extension?.activate();
    assert.ok(exported !== undefined, 'nothing is exported to the tests: the host runs in another mode');
    api = exported;
    await api.sessions.settled();
  });

  beforeEach(() => sandbox.reset());
  afterEach(() => assert.deepEqual(sandbox.violations, []));

  after(async () => {
    await forgetAllInvitations();
    await api.sessions.signOut();
    await pointAt(undefined);
    await sandbox.stop();
  });

  async function forgetAllInvitations(): Promise<void> {
    const { owner } = api.account;
    if (owner !== undefined) {
      await api.ledger.forget(owner);
    }
  }

  function pointAt(origin: string | undefined): Thenable<void> {
    return vscode.workspace.getConfiguration().update(apiUrlSetting, origin, vscode.ConfigurationTarget.Global);
  }

  it('has registered every command of its manifest', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commandIds.filter((id) => !registered.has(id)),
      [],
    );
  });

  it('sends no request while nobody is signed in', async () => {
    await api.sessions.signOut();
    sandbox.clearRequests();
    await vscode.commands.executeCommand('prolific.refresh');
    assert.equal(api.sessions.current.kind, 'signedOut');
    assert.deepEqual(sandbox.requests, []);
  });

  it('keeps the token in the real SecretStorage and reads the list through the bundled client', async () => {
    const result = await api.sessions.signIn(tokens.ada);
    assert.ok(result.ok);
    await api.store.whenRead();
    assert.equal(api.store.list.workspaces.size, 12);
    assert.equal((await api.sessions.open()).kind, 'signedIn', 'the token was not found again');
  });

  it('sends its name and version, and the token only in the header', async () => {
    await api.sessions.signIn(tokens.ada);
    const [request] = sandbox.requests;
    assert.match(request?.headers['user-agent'] ?? '', /^prolific-vscode\/\d+\.\d+\.\d+$/);
    assert.equal(request?.headers['authorization'], `Token ${tokens.ada}`);
    assert.ok(sandbox.requests.every(({ path }) => !path.includes(tokens.ada)));
  });

  it('is signed out with another API URL, and signed in again with the first', async () => {
    await api.sessions.signIn(tokens.ada);
    const elsewhere = await startSandbox();
    await pointAt(elsewhere.origin);
    await becomes('signedOut');
    await pointAt(sandbox.origin);
    await becomes('signedIn');
    assert.deepEqual(elsewhere.requests, []);
    await elsewhere.stop();
  });

  it('stores invitations in secrets that can be listed', async () => {
    await api.sessions.signIn(tokens.ada);
    await api.store.whenRead();
    const session = api.sessions.current;
    const workspace = api.store.get(sandbox.state.workspaceTitled('Perception lab').id);
    assert.ok(session.kind === 'signedIn' && workspace !== undefined);
    const written = await api.ledger.write(session, {
      kind: 'people',
      run: 'host-suite',
      part: 0,
      total: 1,
      startedAt: new Date().toISOString(),
      workspaceId: workspace.id,
      workspaceTitle: workspace.title.raw,
      role: 'WORKSPACE_COLLABORATOR',
      people: [{ address: 'new@example.edu', outcome: 'invited', link: 'https://app.prolific.com/invite/1' }],
    });
    assert.ok(written.ok);
    await api.sessions.open();
    await api.ledger.whenRead();
    assert.equal(api.ledger.peopleOf(workspace.id).length, 1);
    await forgetAllInvitations();
    await api.sessions.open();
    await api.ledger.whenRead();
    assert.equal(api.ledger.people.length, 0);
  });

  it('gives no invite link to another extension that passes ids: it asks in its own box', async () => {
    await api.sessions.signIn(tokens.ada);
    const session = api.sessions.current;
    const [workspace] = (await api.store.whenRead()).workspaces.values();
    assert.ok(session.kind === 'signedIn' && workspace !== undefined);
    await api.ledger.write(session, {
      kind: 'people',
      run: 'b1',
      part: 0,
      total: 1,
      startedAt: new Date().toISOString(),
      workspaceId: workspace.id,
      workspaceTitle: workspace.title.raw,
      role: 'WORKSPACE_COLLABORATOR',
      people: [{ address: 'new@example.edu', outcome: 'invited', link: 'https://app.prolific.com/invite/1' }],
    });
    await vscode.env.clipboard.writeText('untouched');
    for (const command of ['prolific.copyInviteLink', 'prolific.copyAllInviteLinks']) {
      const ids = { kind: 'invitation', id: 'x', workspaceId: workspace.id, runId: 'r1', position: 0 };
      const closing = setInterval(() => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'), 50);
      await vscode.commands.executeCommand(command, ids);
      clearInterval(closing);
      assert.equal(await vscode.env.clipboard.readText(), 'untouched', command);
    }
    await forgetAllInvitations();
  });

  it('reads the list again when the view becomes visible after more than five minutes, and not before', async () => {
    await vscode.commands.executeCommand(`${workspacesViewId}.focus`);
    await api.sessions.signIn(tokens.ada);
    await api.store.refresh();
    sandbox.clearRequests();
    await minutesLater(4.5, async () => {
      await showViewAgain();
      await sleep(1_000);
    });
    assert.deepEqual(requests(), []);
    await minutesLater(5.5, async () => {
      const read = whenListIsRead();
      await showViewAgain();
      await read;
    });
    assert.deepEqual(requests(), ['GET /api/v1/workspaces/?limit=200&offset=0']);
  });

  it('never throws into VS Code, whatever a command is called with', async () => {
    await api.sessions.signIn(tokens.ada);
    sandbox.fault({}, failWith(403));
    for (const argument of [
      undefined,
      null,
      7,
      'text',
      {},
      { workspaceId: 7 },
      { workspaceId: 'gone' },
      { runId: 1 },
    ]) {
      await vscode.commands.executeCommand('prolific.refresh', argument);
      await vscode.commands.executeCommand('prolific.renameSelected', argument);
      await vscode.commands.executeCommand('prolific.showLog', argument);
    }
  });

  const requests = () => sandbox.requests.map(({ method, path }) => `${method} ${path}`);

  async function showViewAgain(): Promise<void> {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await sleep(500);
    await vscode.commands.executeCommand(`${workspacesViewId}.focus`);
  }

  /** Sets the clock that the extension and this suite share forward. */
  async function minutesLater(minutes: number, work: () => Promise<void>): Promise<void> {
    const now = Date.now.bind(Date);
    Date.now = () => now() + minutes * 60_000;
    try {
      await work();
    } finally {
      Date.now = now;
    }
  }

  function whenListIsRead(): Promise<void> {
    const { readAt } = api.store.list;
    return new Promise((resolve) => {
      const subscription = api.store.onDidChange(() => {
        if (api.store.list.readAt !== readAt) {
          subscription.dispose();
          resolve();
        }
      });
    });
  }

  /** The session may have changed before the promise of a changed setting is resolved. */
  async function becomes(kind: Session['kind']): Promise<void> {
    while (api.sessions.current.kind !== kind) {
      await new Promise<void>((resolve) => {
        const subscription = api.sessions.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  }
});
