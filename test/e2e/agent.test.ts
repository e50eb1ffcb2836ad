import { strict as assert } from 'node:assert';
import * as path from 'node:path';
import type { ToolName } from '../../src/platform/ids';
import { projectRoot } from '../host/projectRoot';
import { hostileLab, hostileTexts } from '../sandbox/labs/hostile';
import { useHarness } from './useHarness';
import { eventually } from './workbench/eventually';

const caller = path.join(projectRoot, 'test', 'e2e', 'toolCaller');
const noAnswer = 'no answer yet';
const question = 'Share workspace members with the language model?';
const people = /@|Whitfield|Lindqvist|Okonjo/;

/**
 * Presses the keys whenever something is open that a tool asks, every 250 ms, beginning when a dialog opens. Returns how often. Runs
 * in the page: what a tool asked counts as read after 1.5 seconds, which are soon over for keys that come from outside.
 */
async function pressOn(keys: readonly string[]): Promise<number> {
  const keyCodes: Readonly<Record<string, number>> = { Tab: 9, Enter: 13 };
  const isShown = (selector: string) =>
    [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const press = (key: string) => {
    const init = { key, code: key, keyCode: keyCodes[key] ?? 0, bubbles: true, cancelable: true, composed: true };
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', init));
    target.dispatchEvent(new KeyboardEvent('keyup', init));
  };
  while (!isShown('.monaco-dialog-box')) {
    await pause(10);
  }
  let presses = 0;
  for (let look = 0; look < 6; look += 1) {
    if (isShown('.monaco-dialog-box, .quick-input-widget')) {
      keys.forEach(press);
      presses += 1;
    }
    await pause(250);
  }
  return presses;
}

describe('A language model', () => {
  const harness = useHarness({ testExtensions: [caller] });

  /** Calls a tool as an extension with a model would. Its result is awaited separately. */
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

  it('lists and reads without a question, and gets nobody’s name @host', async () => {
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

  it('gets names and addresses if the user agrees @host', async () => {
    const { dialog } = harness().window;
    await call('prolific_readWorkspace', { workspaceId: idOf('Perception lab'), includePeople: true });
    await dialog.has(question);
    assert.equal(await harness().window.clipboard(), noAnswer);
    await dialog.pressOnceRead('Share');
    const text = await answer();
    assert.match(text, /"name": "Bo Lindqvist",\s+"address": "Bo.Lindqvist@example.org"/);
    assert.match(text, /Ask Bo before you spend more than £200/);
  });

  it('shows the user everybody it wants to invite, and sends nothing if that is canceled', async () => {
    const { window } = harness();
    await call('prolific_prepareInvitation', {
      workspaceId: idOf('Perception lab'),
      addresses: ['new@example.edu', 'other@example.edu', 'ada@example.org', 'new@example.edu', 'nobody'],
    });
    const { message, detail } = await window.dialog.has('Invite 2 people to Perception lab as Collaborator?');
    assert.equal(message, 'Invite 2 people to Perception lab as Collaborator?');
    assert.match(detail, /An AI agent requested this.*Already members: 1.*Duplicates: 1.*Invalid addresses: 1/);
    await harness().screenshot('agent-invitation');
    await window.dialog.press('Review People');
    await window.quickInput.hasTitle('Invite Users to Perception lab');
    await eventually(
      'everybody the agent named',
      async () => (await window.quickInput.rows()).join(' | '),
      (rows) => /new@example.edu.*other@example.edu.*ada@example.org.*nobody/.test(rows),
    );
    await harness().screenshot('agent-invitation-people');
    await window.quickInput.cancel();
    await window.dialog.press('Cancel');
    assert.equal(await answer(), 'The user reviewed the invitation and sent nothing.');
    assert.deepEqual(harness().requestsOf('POST'), []);
  });

  it('has collaborators invited, once, when the user agrees, and is told how many @host', async () => {
    const { window } = harness();
    const workspaceId = idOf('Perception lab');
    await call('prolific_prepareInvitation', { workspaceId, addresses: ['one@example.edu', 'two@example.edu', 'odd'] });
    await window.dialog.pressOnceRead('Invite');
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
  });

  it('gets nothing sent or shared by keystrokes meant for something else, every 250 ms', async () => {
    const { window } = harness();
    const workspaceId = idOf('Perception lab');
    for (const [tool, input] of [
      ['prolific_prepareInvitation', { workspaceId, addresses: ['attacker@example.edu'] }],
      ['prolific_prepareRename', { workspaceId, title: 'Owned' }],
      ['prolific_readWorkspace', { workspaceId, includePeople: true }],
    ] as const) {
      for (const keys of [['Enter'], ['Tab', 'Enter']]) {
        const [presses] = await Promise.all([window.page.evaluate(pressOn, keys), call(tool, input)]);
        assert.ok(presses > 0, 'no key was pressed while something was open');
        await eventually(
          'an answer after Escape',
          async () => {
            await window.press('Escape');
            return window.clipboard();
          },
          (text) => text !== noAnswer,
        );
        assert.match(await answer(), /sent nothing|changed nothing|didn't agree/);
      }
    }
    assert.deepEqual([harness().requestsOf('POST'), harness().requestsOf('PATCH')], [[], []]);
    assert.deepEqual(
      harness().sandbox.invitationsSent.filter(({ address }) => address === 'attacker@example.edu'),
      [],
    );
  });

  it('suggests a title, which is saved in the usual three requests when the user accepts it', async () => {
    const { window } = harness();
    await call('prolific_prepareRename', { workspaceId: idOf('Perception lab'), title: 'Vision lab' });
    await window.dialog.pressOnceRead('Rename');
    await harness().tree.has('Vision lab');
    assert.match(await answer(), /has decided on a title/);
    assert.deepEqual(harness().requests(), ['GET /workspaces/:id/', 'PATCH /workspaces/:id/', 'GET /workspaces/:id/']);
  });

  it('works the same after a restart: the question names the workspace even before the list is read', async () => {
    await harness().restart();
    const { dialog } = harness().window;
    await call('prolific_readWorkspace', { workspaceId: idOf('Perception lab'), includePeople: true });
    const { detail } = await dialog.has(question);
    assert.match(detail, /“Perception lab”/);
    await harness().window.press('Escape');
    assert.match(await answer(), /didn't agree/);
  });

  it('cannot have a hostile title come alive in a question', async () => {
    await harness().begin({ lab: hostileLab });
    const { window } = harness();
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
      assert.match(await answer(), /didn't agree/);
    }
    assert.deepEqual(await window.notifications.texts(), []);
  });

  it('is told that nobody is signed in, and opens nothing', async () => {
    await harness().begin({ start: 'signedOut' });
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
