// node out/test/e2e/pictures.js: plays two scenes in a real VS Code and takes the pictures of the README.
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { believableLab } from '../sandbox/labs/believable';
import { tokens } from '../sandbox/labs/people';
import type { Lab } from '../sandbox/model';
import { signInTitle, Stage } from './stage';

const windowSize = { width: 860, height: 780 };

const fileOf = (name: string) => path.join(projectRoot, 'media', 'readme', `${name}.png`);

/** Titles that look the same whatever fonts the machine has. */
function latinLab(): Lab {
  const lab = believableLab();
  return { ...lab, workspaces: lab.workspaces.filter(({ title }) => /^[\p{Script=Latin}\d ]+$/u.test(title)) };
}

async function takeTree(stage: Stage): Promise<void> {
  const { tree, window } = stage;
  await tree.pressInline('Perception lab', 'Invite Users');
  await window.quickInput.answer('mei@example.edu, tom.z@example.edu, noor@example.edu', 'Invite Users');
  await window.quickInput.pick('Collaborator');
  await window.quickInput.pick('Invite 3 people');
  await window.notifications.has('3 invited');
  await window.notifications.clearAll();
  await tree.expand('Perception lab');
  for (const row of ['Projects (', 'Invitations sent from here (', 'Members (']) {
    await tree.expand(row);
  }
  await tree.click('tom.z@example.edu');
  await window.setSideBarEnd(600);
  await window.picture(fileOf('workspaces'), { width: 604, height: 568 });
}

async function takeCheck(stage: Stage): Promise<void> {
  const { tree, window } = stage;
  await window.setSideBarEnd(350);
  await tree.pressInline('Perception lab', 'Invite Users');
  await window.quickInput.answer(
    'lena@example.edu; kofi@example.edu; aiko@example.edu; ada@example.org; mei@example.edu; lena@example.edu; nobody',
    'Invite Users',
  );
  await window.quickInput.pick('Collaborator');
  await window.quickInput.hasRow('Invite 3 people');
  await window.picture(fileOf('invite'), { width: 760, height: 330 });
}

async function main(): Promise<void> {
  const stage = await Stage.open({ setup: { version: 'newest', from: 'folder' } });
  try {
    stage.sandbox.reset(latinLab());
    await stage.window.page.setViewportSize(windowSize);
    await stage.tree.pressInWelcome('Sign In');
    await stage.window.quickInput.answer(tokens.ada, signInTitle);
    await stage.tree.has('Perception lab');
    await takeTree(stage);
    stage.vscode.changeSettings({ colorTheme: 'light' });
    await stage.restart();
    await stage.window.page.setViewportSize(windowSize);
    await takeCheck(stage);
  } finally {
    await stage.close();
  }
}

void main();
