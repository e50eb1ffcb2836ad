import { strict as assert } from 'node:assert';
import { failWith } from '../sandbox/faults';
import { hostileLab, hostileTexts } from '../sandbox/labs/hostile';
import { container } from './harness';
import { useHarness } from './useHarness';
import { eventually } from './workbench/eventually';
import { ServerText } from './workbench/serverText';

/** As the link to a command is shown: an invisible character keeps it from being one. */
const linkShown = '[x]\u2060(command:workbench.action.closeWindow)';
const linkText = '[x]';
const hostileWords = `${hostileTexts.commandLink} ${hostileTexts.webLink} ${hostileTexts.icon} ${hostileTexts.html}`;
/** Icons that a text asks for. None of them is on a row or button of ours. */
const hostileIcons = ['trash'];

describe('Hostile texts from the server', () => {
  const harness = useHarness({ lab: hostileLab });

  const serverText = () => new ServerText(harness().window.page);
  const widget = () => harness().window.quickInput.widget;

  afterEach(isAllText);

  async function isAllText(): Promise<void> {
    assert.deepEqual(await serverText().liveElements(hostileIcons), [], 'a text of the server came alive');
  }

  /** All that a command or a page would change. */
  async function world(): Promise<unknown> {
    const { window, vscode } = harness();
    const pages = vscode.browser.pages().map((page) => page.url());
    return { pages, editors: await window.editors(), hasDialog: await window.dialog.isOpen() };
  }

  /** Clicks in the middle of what looks like a link: nothing comes of it. */
  async function clickDead(around: Parameters<ServerText['click']>[0], text: string): Promise<void> {
    const before = await world();
    await isAllText();
    await serverText().click(around, text);
    assert.deepEqual(await world(), before, `“${text}” did something`);
    assert.equal(await harness().window.page.locator('.monaco-workbench .statusbar').isVisible(), true);
  }

  it('would be found if they came alive, as our own link and icon are', async () => {
    await harness().begin({ start: 'signedOut' });
    assert.ok((await serverText().liveElements()).some((element) => element.includes('app.prolific.com')));
    await harness().signIn();
    await harness().tree.has('Everything');
    assert.notDeepEqual(await serverText().liveElements(['project']), []);
  });

  it('are text in the rows of workspaces, members, and projects, and in what a screen reader says @host', async () => {
    const { tree } = harness();
    await harness().screenshot('hostile-tree');
    const labels = (await tree.rows()).map((row) => row.ariaLabel);
    await tree.expand('Everything');
    await tree.has('Balance, ', (row) => !row.description.includes('loading'));
    await tree.has('Projects (');
    await tree.expand('Members (');
    await tree.has('', (row) => row.ariaLabel.includes(', member'));
    await harness().screenshot('hostile-members');
    labels.push(...(await tree.rows()).map((row) => row.ariaLabel));
    await tree.collapse('Members (');
    await tree.expand('Projects (');
    await tree.has(`${linkShown}, project`);
    await harness().screenshot('hostile-projects');
    labels.push(...(await tree.rows()).map((row) => row.ariaLabel));
    for (const text of labels) {
      assert.doesNotMatch(text, /[\n\r\t\u202a-\u202e\u2066\u2067]|\]\(|\$\(|^[,\s]/);
    }
    assert.equal((await tree.rows()).filter(({ label }) => label.trim() === '').length, 0, 'a row without a name');
    await clickDead(tree.row(`${linkShown}, project`), linkText);
    // The click opens the project, which moves the rows below.
    await tree.has('No studies in this project yet');
    await clickDead(tree.row('<img src=x'), 'onerror');
  });

  it('are text in the balance if the currency has no name', async () => {
    const { tree } = harness();
    await tree.expand(`${linkShown}, workspace`);
    const { description } = await tree.has('Balance, ', (row) => !row.description.includes('loading'));
    assert.match(description, /^50 available of 100$/);
    await harness().screenshot('hostile-balance');
  });

  it('are text in tooltips @host', async () => {
    const { tree, window } = harness();
    const hover = window.page.locator('.monaco-hover:visible');
    for (const [prefix, text] of [
      [linkShown, linkText],
      ['[your account]', 'phish.example.org'],
      ['**bold**', '**bold**'],
      ['| a | b |', '[c]'],
      ['<img src=x', '<img src=x'],
      ['![x]', '![x]'],
    ] as const) {
      // The tooltip of the row before stays for a moment.
      await eventually(
        `the tooltip of “${prefix}”`,
        () => tree.tooltip(prefix, { keepsHover: true }),
        (tooltip) => tooltip.includes(text),
      );
      await harness().screenshot(`hostile-tooltip-${text.replace(/\W/g, '')}`, { keepsHover: true });
      await clickDead(hover, text);
    }
  });

  it('change nothing in a context menu', async () => {
    const { tree } = harness();
    assert.deepEqual(await tree.contextMenu(linkShown), await tree.contextMenu('No wallet'));
  });

  it('are text next to the view’s title, where the account is named', async () => {
    await eventually(
      'the name of the account',
      () => harness().tree.description(),
      (text) => text.includes(`Ada ${linkShown}`),
    );
    await clickDead(harness().window.page.locator('.part.sidebar .pane-header .description').first(), linkText);
    // The click folds the view, as anywhere on its header.
    await harness().window.focusView(container, 'Workspaces');
  });

  it('are text in the picker of workspaces, where a click picks', async () => {
    const { tree, window } = harness();
    await window.command('Prolific: Find Workspace');
    await window.quickInput.hasTitle('Find Workspace');
    await window.quickInput.hasRow(linkShown);
    await harness().screenshot('hostile-picker');
    await isAllText();
    await window.quickInput.type('closeWindow');
    await eventually(
      'the rows with the words in their titles first',
      () => window.quickInput.rows(),
      ([first]) => first?.startsWith('<command:workbench.action.closeWindow>') === true,
    );
    await clickDead(window.quickInput.row(linkShown), linkText);
    await window.quickInput.isGone();
    await tree.has(`${linkShown}, workspace`, ({ selected }) => selected);
  });

  it('are text in the picker of projects, and in title and messages of the box after it', async () => {
    const { window } = harness();
    await window.command('Prolific: Rename Project');
    await window.quickInput.hasTitle('Rename Project');
    await window.quickInput.type('everything');
    await window.quickInput.hasOnlyRows(['Everything']);
    await window.quickInput.pick('Everything');
    await window.quickInput.hasTitle('(2/2)');
    await window.quickInput.hasRow(linkShown);
    await harness().screenshot('hostile-projects-picker');
    await isAllText();
    await window.quickInput.pick(linkShown);
    await window.quickInput.hasTitle(`Rename Project “${linkShown}”`);
    assert.equal(await window.quickInput.value(), hostileTexts.commandLink);
    await clickDead(widget(), linkText);
    await window.quickInput.cancel();
  });

  it('arrive unchanged in the box that renames', async () => {
    const { tree, window } = harness();
    for (const [shown, text] of [
      [linkShown, hostileTexts.commandLink],
      ['**bold**', hostileTexts.markdown],
      ['<img src=x', hostileTexts.html],
      ['$\u2060(trash)', hostileTexts.icon],
      ['{0}', hostileTexts.placeholder],
      ['\u2068مختبر', hostileTexts.rightToLeft],
    ] as const) {
      await tree.pressInContextMenu(shown, 'Rename Workspace');
      await window.quickInput.hasTitle('Rename Workspace “');
      assert.equal(await window.quickInput.value(), text);
      await isAllText();
      await window.quickInput.cancel();
    }
  });

  it('keep their line breaks in the box for the description', async () => {
    const { tree, window } = harness();
    await tree.pressInContextMenu('first line', 'Edit Workspace Description');
    await window.quickInput.hasTitle('Edit Description of Workspace “first line second line');
    assert.equal(await window.quickInput.value(), 'first line↵second line↵third↵fourth↵fifth\ttab');
    await harness().screenshot('hostile-description');
    await window.quickInput.cancel();
  });

  it('are text in the question after both sides rename', async () => {
    const { tree, window, sandbox } = harness();
    const { id } = sandbox.state.workspaceTitled('No wallet');
    await tree.pressInContextMenu('No wallet', 'Rename Workspace');
    await window.quickInput.hasTitle('Rename Workspace');
    sandbox.state.renameWorkspace(id, `${hostileTexts.html} ${hostileTexts.webLink}`);
    await window.quickInput.fill(hostileWords);
    await window.quickInput.accept();
    await window.dialog.has('Someone else changed the title');
    await harness().screenshot('hostile-conflict');
    const box = window.page.locator('.monaco-dialog-box');
    await clickDead(box, linkText);
    await clickDead(box, 'https://phish.example.org/login');
    await clickDead(box, '<img');
    sandbox.state.renameWorkspace(id, 'No wallet');
    await window.dialog.press("Keep Prolific's Version");
    await window.quickInput.isGone();
  });

  it('are text under the box if the server rejects a change', async () => {
    const { tree, window, sandbox } = harness();
    sandbox.fault({ method: 'PATCH' }, failWith(400, { content: { type: 'json', value: { detail: hostileWords } } }));
    await tree.pressInContextMenu('Everything', 'Rename Workspace');
    await window.quickInput.answer('Something', 'Rename Workspace');
    await window.quickInput.hasMessage('Prolific rejected the request', 'error');
    await harness().screenshot('hostile-refusal');
    const message = widget().locator('.quick-input-message');
    await clickDead(message, linkText);
    await clickDead(message, '[your account]');
    assert.ok(await window.quickInput.isOpen());
    await window.quickInput.cancel();
  });

  it('are text in the invitation wizard, its question, message, and report @host', async () => {
    const { tree, window, sandbox } = harness();
    const many = Array.from({ length: 101 }, (_, index) => `p${index}@example.edu`).join(' ');
    await tree.pressInContextMenu(linkShown, 'Invite Users');
    await window.quickInput.answer(many, `Invite Users to ${linkShown} (1/3)`);
    await window.quickInput.pick('Collaborator');
    await window.quickInput.pick('Invite 101 people');
    await window.dialog.has(`Invite 101 people to ${linkShown}`);
    await harness().screenshot('hostile-many');
    await clickDead(window.page.locator('.monaco-dialog-box'), linkText);
    await window.press('Escape');
    await window.dialog.isGone();

    const refusal = { emails: { 1: [hostileWords] } };
    const value = { error: { status: 400, title: 'Validation error', detail: refusal } };
    sandbox.fault({ method: 'POST', times: 1 }, failWith(400, { content: { type: 'json', value } }));
    await tree.pressInContextMenu(linkShown, 'Invite Users');
    await window.quickInput.answer(
      '"[x](command:workbench.action.closeWindow)" <a@example.edu> b@example.edu',
      '(1/3)',
    );
    await window.quickInput.pick('Collaborator');
    await window.quickInput.hasRow('Invite 2 people');
    await harness().screenshot('hostile-check');
    await isAllText();
    await window.quickInput.pick('Invite 2 people');
    const told = await window.notifications.has(`invited to ${linkShown}`);
    assert.match(told, /^1 invited to .*1 rejected/);
    await harness().screenshot('hostile-toast');
    await clickDead(window.page.locator('.notifications-toasts .notification-list-item-message'), linkText);
    await window.notifications.press('invited to', 'Show Report');
    await window.hasEditorText('b@example.edu · rejected · Prolific says: “');
    await window.hasEditorText(linkShown);
    await harness().screenshot('hostile-report');
    await clickDead(window.page.locator('.part.editor .view-lines'), linkText);
    await clickDead(window.page.locator('.part.editor .tabs-container'), linkText);
  });

  it('are text in a message about a rejected change', async () => {
    const { tree, window, sandbox } = harness();
    const refused = failWith(409, { content: { type: 'json', value: { detail: hostileWords } } });
    sandbox.fault({ method: 'POST' }, refused);
    await tree.pressInContextMenu('Everything', 'Invite Users');
    await window.quickInput.answer('c@example.edu', '(1/3)');
    await window.quickInput.pick('Collaborator');
    await window.quickInput.pick('Invite 1 person');
    const shown = async () => [...(await window.notifications.texts()), (await window.dialog.content()).detail];
    await eventually('the words of the server', shown, (texts) => texts.some((text) => text.includes(linkShown)));
    await harness().screenshot('hostile-message');
    const message = window.page.locator('.notification-list-item-message, .monaco-dialog-box');
    await clickDead(message, linkText);
    await clickDead(message, '[your account]');
  });
});
