import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { tokens } from '../sandbox/labs/people';
import { useHarness } from './useHarness';
import { themesToTest } from './themesToTest';
import { signInTitle } from './harness';
import { keepTrying } from './workbench/eventually';

const title = 'Get Started with Prolific (Unofficial)';
const signIn = 'Sign in with an API token';
const lookAround = 'Explore your workspaces';
const invite = 'Invite people';
const copyLink = 'Copy an invite link';
const steps = [signIn, lookAround, invite, copyLink];
const pictures = ['sign-in', 'look-around', 'invite', 'copy-link'];

function shapesOf(picture: string): number {
  const svg = readFileSync(path.join(projectRoot, 'media', 'walkthrough', `${picture}.svg`), 'utf8');
  return [...svg.matchAll(/<(rect|path|circle)\b/g)].length;
}

describe('The walkthrough', () => {
  const harness = useHarness((opened) => opened.beginSignedOut());

  // In its first seconds a window does not know the walkthroughs of extensions yet: the palette then offers only VS Code's own,
  // and the command opens one of them, which the floor does not leave for another.
  function open(how: () => Promise<void>): Promise<void> {
    const { window } = harness();
    return keepTrying('open the walkthrough', async () => {
      await window.press('Escape');
      await window.command('View: Close All Editors');
      await how();
      await window.walkthrough.hasTitle(title, { timeout: 2_000 });
    });
  }

  function openFromPalette(): Promise<void> {
    const { window } = harness();
    return open(async () => {
      await window.command('Welcome: Open Walkthrough...');
      await window.quickInput.hasRow(title, { timeout: 2_000 });
      await window.quickInput.pick(title);
    });
  }

  it('does not open by itself', async () => {
    assert.deepEqual(await harness().window.editors(), []);
  });

  it('opens from the tour in the welcome of the view, with four steps to do', async () => {
    await open(() => harness().tree.pressInWelcome('Take the tour'));
    assert.deepEqual(
      await harness().window.walkthrough.steps(),
      steps.map((step) => ({ title: step, done: false })),
    );
  });

  it('opens from the palette', async () => {
    await openFromPalette();
    await harness().window.walkthrough.hasDone();
  });

  it('ticks the sign-in when somebody is signed in, and not for a box that was closed', async () => {
    const { quickInput, walkthrough } = harness().window;
    await walkthrough.press(signIn, 'Sign In');
    await quickInput.hasTitle(signInTitle);
    await quickInput.cancel();
    await walkthrough.hasDone();
    await walkthrough.press(signIn, 'Sign In');
    await quickInput.answer(tokens.ada, signInTitle);
    await walkthrough.hasDone(signIn);
  });

  it('ticks the look around when a workspace is opened, and not for showing the view', async () => {
    const { window, tree } = harness();
    await window.command('View: Show Explorer');
    await window.walkthrough.press(lookAround, 'Show Workspaces');
    await tree.has('Perception lab');
    await window.walkthrough.hasDone(signIn);
    await tree.expand('Perception lab');
    await window.walkthrough.hasDone(signIn, lookAround);
  });

  it('ticks the invitation when somebody is invited, and not for a wizard that was closed', async () => {
    const { quickInput, walkthrough, notifications } = harness().window;
    await walkthrough.press(invite, 'Invite Users');
    await quickInput.hasTitle('Invite Users (1/4)');
    await quickInput.cancel();
    await walkthrough.hasDone(signIn, lookAround);
    await walkthrough.press(invite, 'Invite Users');
    await quickInput.pick('Perception lab');
    await quickInput.answer('mei@example.edu', '(2/4)');
    await quickInput.pick('Collaborator');
    await quickInput.pick('Invite 1 person');
    await notifications.has('1 invited to Perception lab');
    await walkthrough.hasDone(signIn, lookAround, invite);
    await notifications.clearAll();
  });

  it('ticks the link when one is copied, and not for a picker that was closed', async () => {
    const { quickInput, walkthrough } = harness().window;
    await walkthrough.press(copyLink, 'Copy Invite Link');
    await quickInput.hasTitle('Copy Invite Link');
    await quickInput.cancel();
    await walkthrough.hasDone(signIn, lookAround, invite);
    await walkthrough.press(copyLink, 'Copy Invite Link');
    await quickInput.pick('mei@example.edu');
    await walkthrough.hasDone(...steps);
  });

  it('keeps its ticks over a restart and a sign-out', async () => {
    await harness().restart();
    await harness().window.command('Prolific: Sign Out');
    await harness().window.dialog.press('Sign Out and Keep Invitations');
    await openFromPalette();
    await harness().window.walkthrough.hasDone(...steps);
  });

  for (const colorTheme of themesToTest(['light', 'highContrast'])) {
    it(`draws its pictures in the colours of the theme: ${colorTheme}`, async () => {
      harness().vscode.changeSettings({ colorTheme });
      await harness().restart();
      await openFromPalette();
      // Beside the side bar an editor of this window is too narrow for pictures.
      await harness().window.command('View: Toggle Primary Side Bar Visibility');
      for (const [index, step] of steps.entries()) {
        await harness().window.walkthrough.select(step);
        const { width, height, withoutColour } = await harness().window.walkthrough.picture(
          shapesOf(pictures[index] ?? ''),
        );
        assert.ok(width > 200 && height > 100, `${step}: drawn ${width} by ${height}`);
        assert.deepEqual(withoutColour, [], step);
        await harness().screenshot(`walkthrough-${colorTheme}-${index + 1}`);
      }
    });
  }
});
