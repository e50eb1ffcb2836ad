import { strict as assert } from 'node:assert';
import { failWith, resetBeforeReading } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { signInTitle } from './harness';
import { invite } from './steps';
import { useHarness } from './useHarness';

describe('Signing in and out', () => {
  const harness = useHarness({ start: 'signedOut' });

  it('is offered if nobody is signed in, without a request before', async () => {
    const { tree, sandbox } = harness();
    await tree.hasWelcome('Sign In');
    assert.deepEqual(sandbox.requests, []);
    await harness().screenshot('signed-out');
  });

  it('hides what is typed, and keeps the box open when it loses focus @host', async () => {
    const { tree, window } = harness();
    await tree.pressInWelcome('Sign In');
    await window.quickInput.hasTitle(signInTitle);
    assert.ok(await window.quickInput.isPassword());
    await window.page.locator('.part.editor').click();
    assert.ok(await window.quickInput.isOpen());
    await harness().screenshot('sign-in-box');
  });

  it('fills the tree with the account’s workspaces, in two requests, and ignores spaces around the token @host', async () => {
    const { window, tree } = harness();
    await tree.pressInWelcome('Sign In');
    await window.quickInput.answer(`  ${tokens.ada}\t`, signInTitle);
    await tree.has('Perception lab, workspace, 5 members, your role: Admin');
    await window.quickInput.isGone();
    assert.deepEqual(harness().requests(), ['GET /users/me/', 'GET /workspaces/?limit=200&offset=0']);
    assert.deepEqual(await window.notifications.texts(), [], 'no message for what the tree shows');
    await harness().screenshot('signed-in');
  });

  it('lasts across a restart of VS Code, and ends for good with Sign Out, which says that the token stays valid @host', async () => {
    await harness().signIn();
    await harness().restart();
    await harness().tree.has('Perception lab');
    const { notifications } = harness().window;
    await harness().window.command('Prolific: Sign Out');
    await harness().tree.hasWelcome('Sign in with an API token');
    await notifications.has('stays valid until you delete it in Prolific');
    assert.deepEqual(await notifications.buttons('stays valid'), ['Open API Tokens']);
    await harness().screenshot('signed-out-message');
    await harness().restart();
    await harness().tree.hasWelcome('Sign in with an API token');
  });

  it('leaves no addresses or links in an open report when it ends', async () => {
    const { tree, window } = harness();
    await harness().signIn();
    await invite(harness(), 'Perception lab', ['new@example.edu']);
    await window.notifications.press('invited to', 'Show Report');
    await window.hasEditorText('new@example.edu');
    await window.command('Prolific: Sign Out');
    await window.dialog.press('Sign Out and Keep Invitations');
    await tree.hasWelcome('Sign in with an API token');
    await window.hasEditorText('This report is no longer available.');
    assert.ok(!(await window.editorText()).includes('new@example.edu'));
  });

  it('is not ended by a network failure, a server error, or a rejected token: each is named, with a way back', async () => {
    const { sandbox } = harness();
    await harness().signIn();
    sandbox.fault({}, resetBeforeReading());
    await harness().restart();
    const { tree } = harness();
    await tree.hasWelcome("Couldn't reach Prolific", { timeout: 30_000 });
    await harness().screenshot('unreachable');
    sandbox.clearFaults();
    sandbox.fault({}, failWith(503));
    await tree.pressInWelcome('Retry');
    await tree.hasWelcome('is having problems', { timeout: 30_000 });
    sandbox.clearFaults();
    sandbox.state.revokeToken(tokens.ada);
    await tree.pressInWelcome('Retry');
    await tree.hasWelcome('no longer accepts your API token');
    await harness().screenshot('rejected');
    sandbox.state.issueToken('ada@example.org', tokens.ada);
    await tree.pressInWelcome('try again');
    await tree.has('Perception lab');
  });

  it('comes first if a palette command needs it, and the command then continues', async () => {
    const { window } = harness();
    await window.command('Prolific: Invite Users');
    await window.quickInput.answer(tokens.ada, signInTitle);
    await window.quickInput.hasTitle('Invite Users');
    await window.quickInput.hasRow('Perception lab');
  });
});
