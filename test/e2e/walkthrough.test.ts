import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { tokens } from '../sandbox/labs/people';
import { signInTitle, type Harness } from './harness';
import { themesToTest } from './themesToTest';
import { useHarness } from './useHarness';
import { eventually, keepTrying } from './workbench/eventually';

const title = 'Get Started with Prolific (Unofficial)';
const signIn = 'Sign in with an API token';
const lookAround = 'Explore your workspaces';
const invite = 'Invite people';
const copyLink = 'Copy an invite link';
const studies = 'Keep an eye on your studies';
const steps = [signIn, lookAround, invite, copyLink, studies];
const pictures = ['sign-in', 'look-around', 'invite', 'copy-link', 'studies'];

function shapesOf(picture: string): number {
  const svg = readFileSync(path.join(projectRoot, 'media', 'walkthrough', `${picture}.svg`), 'utf8');
  return [...svg.matchAll(/<(rect|path|circle)\b/g)].length;
}

// In its first seconds a window does not know the walkthroughs of extensions yet: the palette then offers only VS Code's own,
// and the command opens one of them, which the floor does not leave for another.
function open({ window }: Harness, how: () => Promise<void>): Promise<void> {
  return keepTrying('open the walkthrough', async () => {
    await window.press('Escape');
    await window.command('View: Close All Editors');
    await how();
    await window.walkthrough.hasTitle(title, { timeout: 2_000 });
  });
}

function openFromPalette(harness: Harness): Promise<void> {
  const { window } = harness;
  return open(harness, async () => {
    await window.command('Welcome: Open Walkthrough...');
    await window.quickInput.hasRow(title, { timeout: 2_000 });
    await window.quickInput.pick(title);
  });
}

describe('The walkthrough', () => {
  const harness = useHarness({ start: 'signedOut', freshWindow: true });

  it('does not open by itself, but from the link in the welcome view, with five steps', async () => {
    assert.deepEqual(await harness().window.editors(), []);
    await open(harness(), () => harness().tree.pressInWelcome('Take the tour'));
    assert.deepEqual(
      await harness().window.walkthrough.steps(),
      steps.map((step) => ({ title: step, done: false })),
    );
  });

  it('checks each step off when it is done, not when its box is closed, and keeps that across a restart and a sign-out @host', async () => {
    const { window, tree } = harness();
    const { quickInput, walkthrough, notifications } = window;
    await openFromPalette(harness());
    await walkthrough.press(signIn, 'Sign In');
    await quickInput.hasTitle(signInTitle);
    await quickInput.cancel();
    await walkthrough.hasDone();
    await walkthrough.press(signIn, 'Sign In');
    await quickInput.answer(tokens.ada, signInTitle);
    await walkthrough.hasDone(signIn);

    // Showing the view is not looking around.
    await window.command('View: Show Explorer');
    await walkthrough.press(lookAround, 'Show Workspaces');
    await tree.has('Perception lab');
    await walkthrough.hasDone(signIn);
    await tree.expand('Perception lab');
    await walkthrough.hasDone(signIn, lookAround);

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

    await walkthrough.press(copyLink, 'Copy Invite Link');
    await quickInput.hasTitle('Copy Invite Link');
    await quickInput.cancel();
    await walkthrough.hasDone(signIn, lookAround, invite);
    await walkthrough.press(copyLink, 'Copy Invite Link');
    await quickInput.pick('mei@example.edu');
    await walkthrough.hasDone(signIn, lookAround, invite, copyLink);

    await walkthrough.press(studies, 'Show Active Studies');
    await walkthrough.hasDone(...steps);

    // VS Code stores a step a moment after it was done, which signing out outlasts.
    await window.command('Prolific: Sign Out');
    await window.dialog.press('Sign Out and Keep Invitations');
    await tree.hasWelcome('Sign in with an API token');
    await harness().restart();
    await openFromPalette(harness());
    await harness().window.walkthrough.hasDone(...steps);
  });
});

describe('The walkthrough’s pictures', () => {
  for (const colorTheme of themesToTest(['highContrast'])) {
    describe(`in the theme ${colorTheme}`, () => {
      const themed = useHarness({ start: 'signedOut', colorTheme });

      it('are drawn in its colors', async () => {
        const { walkthrough } = themed().window;
        await openFromPalette(themed());
        // Beside the side bar an editor of this window is too narrow for pictures.
        await themed().window.command('View: Toggle Primary Side Bar Visibility');
        for (const [index, step] of steps.entries()) {
          await walkthrough.select(step);
          // It grows into the room that the side bar has left.
          const { withoutColour } = await eventually(
            `the picture of "${step}", large enough`,
            () => walkthrough.picture(shapesOf(pictures[index] ?? '')),
            ({ width, height }) => width > 200 && height > 100,
          );
          assert.deepEqual(withoutColour, [], step);
          await themed().screenshot(`walkthrough-${colorTheme}-${index + 1}`);
        }
      });
    });
  }
});
