import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { windowSize } from '../host/browser';
import { AccessibilityTree } from './workbench/accessibility';
import { Dialog } from './workbench/dialog';
import {
  eventually,
  ariaLabelStartsWith,
  matches,
  keepTrying,
  collapseSpaces,
  visibleText,
  type Text,
  type WaitOptions,
} from './workbench/eventually';
import { Menu } from './workbench/menu';
import { Notifications } from './workbench/notifications';
import { QuickInput } from './workbench/quickInput';
import { visibleLines } from './workbench/snapshot';
import { TreeView, type HoverOptions } from './workbench/treeView';
import { keyOf, type Shortcut } from './workbench/shortcuts';
import { Walkthrough } from './workbench/walkthrough';

/** Runs in the page. */
function readTabs(): string[] {
  return [...document.querySelectorAll('.part.editor .tab')].map((tab) => tab.getAttribute('data-resource-name') ?? '');
}

/** One window of VS Code as a user sees it. The selectors of every version are here and in the folder beside, nowhere else. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly accessibility: AccessibilityTree;
  readonly walkthrough: Walkthrough;

  constructor(readonly page: Page) {
    page.setDefaultTimeout(10_000);
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page, this.quickInput);
    this.dialog = new Dialog(page);
    this.accessibility = new AccessibilityTree(page);
    this.walkthrough = new Walkthrough(page);
  }

  /** Waits until the window is drawn and, if a title is given, until that container of the extension is in the activity bar. */
  async ready(container?: string): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await this.page.locator('.statusbar').waitFor({ timeout: 60_000 });
    if (container !== undefined) {
      await this.activity(container).waitFor({ timeout: 30_000 });
    }
  }

  /** Runs a command as the palette shows it, e.g. "Prolific: Sign In". */
  command(title: string, wait?: WaitOptions): Promise<void> {
    return this.quickInput.runCommand(title, wait);
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Shows a container of the side bar. */
  async openView(container: string): Promise<void> {
    await this.activity(container).waitFor({ timeout: 30_000 });
    const attempt = async () => {
      // A reload shows the last container again, a little after the icon is there, and a click on the icon of what is shown hides it.
      await this.page.waitForTimeout(500);
      if (!(await this.sideBarShows(container))) {
        await this.activity(container).click();
      }
      // A second click would hide what the first one shows late.
      await this.hasInSideBar(container, { timeout: 10_000 });
    };
    await keepTrying(`open ${container}`, attempt, { timeout: 30_000 });
  }

  /** Shows the extension's container by a key, which does nothing until VS Code knows both. */
  async showExtension(container: string): Promise<void> {
    const attempt = async () => {
      await this.pressShortcut('showView');
      await this.hasInSideBar(container, { timeout: 500 });
    };
    await keepTrying(`show ${container}`, attempt, { timeout: 60_000 });
  }

  async pressShortcut(shortcut: Shortcut): Promise<void> {
    await this.page.keyboard.press(keyOf(shortcut));
  }

  /** Whatever a test may have left open, and the window's size. */
  async closeEverything(): Promise<void> {
    await this.page.setViewportSize(windowSize);
    await this.page.mouse.move(0, 0);
    // One for a dialog, a menu or a hover, and one for a box that lies below it.
    await this.press('Escape', 'Escape');
    await this.dialog.isGone();
    await this.quickInput.isGone();
    await keepTrying('close everything', async () => {
      await this.pressShortcut('closeEverything');
      // A row that the test before has revealed may take the keyboard just now, which closes the box again.
      await this.quickInput.opens({ timeout: 3_000 });
    });
    await this.press('Escape');
    await this.quickInput.isGone();
    await this.notifications.hasNot(/./);
  }

  tree(view: string): TreeView {
    return new TreeView(this.page, view);
  }

  /** Gives a view the keyboard. */
  async focusView(container: string, view: string): Promise<void> {
    await this.command(`${container}: Focus on ${view} View`);
    await this.quickInput.isGone();
    await this.tree(view).hasKeyboard();
  }

  /** The number on a container's icon. */
  badge(container: string): Promise<string> {
    return visibleText(this.activity(container).locator('.badge-content'));
  }

  async statusTexts(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar .statusbar-item:visible').allInnerTexts();
    return texts.map(collapseSpaces).filter((text) => text !== '');
  }

  async hasStatus(text: Text, wait?: WaitOptions): Promise<void> {
    const isThere = (seen: string[]) => seen.some((each) => matches(text, each));
    await eventually(`${String(text)} in the status bar`, () => this.statusTexts(), isThere, wait);
  }

  async hasNotStatus(text: Text, wait?: WaitOptions): Promise<void> {
    const isGone = (seen: string[]) => !seen.some((each) => matches(text, each));
    await eventually(`no ${String(text)} in the status bar`, () => this.statusTexts(), isGone, wait);
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async hasClipboard(text: string): Promise<void> {
    await eventually(
      `${text} on the clipboard`,
      () => this.clipboard(),
      (seen) => seen === text,
    );
  }

  async setClipboard(text: string): Promise<void> {
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  }

  /** The visible lines of the Output panel, which has to be open. */
  output(): Promise<string> {
    return visibleLines(this.page, '.part.panel .view-lines .view-line');
  }

  async hasOutput(text: Text, wait?: WaitOptions): Promise<void> {
    await eventually(
      `${String(text)} in the Output panel`,
      () => this.output(),
      (seen) => matches(text, seen),
      wait,
    );
  }

  /** Ends Restricted Mode in the way VS Code's banner suggests. */
  async trustFolder(): Promise<void> {
    await this.command('Workspaces: Manage Workspace Trust');
    await this.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
  }

  /** Opens a file that lies in the folder of the window itself. */
  async openFromExplorer(name: string): Promise<void> {
    await this.openView('Explorer');
    await this.fileInExplorer(name).dblclick();
  }

  async pressInExplorer(name: string, item: string): Promise<void> {
    await this.openView('Explorer');
    await new Menu(this.page).press(() => this.fileInExplorer(name).click({ button: 'right' }), item);
  }

  private fileInExplorer(name: string): Locator {
    return this.page.locator(`.explorer-folders-view [role=treeitem]${ariaLabelStartsWith(name)}`).first();
  }

  async selectAllInEditor(): Promise<void> {
    await this.page.locator('.part.editor .editor-group-container.active .view-lines').click();
    await this.press('ControlOrMeta+a');
  }

  /** The titles of the open editors. */
  editors(): Promise<string[]> {
    return this.page.evaluate(readTabs);
  }

  /** The visible lines of the active editor. */
  editorText(): Promise<string> {
    return visibleLines(this.page, '.part.editor .editor-group-container.active .view-lines .view-line');
  }

  async hasEditorText(text: Text, wait?: WaitOptions): Promise<void> {
    await eventually(
      `${String(text)} in the editor`,
      () => this.editorText(),
      (seen) => matches(text, seen),
      wait,
    );
  }

  /** What VS Code shows at Alt+F1. */
  async hasAccessibilityHelp(text: Text): Promise<void> {
    const look = () => visibleLines(this.page, '.accessible-view .view-line');
    await eventually(`the accessibility help ${String(text)}`, look, (seen) => matches(text, seen));
  }

  /** Writes a PNG. */
  async screenshot(file: string, { keepsHover = false }: HoverOptions = {}): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true });
    if (!keepsHover) {
      await this.page.mouse.move(0, 0);
    }
    await this.page.screenshot({ path: file, caret: 'hide', animations: 'disabled' });
  }

  /** Writes a PNG of the upper left part of the window. */
  async picture(file: string, size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.page.mouse.move(0, 0);
    const clip = { x: 0, y: 0, ...size };
    await this.page.screenshot({ path: file, clip, caret: 'hide', animations: 'disabled' });
  }

  /** Moves the border of the side bar, so that it ends this many pixels from the left of the window. */
  async setSideBarEnd(wanted: number): Promise<void> {
    const end = await this.sideBarEnd();
    const { height } = this.page.viewportSize() ?? { height: 600 };
    await this.page.mouse.move(end, height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(wanted, height / 2, { steps: 5 });
    await this.page.mouse.up();
  }

  private async sideBarShows(container: string): Promise<boolean> {
    const titles = this.page.locator('.part.sidebar .composite.title .title-label').filter({ visible: true });
    return (await titles.allInnerTexts()).some((text) => text.toLowerCase().startsWith(container.toLowerCase()));
  }

  private async hasInSideBar(container: string, { timeout = 2_000 }: WaitOptions = {}): Promise<void> {
    await eventually(
      `the side bar to show ${container}`,
      () => this.sideBarShows(container),
      (shown) => shown,
      { timeout },
    );
  }

  private async sideBarEnd(): Promise<number> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    return box === null ? 0 : box.x + box.width;
  }

  /** The icon of a container in the activity bar. */
  activity(title: string): Locator {
    return this.page.locator(`.activitybar .action-item:has(> .action-label${ariaLabelStartsWith(title)})`).first();
  }
}
