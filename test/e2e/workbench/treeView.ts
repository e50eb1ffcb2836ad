import type { Locator, Page } from 'playwright-core';
import {
  eventually,
  ariaLabelStartsWith,
  clickWhenReady,
  matches,
  keepTrying,
  visibleText,
  type Text,
  type WaitOptions,
} from './eventually';
import { Menu } from './menu';
import { Viewport } from './viewport';

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says; rows are found by its beginning. */
  readonly ariaLabel: string;
  /** 1 is the outermost. */
  readonly level: number;
  /** Undefined if nothing can be expanded. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  readonly focused: boolean;
}

export interface HoverOptions {
  /** Else the mouse is put away, lest a hover stay and lie over something. */
  readonly keepsHover?: boolean;
}

/** Runs in the page. */
function readRows(selector: string): TreeRow[] {
  const elements = [...document.querySelectorAll(selector)];
  const place = (element: Element) => Number(element.getAttribute('data-index'));
  // The DOM has them in the order in which they were drawn.
  const inOrder = elements.sort((one, other) => place(one) - place(other));
  return inOrder.map((element) => {
    const text = (part: string) => element.querySelector(part)?.textContent ?? '';
    const expanded = element.getAttribute('aria-expanded');
    return {
      label: text('.label-name'),
      description: text('.label-description'),
      ariaLabel: element.getAttribute('aria-label') ?? '',
      level: Number(element.getAttribute('aria-level')),
      expanded: expanded === null ? undefined : expanded === 'true',
      selected: element.classList.contains('selected'),
      focused: element.classList.contains('focused'),
    };
  });
}

/** One view of a container in the side bar. */
export class TreeView {
  private readonly paneSelector: string;
  private readonly pane: Locator;
  private readonly menu: Menu;
  readonly viewport: Viewport;

  constructor(
    private readonly page: Page,
    readonly name: string,
  ) {
    this.paneSelector = `.pane:has(> .pane-header[aria-label*=${JSON.stringify(name)}])`;
    this.pane = page.locator(this.paneSelector);
    this.menu = new Menu(page);
    this.viewport = new Viewport(page, this.pane);
  }

  /**
   * The rows on the screen at one moment, from top to bottom. Rows further down do not exist until they are scrolled to. One
   * call reads them all: VS Code uses an element that it redraws away for another row.
   */
  rows(): Promise<TreeRow[]> {
    return this.page.evaluate(readRows, `${this.paneSelector} .monaco-list-row[role=treeitem]`);
  }

  /** Waits for the row and returns it. */
  async has(prefix: string, isIt: (row: TreeRow) => boolean = () => true, wait?: WaitOptions): Promise<TreeRow> {
    const find = (rows: TreeRow[]) => rows.find((row) => row.ariaLabel.startsWith(prefix) && isIt(row));
    const seen = await eventually(
      `a row "${prefix}" in ${this.name}`,
      () => this.rows(),
      (rows) => find(rows) !== undefined,
      wait,
    );
    const row = find(seen);
    if (row === undefined) {
      throw new Error(`The row "${prefix}" went away`);
    }
    return row;
  }

  async hasNot(prefix: string, wait?: WaitOptions): Promise<void> {
    const isGone = (rows: TreeRow[]) => !rows.some((row) => row.ariaLabel.startsWith(prefix));
    await eventually(`no row "${prefix}" in ${this.name}`, () => this.rows(), isGone, wait);
  }

  async hasRows(wait?: WaitOptions): Promise<void> {
    await eventually(
      `rows in ${this.name}`,
      () => this.rows(),
      (rows) => rows.length > 0,
      wait,
    );
  }

  row(prefix: string): Locator {
    return this.pane.locator(`.monaco-list-row[role=treeitem]${ariaLabelStartsWith(prefix)}`).first();
  }

  async click(prefix: string): Promise<void> {
    await this.has(prefix);
    await this.putMouseAway();
    await this.row(prefix).click();
  }

  async selected(): Promise<TreeRow[]> {
    return (await this.rows()).filter((row) => row.selected);
  }

  /** How many rows there are on the outermost level, on the screen or not. */
  async size(): Promise<number> {
    const outermost = this.pane.locator('.monaco-list-row[role=treeitem][aria-level="1"]').first();
    return Number(await outermost.getAttribute('aria-setsize', { timeout: 1_000 }));
  }

  async hasSize(size: number, wait?: WaitOptions): Promise<void> {
    await eventually(
      `${size} rows in ${this.name}`,
      () => this.size(),
      (seen) => seen === size,
      wait,
    );
  }

  /** Waits until keys go to its rows. */
  async hasKeyboard(): Promise<void> {
    const look = () =>
      this.pane.evaluate((pane) => pane.querySelector('.monaco-list')?.contains(document.activeElement) === true);
    await eventually(`the keyboard in ${this.name}`, look, (hasIt) => hasIt);
  }

  async expand(prefix: string): Promise<void> {
    await this.setExpanded(prefix, true);
  }

  async collapse(prefix: string): Promise<void> {
    await this.setExpanded(prefix, false);
  }

  async tooltip(prefix: string, { keepsHover = false }: HoverOptions = {}): Promise<string> {
    await this.has(prefix);
    const hover = this.page.locator('.monaco-hover:visible');
    const attempt = async () => {
      await this.putMouseAway();
      // At its beginning: the end of a long one is under the buttons of the row, which have tooltips of their own.
      await this.row(prefix)
        .locator('.label-name')
        .hover({ timeout: 2_000, position: { x: 4, y: 8 } });
      // It never appears if the row was redrawn after the mouse got there.
      await hover.first().waitFor({ timeout: 1_500 });
    };
    await keepTrying(`see the tooltip of "${prefix}"`, attempt);
    const text = await visibleText(hover.first());
    if (!keepsHover) {
      await this.putMouseAway();
    }
    return text;
  }

  /** A row is drawn a little after what it says has changed. */
  async hasTooltip(prefix: string, text: Text, wait?: WaitOptions): Promise<void> {
    await eventually(
      `the tooltip ${String(text)} of "${prefix}"`,
      () => this.tooltip(prefix),
      (seen) => matches(text, seen),
      wait,
    );
  }

  /** A button on the row itself. */
  async pressInline(prefix: string, action: string): Promise<void> {
    await this.has(prefix);
    const attempt = async () => {
      await this.putMouseAway();
      await this.row(prefix).hover({ timeout: 2_000 });
      await clickWhenReady(this.row(prefix).locator(`.actions .action-label${ariaLabelStartsWith(action)}`));
    };
    await keepTrying(`press "${action}" on "${prefix}"`, attempt);
  }

  async contextMenu(prefix: string): Promise<string[]> {
    await this.has(prefix);
    await this.putMouseAway();
    const items = await this.menu.items(() => this.row(prefix).click({ button: 'right' }));
    await this.page.keyboard.press('Escape');
    return items;
  }

  async pressInContextMenu(prefix: string, item: string): Promise<void> {
    await this.has(prefix);
    const open = async () => {
      await this.putMouseAway();
      await this.row(prefix).click({ button: 'right', timeout: 2_000 });
    };
    await this.menu.press(open, item);
  }

  /** A button in the title of the view. */
  async pressInTitle(action: string): Promise<void> {
    await keepTrying(`press "${action}" in the title of ${this.name}`, () =>
      this.clickInTitle(ariaLabelStartsWith(action)),
    );
  }

  async pressInOverflow(item: string): Promise<void> {
    await this.menu.press(() => this.openOverflow(), item);
  }

  /** The grey words beside the name. VS Code hides them while the view is the only one of its container. */
  description(): Promise<string> {
    return visibleText(this.pane.locator('> .pane-header .description'));
  }

  /** What an empty view says. */
  welcome(): Promise<string> {
    return visibleText(this.pane.locator('.welcome-view-content'));
  }

  async hasWelcome(text: Text, wait?: WaitOptions): Promise<void> {
    await eventually(
      `the welcome ${String(text)} in ${this.name}`,
      () => this.welcome(),
      (seen) => matches(text, seen),
      wait,
    );
  }

  /** A button or link of the welcome. */
  async pressInWelcome(button: string): Promise<void> {
    await this.hasWelcome(button);
    const buttons = this.pane.locator('.welcome-view-content').locator('.monaco-button, .monaco-link');
    await buttons.filter({ hasText: button }).first().click();
  }

  /** Turns the wheel until the whole row is visible. */
  async scrollDownTo(prefix: string): Promise<void> {
    const topRow = async () => JSON.stringify((await this.viewport.rows())[0]);
    while (!(await this.viewport.shows(prefix))) {
      const before = await topRow();
      await this.viewport.scroll(66);
      await eventually(`the list to scroll down to "${prefix}"`, topRow, (seen) => seen !== before);
    }
  }

  /** The tooltip of the row on which it was left may cover other rows. */
  private async putMouseAway(): Promise<void> {
    await this.page.mouse.move(0, 0);
  }

  private async setExpanded(prefix: string, wanted: boolean): Promise<void> {
    const attempt = async () => {
      const row = await this.has(prefix, undefined, { timeout: 5_000 });
      if (row.expanded === undefined) {
        throw new Error('it has nothing to expand');
      }
      if (row.expanded !== wanted) {
        await this.putMouseAway();
        await clickWhenReady(this.row(prefix).locator('.monaco-tl-twistie'));
      }
      await this.has(prefix, ({ expanded }) => expanded === wanted, { timeout: 2_000 });
    };
    await keepTrying(`${wanted ? 'expand' : 'collapse'} "${prefix}"`, attempt);
  }

  private async clickInTitle(condition: string): Promise<void> {
    // The title of an only view is merged with that of its container.
    const isMerged = (await this.pane.locator('> .pane-header.hidden').count()) > 0;
    const bar = isMerged ? this.page.locator('.part.sidebar > .composite.title') : this.pane.locator('> .pane-header');
    await bar.hover({ timeout: 2_000 });
    await clickWhenReady(bar.locator(`.action-label${condition}:visible`).first());
  }

  private openOverflow(): Promise<void> {
    return this.clickInTitle('[aria-label*="More Actions"]');
  }
}
