import { strict as assert } from 'node:assert';
import { failWith } from '../sandbox/faults';
import { tokens } from '../sandbox/labs/people';
import { nameOf } from '../sandbox/model';
import { pseudo } from './language/pseudo';
import { assertTranslated, type parts } from './language/screen';
import { makeTranslatedExtension, manifestTexts, sourceTexts } from './language/translatedExtension';
import { useHarness } from './useHarness';

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
  const harness = useHarness(() => ({
    extension: { kind: 'folder', path: makeTranslatedExtension(languageId, pseudo) },
    displayLanguage: languageId,
    landmarks: {
      container: shown('Prolific'),
      // Without its brackets, since the name of the account comes between them.
      view: shown('Workspaces').slice(1, -1),
      signInTitle: shown('Sign In to Prolific'),
      signedOutWelcome: pseudo('Sign in with an API token').slice(1, -1),
    },
  }));

  /** That the part is ours and whole, but for what the server says. */
  function isTranslated(part: keyof typeof parts): Promise<void> {
    const { state } = harness().sandbox;
    const names = state.workspaces.flatMap(({ title, description, members, owner, projects }) => [
      ...[title, description, ...projects.flatMap((project) => [project.title, project.description])],
      ...[owner, ...members.map(({ person }) => person)].map((id) => nameOf(state.person(id))),
    ]);
    const longestFirst = names.filter((name) => name !== '').sort((one, other) => other.length - one.length);
    return assertTranslated(harness().window.page, part, [...longestFirst, wordOfList]);
  }

  it('welcomes, asks for the token, and says what is wrong with it', async () => {
    await harness().begin({ start: 'signedOut' });
    const { tree, window } = harness();
    await isTranslated('sideBar');
    await tree.pressInWelcome(shown('Sign In'));
    await window.quickInput.hasTitle(shown('Sign In to Prolific'));
    await isTranslated('quickInput');
    await window.quickInput.accept();
    await window.quickInput.hasMessage(shown('Enter an API token.'), 'error');
    await window.quickInput.fill(tokens.ada);
    await window.quickInput.accept();
    await tree.has('Perception lab');
  });

  it('shows the rows of the tree, and their tooltips @host', async () => {
    const { tree } = harness();
    await tree.expand('Perception lab');
    await tree.has(shown('Balance'), ({ description }) => /42,00\s£/.test(description));
    await tree.has(shown('Projects ({0})', '3'));
    await tree.expand(shown('Members ({0})', '5'));
    await tree.has('Ada Whitfield', ({ description }) => description.includes(shown('Owner')));
    await isTranslated('sideBar');
    await tree.tooltip('Perception lab', { keepsHover: true });
    await isTranslated('hover');
  });

  it('names the commands in menus and in the palette @host', async () => {
    const { tree, window } = harness();
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
  });

  it('renames', async () => {
    const { tree, window } = harness();
    await tree.pressInContextMenu('Perception lab', shown('Rename Workspace'));
    await window.quickInput.hasTitle(shown('Rename Workspace “{0}”', 'Perception lab'));
    await isTranslated('quickInput');
    await window.quickInput.fill('A title that is longer than eighteen');
    await window.quickInput.hasMessage('36', 'warning');
    await isTranslated('quickInput');
    await window.quickInput.fill(' ');
    await window.quickInput.hasMessage(shown('Enter a title.'), 'error');
  });

  it('asks who to invite, step by step, and reports and lists the result, with dates as the language writes them', async () => {
    const { tree, window } = harness();
    const { quickInput } = window;
    await window.command(`Prolific: ${shown('Invite Users')}`);
    await quickInput.hasTitle('(1/4)');
    await isTranslated('quickInput');
    await quickInput.pick('Perception lab');
    await quickInput.hasTitle(`${shown('Invite Users to {0}', 'Perception lab')} (2/4)`);
    await quickInput.fill('mei@example.edu, ada@example.org, @, mei@example.edu, ');
    await quickInput.hasRow(`@, ${shown('has nothing before the @')}`);
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
    await window.notifications.press('Perception lab', shown('Show Report'));
    await window.hasEditorText(shown('already a member'));
    await window.hasEditorText(/\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/);
    await isTranslated('editor');
    await window.command(`Prolific: ${shown('Copy Report as Table')}`);
    await window.hasStatus(shown('Report copied as a table'));
    const header = (await window.clipboard()).split('\n')[0]?.split('\t');
    assert.deepEqual(
      header,
      ['Email address', 'Name', 'Outcome', 'Message from Prolific', 'Invite link'].map((name) => shown(name)),
    );
    await tree.expand('Perception lab');
    await tree.expand(shown('Sent Invitations ({0})', '1'));
    await tree.has('mei@example.edu', ({ description }) => /\d{2}\.\d{2}\.\d{4}/.test(description));
    await isTranslated('sideBar');
    await tree.pressInline('mei@example.edu', shown('Copy Invite Link'));
    await window.hasStatus(shown('Invite link copied'));
  });

  it('says what went wrong, in the tree and in a message', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.fault({ method: 'GET', path: '/workspaces/' }, failWith(500));
    await tree.pressInTitle(shown('Refresh Workspaces'));
    await tree.has(shown('Not updated since {0}').replace(/ ⟧$/, ''), undefined, { timeout: 30_000 });
    await isTranslated('sideBar');
    await window.command(`Prolific: ${shown('Copy Invite Link')}`);
    await window.notifications.has(
      shown('No invite links yet. They appear here after you invite people from this computer.'),
    );
    await isTranslated('toasts');
  });

  it('asks before it signs out, and says what happened', async () => {
    const { tree, window } = harness();
    await tree.pressInline('Perception lab', shown('Invite Users'));
    await window.quickInput.answer('mei@example.edu', '(1/3)');
    await window.quickInput.pick(shown('Collaborator'));
    await window.quickInput.pick('⟦Îñṽîţé 1');
    await window.notifications.has(shown('{0} invited to {1}', '1', 'Perception lab'));
    await window.notifications.clearAll();
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
