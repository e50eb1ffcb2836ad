import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { useHarness } from './useHarness';

const toPerception = 'Invite Users to Perception lab (1/3)';
const withSupervisors = [
  'Student,Supervisor email,Student email',
  'Mei,boss@example.edu,mei@example.edu',
  'Noor,boss@example.edu,noor@example.edu',
  'Tom,boss@example.edu,"tom@example,edu"',
  'Eva,chief@example.edu,-',
].join('\n');

describe('The list of people to invite', () => {
  const harness = useHarness();

  async function open(): Promise<void> {
    await harness().tree.pressInline('Perception lab', 'Invite Users');
    await harness().window.quickInput.hasTitle(toPerception);
  }

  it('reads what Ctrl+V pastes with its lines, asks for the column, and works with the keyboard @host', async () => {
    const { window } = harness();
    const { quickInput } = window;
    const { keyboard } = window.page;
    await window.setClipboard(withSupervisors);
    await open();
    await harness().screenshot('people-empty');
    await keyboard.press('ControlOrMeta+V');
    await quickInput.hasTitle('Select the Address Column');
    await quickInput.hasOnlyRows(['Student email', 'Supervisor email']);
    await harness().screenshot('people-column');
    await quickInput.accept();
    await quickInput.hasTitle(toPerception);
    await quickInput.hasOnlyRows([
      'tom@example.edu, “tom@example,edu”: looks mistyped',
      'Eva, chief@example.edu, -, has no email address in the chosen column',
      'mei@example.edu, Mei',
      'noor@example.edu, Noor',
    ]);
    await quickInput.hasCheckedRows(['mei@example.edu, Mei', 'noor@example.edu, Noor']);
    await harness().screenshot('people');
    await quickInput.moveTo('tom@example.edu');
    await keyboard.press('Space');
    await quickInput.hasCheckedRows(['tom@example.edu', 'mei@example.edu', 'noor@example.edu']);
    await quickInput.moveTo('noor@example.edu');
    await keyboard.press('Space');
    await quickInput.hasCheckedRows(['tom@example.edu', 'mei@example.edu']);
    await keyboard.press('Enter');
    await quickInput.pick('Collaborator');
    await quickInput.hasRow('Invite 2 people, Role: Collaborator, mei@example.edu, tom@example.edu');
    await quickInput.back();
    await quickInput.back();
    await quickInput.hasTitle(toPerception);
    await quickInput.hasCheckedRows(['tom@example.edu', 'mei@example.edu']);
    await quickInput.cancel();
  });

  it('adds a file to what was typed, and says that the clipboard is empty without losing anything @host', async () => {
    const { window } = harness();
    const { quickInput } = window;
    const folder = mkdtempSync(path.join(tmpdir(), 'prolific-people-'));
    const file = path.join(folder, 'class.csv');
    writeFileSync(file, '\ufeffName;E-mail\r\nMüller, Eva;eva@example.edu\r\nOdd;odd@example.edu\r\n', 'utf16le');
    await window.setClipboard(' ');
    await open();
    await quickInput.type('typed@example.edu');
    await quickInput.hasOnlyRows(['typed@example.edu']);
    await quickInput.pressButton('Import from File');
    await quickInput.chooseFile(file, 'Import Addresses');
    await quickInput.hasCheckedRows(['typed@example.edu', 'eva@example.edu, Müller, Eva', 'odd@example.edu, Odd']);
    await quickInput.pressButton('Paste from Clipboard');
    await window.notifications.has("The clipboard doesn't contain any text.");
    await quickInput.hasCheckedRows(['typed@example.edu', 'eva@example.edu, Müller, Eva', 'odd@example.edu, Odd']);
    await quickInput.cancel();
    rmSync(folder, { recursive: true });
  });

  it('accepts 10,000 people, lists the first of them, and finds the others', async () => {
    const { window } = harness();
    const { quickInput } = window;
    const addresses = Array.from({ length: 10_000 }, (_, index) => `person${index}@example.edu`);
    await window.setClipboard(addresses.join('\n'));
    await open();
    await quickInput.pressButton('Paste from Clipboard');
    await quickInput.hasRow('person0@example.edu');
    await harness().screenshot('people-10000');
    await quickInput.fill('person9998@');
    await quickInput.hasOnlyRows(['person9998@example.edu']);
    await quickInput.check('person9998@example.edu', false);
    await quickInput.hasCheckedRows([]);
    await quickInput.accept();
    await quickInput.pick('Collaborator');
    await quickInput.hasRow('Invite 9,999 people');
    await quickInput.cancel();
  });
});
