import { strict as assert } from 'node:assert';
import { failWith, resetBeforeReading } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { onStage } from './play';
import { signInTitle } from './stage';

describe('Signing in and out', () => {
  const stage = onStage((opened) => opened.beginSignedOut());

  it('is offered where nobody is signed in, and asks Prolific nothing before', async () => {
    const { tree, sandbox } = stage();
    await tree.hasWelcome('Sign In');
    assert.deepEqual(sandbox.requests, []);
    await stage().screenshot('signed-out');
  });

  it('hides what is typed and keeps the box when the focus is lost', async () => {
    const { tree, window } = stage();
    await tree.pressInWelcome('Sign In');
    await window.quickInput.hasTitle(signInTitle);
    assert.ok(await window.quickInput.isPassword());
    await window.page.locator('.part.editor').click();
    assert.ok(await window.quickInput.isOpen());
    await stage().screenshot('sign-in-box');
  });

  it('says under the box that Prolific does not accept a token, and stores nothing', async () => {
    const { window, tree } = stage();
    await window.quickInput.fill('tökén');
    await window.quickInput.accept();
    await window.quickInput.hasMessage('plain letters, digits and signs only', 'error');
    await window.quickInput.fill('not-a-token');
    await window.quickInput.accept();
    await window.quickInput.hasMessage('does not accept this token', 'error');
    await stage().screenshot('sign-in-refused');
    await window.quickInput.cancel();
    await tree.hasWelcome('Sign in with an API token');
  });

  it('fills the tree with the workspaces of the account, by two requests, and forgives spaces round the token', async () => {
    const { window, tree, sandbox } = stage();
    sandbox.clearRequests();
    await tree.pressInWelcome('Sign In');
    await window.quickInput.answer(`  ${tokens.ada}\t`, signInTitle);
    await tree.has('Perception lab, workspace, 5 members, you are Admin');
    await window.quickInput.isGone();
    assert.deepEqual(stage().requests(), ['GET /users/me/', 'GET /workspaces/?limit=200&offset=0']);
    assert.deepEqual(await window.notifications.texts(), [], 'no message for what the tree shows');
    await stage().screenshot('signed-in');
  });

  it('lasts over a restart of VS Code', async () => {
    await stage().restart();
    await stage().tree.has('Perception lab');
  });

  it('is asked for again when Prolific rejects the stored token, and Retry tries that once more', async () => {
    const { sandbox } = stage();
    sandbox.state.revokeToken(tokens.ada);
    await stage().restart();
    await stage().tree.hasWelcome('no longer accepts the API token');
    await stage().screenshot('rejected');
    sandbox.state.issueToken('ada@example.org', tokens.ada);
    await stage().tree.pressInWelcome('try it once more');
    await stage().tree.has('Perception lab');
  });

  it('is not ended by the network: out of reach at the start, back with Retry', async () => {
    const { sandbox } = stage();
    sandbox.fault({}, resetBeforeReading());
    await stage().restart();
    await stage().tree.hasWelcome('could not be reached', { timeout: 30_000 });
    await stage().screenshot('unreachable');
    sandbox.clearFaults();
    await stage().tree.pressInWelcome('Retry');
    await stage().tree.has('Perception lab');
  });

  it('names a problem of Prolific’s own', async () => {
    const { sandbox } = stage();
    sandbox.fault({}, failWith(503));
    await stage().restart();
    await stage().tree.hasWelcome('problem of its own', { timeout: 30_000 });
    sandbox.clearFaults();
    await stage().tree.pressInWelcome('Retry');
    await stage().tree.has('Perception lab');
  });

  it('ends with Sign Out, which says that the token stays valid at Prolific', async () => {
    const { window, tree } = stage();
    await window.command('Prolific: Sign Out');
    await tree.hasWelcome('Sign in with an API token');
    await window.notifications.has('At Prolific it stays valid until you delete it there');
    assert.deepEqual(await window.notifications.buttons('stays valid'), ['Open Token Page']);
    await stage().screenshot('signed-out-message');
    await stage().restart();
    await stage().tree.hasWelcome('Sign in with an API token');
  });

  it('comes first when a palette command needs it, and the command then goes on', async () => {
    const { window } = stage();
    await window.command('Prolific: Invite Users');
    await window.quickInput.answer(tokens.ada, signInTitle);
    await window.quickInput.hasTitle('Invite Users');
    await window.quickInput.hasRow('Perception lab');
    await window.quickInput.cancel();
  });
});
