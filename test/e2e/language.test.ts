import { strict as assert } from 'node:assert';
import { openWorkbench, type OpenWorkbench } from '../host/openWorkbench';
import { failWith } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { nameOf } from '../sandbox/model';
import { startSandbox, type Sandbox } from '../sandbox/sandbox';
import { pseudo } from './language/pseudo';
import { assertTranslated, type parts } from './language/screen';
import { makeTranslatedVsix, manifestTexts, sourceTexts } from './language/translatedVsix';
import { setupFromEnv } from './harness';
import { Workbench } from './workbench';
import type { TreeView } from './workbench/treeView';

/** The pseudo-language goes by the name of a real one, so that numbers and dates have another way to be written. */
const languageId = 'de';
/** What the runtime puts between the last two of a list in that language. */
const wordOfList = '⟧ und ⟦';

/** A text of ours as it has to be on the screen. */
function shown(english: string, ...values: readonly string[]): string {
  const isOurs = [...Object.values(sourceTexts), ...Object.values(manifestTexts)].includes(english);
  assert.ok(isOurs, `there is no text “${english}”`);
  return pseudo(english).replace(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

describe('In another language', () => {
  let sandbox: Sandbox | undefined;
  let vscode: OpenWorkbench | undefined;
  let window: Workbench;
  let tree: TreeView;

  before(async function () {
    this.timeout(180_000);
    sandbox = await startSandbox();
    vscode = await openWorkbench({
      version: setupFromEnv().version,
      extension: { kind: 'vsix', file: await makeTranslatedVsix(languageId, pseudo) },
      settings: { 'prolific.apiUrl': sandbox.origin },
      displayLanguage: languageId,
    });
    window = new Workbench(vscode.page);
    // Without its brackets, since the name of the account comes between them.
    tree = window.tree(shown('Workspaces').slice(1, -1));
    await window.ready(shown('Prolific'));
    await window.openView(shown('Prolific'));
  });

  after(async () => {
    await vscode?.close();
    await sandbox?.stop();
  });

  /** Each test goes on where the one before ended. */
  let isAbandoned = false;
  beforeEach(function () {
    if (isAbandoned) {
      this.skip();
    }
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      isAbandoned = true;
      await window.screenshot(
        `test/e2e/screenshots/failed-language-${this.currentTest.title.replace(/\W+/g, '-')}.png`,
      );
    }
  });

  /** That the part is ours and whole, but for what the server says. */
  function isTranslated(part: keyof typeof parts): Promise<void> {
    const { workspaces = [] } = sandbox?.state ?? {};
    const names = workspaces.flatMap(({ title, description, members, owner, projects }) => [
      ...[title, description, ...projects.flatMap((project) => [project.title, project.description])],
      ...[owner, ...members.map(({ person }) => person)].map((id) => nameOf(sandbox?.state.person(id) ?? nobody)),
    ]);
    const longestFirst = names.filter((name) => name !== '').sort((one, other) => other.length - one.length);
    return assertTranslated(window.page, part, [...longestFirst, wordOfList]);
  }

  it('welcomes', async () => {
    await tree.hasWelcome(shown('Sign In'));
    await isTranslated('sideBar');
  });

  it('asks for the token, and says what is wrong with it', async () => {
    await tree.pressInWelcome(shown('Sign In'));
    await window.quickInput.hasTitle(shown('Sign In to Prolific'));
    await isTranslated('quickInput');
    await window.quickInput.accept();
    await window.quickInput.hasMessage(shown('Enter an API token.'), 'error');
    await window.quickInput.fill(tokens.ada);
    await window.quickInput.accept();
    await tree.has('Perception lab');
  });

  it('shows the rows of the tree, and what is told of each', async () => {
    await tree.expand('Perception lab');
    await tree.has(shown('Balance'), ({ description }) => /42,00\s£/.test(description));
    await tree.has(shown('Projects ({0})', '3'));
    await tree.expand(shown('Members ({0})', '5'));
    await tree.has('Ada Whitfield', ({ description }) => description.includes(shown('Owner')));
    await isTranslated('sideBar');
    await tree.tooltip('Perception lab');
    await isTranslated('hover');
    await window.page.mouse.move(0, 0);
  });

  it('names the commands in menus and in the palette', async () => {
    const items = await tree.contextMenu('Perception lab');
    assert.ok(items.includes(shown('Invite Users')), items.join());
    assert.deepEqual(
      items.filter((item) => !item.startsWith('⟦')),
      [],
    );
    await window.press('F1');
    await window.quickInput.fill('>Prolific: ');
    await window.quickInput.hasRow(`Prolific: ${shown('Copy Invite Link')}`);
    const commands = (await window.quickInput.rows()).filter((row) => row.startsWith('Prolific: '));
    assert.deepEqual(
      commands.filter((row) => !row.startsWith('Prolific: ⟦')),
      [],
    );
    await window.press('Escape');
  });

  it('renames', async () => {
    await tree.pressInContextMenu('Perception lab', shown('Rename Workspace'));
    await window.quickInput.hasTitle(shown('Rename Workspace “{0}”', 'Perception lab'));
    await isTranslated('quickInput');
    await window.quickInput.fill('A title that is longer than eighteen');
    await window.quickInput.hasMessage('36', 'warning');
    await isTranslated('quickInput');
    await window.quickInput.fill(' ');
    await window.quickInput.hasMessage(shown('Enter a title.'), 'error');
    await window.press('Escape');
  });

  it('asks whom to invite, step by step', async () => {
    const { quickInput } = window;
    await window.command(`Prolific: ${shown('Invite Users')}`);
    await quickInput.hasTitle('(1/4)');
    await isTranslated('quickInput');
    await quickInput.pick('Perception lab');
    await quickInput.hasTitle(`${shown('Invite Users to {0}', 'Perception lab')} (2/4)`);
    await quickInput.fill('mei@example.edu, ada@example.org, @, mei@example.edu, ');
    await quickInput.hasMessage(shown('“{0}” has nothing before the @.', '@'), 'warning');
    await isTranslated('quickInput');
    await quickInput.accept();
    await quickInput.hasTitle('(3/4)');
    await isTranslated('quickInput');
    await quickInput.pick(shown('Admin'));
    await quickInput.hasTitle('(4/4)');
    await isTranslated('quickInput');
    await quickInput.pick(shown('Invalid addresses: {0}', '1'));
    await quickInput.hasRow('@');
    await isTranslated('quickInput');
    await window.press('Escape');
    await quickInput.hasTitle('(4/4)');
    await quickInput.pick('⟦Îñṽîţé 1');
    const told = await window.notifications.has(shown('{0} invited to {1}', '1', 'Perception lab'));
    assert.ok(told.includes(wordOfList), told);
    await isTranslated('toasts');
  });

  it('reports, with the date as the language writes it', async () => {
    await window.notifications.press('Perception lab', shown('Show Report'));
    await window.hasEditorText(shown('already a member'));
    await window.hasEditorText(/\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/);
    await isTranslated('editor');
    await window.command(`Prolific: ${shown('Copy Report as Table')}`);
    await window.hasStatus(shown('$(check) Report copied as a table').replace('$(check)', ''));
    const header = (await window.clipboard()).split('\n')[0]?.split('\t');
    assert.deepEqual(
      header,
      ['Email address', 'Name', 'Outcome', 'Message from Prolific', 'Invite link'].map((name) => shown(name)),
    );
  });

  it('lists what was sent, with the date as the language writes it', async () => {
    await tree.expand(shown('Sent Invitations ({0})', '1'));
    await tree.has('mei@example.edu', ({ description }) => /\d{2}\.\d{2}\.\d{4}/.test(description));
    await isTranslated('sideBar');
    await tree.pressInline('mei@example.edu', shown('Copy Invite Link'));
    await window.hasStatus(shown('$(check) Invite link copied').replace('$(check)', ''));
  });

  it('says what went wrong, in the tree and in a message', async () => {
    sandbox?.fault({ method: 'GET', path: '/workspaces/' }, failWith(500));
    await tree.pressInTitle(shown('Refresh Workspaces'));
    await tree.has('⟦Ŕéţŕý', undefined, { timeout: 30_000 });
    await isTranslated('sideBar');
    sandbox?.clearFaults();
    await window.command(`Prolific: ${shown('Invite Remaining')}`);
    await window.notifications.has(shown("Open a report with people who weren't invited."));
    await isTranslated('toasts');
    await window.notifications.clearAll();
  });

  it('asks before it signs out, and says what that did', async () => {
    await window.command(`Prolific: ${shown('Sign Out')}`);
    await window.dialog.has(shown('Sign out of Prolific?'));
    await isTranslated('dialog');
    await window.dialog.press(shown('Sign Out and Keep Invitations'));
    await window.notifications.has(
      shown('Signed out. The token was removed from this computer but stays valid until you delete it in Prolific.'),
    );
    await isTranslated('toasts');
  });
});

const nobody = { id: '', firstName: '', lastName: '', email: '', tokens: [] };
