import { strict as assert } from 'node:assert';
import * as path from 'node:path';
import type { ToolName } from '../../src/platform/ids';
import { projectRoot } from '../host/projectRoot';
import { hostileLab, hostileTexts } from '../sandbox/labs/hostile';
import { useHarness } from './useHarness';
import { signInTitle } from './harness';
import { tokens } from '../sandbox/labs/people';
import { eventually } from './workbench/eventually';

const caller = path.join(projectRoot, 'test', 'e2e', 'toolCaller');
const noAnswer = 'no answer yet';
const question = 'Share workspace members with the language model?';
const people = /@|Whitfield|Lindqvist|Okonjo/;

describe('A language model', () => {
  const harness = useHarness((opened) => opened.beginSignedIn(), { testExtensions: [caller] });

  beforeEach(async () => {
    await harness().window.quickInput.isGone();
    harness().sandbox.clearRequests();
  });

  /** As an extension with a model would. The answer comes when the tool is done, so it is asked for by itself. */
  async function call(tool: ToolName, input: object): Promise<void> {
    const { window } = harness();
    await window.setClipboard(noAnswer);
    await window.command('Caller: Call a Tool');
    await window.quickInput.answer(JSON.stringify({ tool, input }), 'Call a Tool');
  }

  function answer(): Promise<string> {
    return eventually(
      'an answer for the model',
      () => harness().window.clipboard(),
      (text) => text !== noAnswer,
    );
  }

  async function asksNothing(): Promise<void> {
    const { window } = harness();
    assert.ok(!(await window.dialog.isOpen()), 'a dialog is open');
    assert.ok(!(await window.quickInput.isOpen()), 'a box is open');
    assert.deepEqual(await window.notifications.texts(), []);
  }

  const idOf = (title: string) => harness().sandbox.state.workspaceTitled(title).id;

  it('lists and reads without a question, and is told nobody’s name', async () => {
    await call('prolific_listWorkspaces', {});
    const list = await answer();
    assert.match(list, /"title": "Perception lab"/);
    assert.doesNotMatch(list, people);
    await asksNothing();
    await call('prolific_readWorkspace', { workspaceId: idOf('Perception lab') });
    const read = await answer();
    assert.match(read, /"available": "£42.00"/);
    assert.doesNotMatch(read, people);
    await asksNothing();
  });

  it('is told nothing of people where the person does not agree', async () => {
    const { dialog } = harness().window;
    await call('prolific_readWorkspace', { workspaceId: idOf('Perception lab'), includePeople: true });
    const { detail, buttons } = await dialog.has(question);
    assert.match(detail, /names, email addresses, and roles of the members of “Perception lab”/);
    await harness().screenshot('agent-people');
    await dialog.press(buttons.find((button) => button === 'Cancel') ?? 'No');
    assert.equal(await answer(), 'Canceled: Canceled');
    assert.deepEqual(harness().requests(), []);
  });

  it('is told names and addresses where the person agrees', async () => {
    const { dialog } = harness().window;
    await call('prolific_readWorkspace', { workspaceId: idOf('Perception lab'), includePeople: true });
    await dialog.has(question);
    assert.equal(await harness().window.clipboard(), noAnswer);
    await dialog.press('Yes');
    const text = await answer();
    assert.match(text, /"name": "Bo Lindqvist",\s+"address": "Bo.Lindqvist@example.org"/);
    assert.match(text, /Ask Bo before you spend more than £200/);
  });

  it('opens the check of an invitation, filled in, and nothing is sent when the person closes it', async () => {
    const { quickInput } = harness().window;
    await call('prolific_prepareInvitation', {
      workspaceId: idOf('Perception lab'),
      addresses: ['new@example.edu', 'other@example.edu', 'ada@example.org', 'new@example.edu', 'nobody'],
    });
    await quickInput.hasTitle('Invite Users to Perception lab (3/3)');
    await quickInput.hasRow('Invite 2 people');
    const rows = await quickInput.rows();
    assert.match(rows[0] ?? '', /^Invite 2 people, Role: Collaborator, new@example.edu, other@example.edu/);
    for (const line of [/Already members: 1.*ada@example.org/, /Given more than once: 1/, /No addresses: 1.*nobody/]) {
      assert.ok(
        rows.some((row) => line.test(row)),
        `${String(line)} is not among ${rows.join(' | ')}`,
      );
    }
    await harness().screenshot('agent-invitation');
    await quickInput.cancel();
    assert.equal(await answer(), 'The user reviewed the invitation and sent nothing.');
    assert.deepEqual(harness().requestsOf('POST'), []);
  });

  it('has collaborators invited, once, when the person says so, and is told how many', async () => {
    const { window } = harness();
    const workspaceId = idOf('Perception lab');
    await call('prolific_prepareInvitation', { workspaceId, addresses: ['one@example.edu', 'two@example.edu', 'odd'] });
    await window.quickInput.hasRow('Invite 2 people');
    await window.press('Enter');
    await window.notifications.has('2 invited to Perception lab');
    const text = await answer();
    assert.equal(text, 'The user reviewed the invitation and sent it. Outcomes: {"invited":2,"invalid":1}');
    assert.deepEqual(
      harness()
        .requestsOf('POST')
        .map(({ body }) => body),
      [{ association: workspaceId, emails: ['one@example.edu', 'two@example.edu'], role: 'WORKSPACE_COLLABORATOR' }],
    );
    await harness().screenshot('agent-invited');
    await window.notifications.clearAll();
  });

  it('leaves to the person what comes before the check: Back leads to the role and to the addresses', async () => {
    const { quickInput } = harness().window;
    await call('prolific_prepareInvitation', {
      workspaceId: idOf('Perception lab'),
      addresses: ['three@example.edu', 'four@example.edu'],
    });
    await quickInput.hasTitle('(3/3)');
    await quickInput.back();
    await quickInput.hasTitle('(2/3)');
    await quickInput.hasRow('Collaborator');
    await quickInput.back();
    await quickInput.hasTitle('(1/3)');
    assert.equal(await quickInput.value(), 'three@example.edu; four@example.edu');
    await harness().screenshot('agent-invitation-back');
    await quickInput.cancel();
    assert.match(await answer(), /sent nothing/);
    assert.deepEqual(harness().requestsOf('POST'), []);
  });

  it('cannot ask for a role', async () => {
    await call('prolific_prepareInvitation', {
      workspaceId: idOf('Perception lab'),
      addresses: ['boss@example.edu'],
      role: 'WORKSPACE_ADMIN',
    });
    assert.match(await answer(), /^Nothing was done because the input is invalid. role: expected never/);
    await asksNothing();
    assert.deepEqual(harness().requests(), []);
  });

  it('suggests a title in the box, which changes nothing when the person closes it', async () => {
    const { quickInput } = harness().window;
    await call('prolific_prepareRename', { workspaceId: idOf('Perception lab'), title: 'Vision lab' });
    await quickInput.hasTitle('Rename Workspace “Perception lab”');
    assert.equal(await quickInput.value(), 'Vision lab');
    await quickInput.hasMessage('Title suggested by an agent. Edit it before saving if you like.');
    await harness().screenshot('agent-rename');
    await quickInput.cancel();
    assert.equal(await answer(), 'The user closed the prompt. The title is unchanged.');
    assert.deepEqual(harness().requests(), []);
  });

  it('…and renames by the usual three requests when the person takes it', async () => {
    const { quickInput } = harness().window;
    await call('prolific_prepareRename', { workspaceId: idOf('Perception lab'), title: 'Vision lab' });
    await quickInput.hasTitle('Rename Workspace');
    await quickInput.accept();
    await harness().tree.has('Vision lab');
    assert.match(await answer(), /has decided on a title/);
    assert.deepEqual(harness().requests(), ['GET /workspaces/:id/', 'PATCH /workspaces/:id/', 'GET /workspaces/:id/']);
  });

  it('is the same after a restart: what is asked names the workspace though the list was not read yet', async () => {
    await harness().restart();
    const { dialog } = harness().window;
    await call('prolific_readWorkspace', { workspaceId: idOf('Vision lab'), includePeople: true });
    const { detail } = await dialog.has(question);
    assert.match(detail, /“Vision lab”/);
    await harness().window.press('Escape');
    assert.match(await answer(), /Canceled/);
  });

  it('cannot have a hostile title come alive in what is asked', async () => {
    await harness().beginSignedOut();
    const { sandbox, window } = harness();
    sandbox.reset(hostileLab());
    await harness().tree.pressInWelcome('Sign In');
    await window.quickInput.answer(tokens.ada, signInTitle);
    await harness().tree.has('No wallet');
    for (const key of ['markdown', 'html', 'commandLink', 'bareLink', 'icon'] as const) {
      await call('prolific_readWorkspace', { workspaceId: idOf(hostileTexts[key]), includePeople: true });
      const { detail } = await window.dialog.has(question);
      assert.ok(detail.replaceAll('\u2060', '').includes(`“${hostileTexts[key]}”`), `${key} reads ${detail}`);
      const alive = harness().window.page.locator(
        '.monaco-dialog-box .dialog-message-container :is(a, img, b, strong, code)',
      );
      assert.equal(await alive.count(), 0, `${key} came alive`);
      await harness().screenshot(`agent-hostile-${key}`);
      await window.press('Escape');
      assert.match(await answer(), /Canceled/);
    }
    assert.deepEqual(await window.notifications.texts(), []);
  });

  it('is told that nobody is signed in, and opens nothing', async () => {
    await harness().beginSignedOut();
    for (const [tool, input] of [
      ['prolific_listWorkspaces', {}],
      ['prolific_readWorkspace', { workspaceId: 'w' }],
      ['prolific_prepareInvitation', { workspaceId: 'w', addresses: ['a@example.edu'] }],
      ['prolific_prepareRename', { workspaceId: 'w', title: 'Vision lab' }],
    ] as const) {
      await call(tool, input);
      assert.match(await answer(), /^The user isn't signed in to Prolific/);
      await asksNothing();
    }
    assert.deepEqual(harness().requests(), []);
    await harness().screenshot('agent-signed-out');
  });
});
