// node out/test/e2e/pictures.js: plays three scenes in a real VS Code and takes the pictures of the README.
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { shutDown } from '../host/shutDown';
import { believableLab } from '../sandbox/labs/believable';
import { tokens } from '../sandbox/labs/people';
import type { Lab } from '../sandbox/model';
import { container, signInTitle, Harness } from './harness';

const windowSize = { width: 860, height: 780 };

const fileOf = (name: string) => path.join(projectRoot, 'media', 'readme', `${name}.png`);

/** Titles that look the same whatever fonts the machine has. */
function latinLab(): Lab {
  const lab = believableLab();
  return { ...lab, workspaces: lab.workspaces.filter(({ title }) => /^[\p{Script=Latin}\d ]+$/u.test(title)) };
}

async function takeTree(harness: Harness): Promise<void> {
  const { tree, window } = harness;
  await tree.pressInline('Perception lab', 'Invite Users');
  await window.quickInput.answer('mei@example.edu, tom.z@example.edu, noor@example.edu', 'Invite Users');
  await window.quickInput.pick('Collaborator');
  await window.quickInput.pick('Invite 3 people');
  await window.notifications.has('3 invited');
  await window.notifications.clearAll();
  await tree.expand('Perception lab');
  for (const row of ['Projects (', 'Sent Invitations (', 'Members (']) {
    await tree.expand(row);
  }
  await tree.click('tom.z@example.edu');
  await window.setSideBarEnd(600);
  await window.picture(fileOf('workspaces'), { width: 604, height: 568 });
}

async function takeCheck(harness: Harness): Promise<void> {
  const { tree, window } = harness;
  await window.setSideBarEnd(350);
  await tree.pressInline('Perception lab', 'Invite Users');
  await window.quickInput.answer(
    'nobody; lena@example.edu; kofi@example.edu; aiko@example.edu; ada@example.org; mei@example.edu; lena@example.edu',
    'Invite Users',
  );
  await window.quickInput.pick('Collaborator');
  await window.quickInput.hasRow('Invite 3 people');
  await window.picture(fileOf('invite'), { width: 760, height: 330 });
}

async function takeStudies(harness: Harness): Promise<void> {
  const { tree, window } = harness;
  const active = window.tree('Active Studies');
  for (const row of ['Members (', 'Sent Invitations (']) {
    await tree.collapse(row);
  }
  await tree.expand('Pilot, project');
  await window.focusView(container, 'Active Studies');
  await active.has('RISK 7, study, Active', ({ description }) => description.includes('Decision making'));
  await window.setSideBarEnd(600);
  await active.click('FACES-2 main');
  await window.picture(fileOf('studies'), { width: 604, height: 700 });
}

async function main(): Promise<void> {
  const harness = await Harness.open({ setup: { version: 'newest', from: 'folder' } });
  try {
    harness.sandbox.reset(latinLab());
    await harness.window.page.setViewportSize(windowSize);
    await harness.tree.pressInWelcome('Sign In');
    await harness.window.quickInput.answer(tokens.ada, signInTitle);
    await harness.tree.has('Perception lab');
    await takeTree(harness);
    await takeStudies(harness);
    harness.vscode.changeSettings({ colorTheme: 'light' });
    await harness.restart();
    await harness.window.page.setViewportSize(windowSize);
    await takeCheck(harness);
  } finally {
    await harness.close();
    await shutDown();
  }
}

void main();
