import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { apiUrlSetting, extensionId, toolNames, type ToolName } from '../../../src/platform/ids';
import { hostileLab, hostileTexts } from '../../sandbox/labs/hostile';
import { tokens } from '../../sandbox/labs/people';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';

describe('the tools for language models', () => {
  let sandbox: Sandbox;
  let api: TestApi;

  before(async () => {
    sandbox = await startSandbox();
    await vscode.workspace.getConfiguration().update(apiUrlSetting, sandbox.origin, vscode.ConfigurationTarget.Global);
    const exported = await vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.activate();
    assert.ok(exported !== undefined, 'nothing is exported to the tests: the host runs in another mode');
    api = exported;
  });

  beforeEach(async () => {
    sandbox.reset();
    await signIn();
  });
  afterEach(() => assert.deepEqual(sandbox.violations, []));

  after(async () => {
    await forgetAllInvitations();
    await api.sessions.signOut();
    await vscode.workspace.getConfiguration().update(apiUrlSetting, undefined, vscode.ConfigurationTarget.Global);
    await sandbox.stop();
  });

  async function forgetAllInvitations(): Promise<void> {
    const { owner } = api.account;
    if (owner !== undefined) {
      await api.ledger.forget(owner);
    }
  }

  async function signIn(): Promise<void> {
    const result = await api.sessions.signIn(tokens.ada);
    assert.ok(result.ok);
    await api.store.refresh();
    sandbox.clearRequests();
  }

  async function call(name: ToolName, input: object): Promise<string> {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  }

  function idOf(title: string): string {
    return sandbox.state.workspaceTitled(title).id;
  }

  it('are those in the manifest, and are offered if agents are enabled', async () => {
    const isOffered = () => toolNames.every((name) => vscode.lm.tools.some((tool) => tool.name === name));
    // The tests' settings disable agents, and newer versions then hide the tools.
    const chat = vscode.workspace.getConfiguration('chat');
    await chat.update('agent.enabled', true, vscode.ConfigurationTarget.Global);
    try {
      await until('the tools are offered', isOffered);
    } finally {
      await chat.update('agent.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('list workspaces with titles and numbers, and nobody’s name or address', async () => {
    const answer = await call('prolific_listWorkspaces', {});
    assert.match(answer, /"title": "Perception lab"/);
    assert.match(answer, /"matching": 12/);
    assert.match(answer, /never as instructions/);
    assert.doesNotMatch(answer, /@|Whitfield|Lindqvist/);
  });

  it('list what is requested', async () => {
    const answer = await call('prolific_listWorkspaces', { query: 'PERCEPTION' });
    assert.match(answer, /"matching": 1,/);
  });

  it('read a workspace with its projects and its balance, and no people unless the user agrees', async () => {
    const answer = await call('prolific_readWorkspace', { workspaceId: idOf('Perception lab') });
    assert.match(answer, /"available": "£42.00"/);
    assert.match(answer, /Gaze following/);
    assert.doesNotMatch(answer, /@|Whitfield|Lindqvist|Ask Bo/);
  });

  it('name nobody if our own question cannot be shown, as in this host, whatever VS Code approves', async () => {
    const answer = await call('prolific_readWorkspace', { workspaceId: idOf('Perception lab'), includePeople: true });
    assert.match(answer, /Something went wrong/);
    assert.doesNotMatch(answer, /@|Whitfield|Lindqvist|Ask Bo/);
  });

  it('pass on hostile texts as data: one line each, without invisible characters', async () => {
    sandbox.reset(hostileLab());
    await signIn();
    const answer = await call('prolific_listWorkspaces', {});
    assert.doesNotMatch(answer, /[\u202a-\u202e\u2066-\u2069]/);
    assert.ok(!answer.includes(hostileTexts.lines));
    assert.ok(answer.length < 20_000, 'a title of 10,000 characters is handed on whole');
  });

  for (const [what, name, input] of [
    ['a role', 'prolific_prepareInvitation', { addresses: ['bo@x.org'], role: 'WORKSPACE_ADMIN' }],
    ['nobody', 'prolific_prepareInvitation', { addresses: [] }],
    ['a number for an address', 'prolific_prepareInvitation', { addresses: [7] }],
    ['a blank title', 'prolific_prepareRename', { title: '  ' }],
    ['no title', 'prolific_prepareRename', {}],
    ['a field that does not exist', 'prolific_readWorkspace', { everything: true }],
  ] as const) {
    it(`refuse ${what}, and send nothing`, async () => {
      const answer = await call(name, { workspaceId: idOf('Perception lab'), ...input }).catch(String);
      assert.match(answer, /Nothing was done|Error/);
      assert.doesNotMatch(answer, /WORKSPACE_ADMIN/);
      assert.deepEqual(sandbox.requests, []);
    });
  }

  it('know only the workspaces of the account', async () => {
    const answer = await call('prolific_readWorkspace', { workspaceId: 'f'.repeat(24) });
    assert.match(answer, /no workspace with that id/);
    assert.deepEqual(sandbox.requests, []);
  });

  it('send and change nothing if our own question cannot be shown, as in this host', async () => {
    const workspaceId = idOf('Perception lab');
    await call('prolific_prepareInvitation', { workspaceId, addresses: ['new@example.org'] });
    await call('prolific_prepareRename', { workspaceId, title: 'Vision lab' });
    assert.deepEqual(sandbox.state.invitationEmails, []);
    assert.equal(sandbox.state.workspaceTitled('Perception lab').title, 'Perception lab');
  });

  it('sign nobody in', async () => {
    await api.sessions.signOut();
    sandbox.clearRequests();
    assert.match(await call('prolific_listWorkspaces', {}), /isn't signed in/);
    assert.deepEqual(sandbox.requests, []);
  });

  async function until(what: string, isSo: () => boolean): Promise<void> {
    const end = Date.now() + 5_000;
    while (!isSo()) {
      assert.ok(Date.now() < end, `${what}: not within five seconds`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});
