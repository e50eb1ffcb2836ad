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
import { visibleLabels } from './snapshot';

export interface QuickMessage {
  readonly text: string;
  readonly severity: 'error' | 'warning' | 'info' | undefined;
}

const widgetSelector = '.quick-input-widget';
const rowSelector = `${widgetSelector} .quick-input-list .monaco-list-row`;

/** The one widget of the command palette, input boxes and quick picks. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator(`${widgetSelector}:visible`);
    this.input = this.widget.locator('.quick-input-box input');
  }

  /** Runs a command as the palette shows it, e.g. "Prolific: Sign In". */
  async runCommand(title: string, { timeout = 20_000 }: WaitOptions = {}): Promise<void> {
    const name = JSON.stringify(title);
    // "recently used" or "similar commands" may follow after a comma.
    const prefix = JSON.stringify(`${title}, `);
    const row = this.widget.locator(`.monaco-list-row:is([aria-label=${name}], [aria-label^=${prefix}])`).first();
    const attempt = async () => {
      await this.openPalette();
      await this.input.fill(`>${title}`, { timeout: 2_000 });
      try {
        // Never Enter: the list is filtered a little later, and what has the focus until then would run.
        await clickWhenReady(row);
      } catch (error) {
        const rows = (await this.rows().catch(() => [])).slice(0, 5);
        // A palette that was opened before the extension's commands were there never learns of them.
        await this.page.keyboard.press('Escape');
        throw new Error(`the palette shows ${JSON.stringify(rows)}`, { cause: error });
      }
    };
    await keepTrying(`run "${title}"`, attempt, { timeout });
  }

  /** Whether it is shown at the moment. */
  isOpen(): Promise<boolean> {
    return this.widget.isVisible();
  }

  async opens(wait: WaitOptions = {}): Promise<void> {
    await this.input.waitFor(wait);
  }

  title(): Promise<string> {
    return visibleText(this.widget.locator('.quick-input-title'));
  }

  value(): Promise<string> {
    return this.input.inputValue();
  }

  async placeholder(): Promise<string> {
    return (await this.input.getAttribute('placeholder')) ?? '';
  }

  async isPassword(): Promise<boolean> {
    return (await this.input.getAttribute('type')) === 'password';
  }

  async hasTitle(title: Text, wait?: WaitOptions): Promise<void> {
    const look = async () => ((await this.isOpen()) ? await this.title() : '(no quick input)');
    await eventually(`a quick input titled ${String(title)}`, look, (seen) => matches(title, seen), wait);
  }

  /** The prompt, or what validation says of the value. */
  async message(): Promise<QuickMessage> {
    const text = await visibleText(this.widget.locator('.quick-input-message'));
    const box = this.widget.locator('.quick-input-box .monaco-inputbox');
    const classes = (await box.getAttribute('class', { timeout: 1_000 })) ?? '';
    const severities = ['error', 'warning', 'info'] as const;
    return { text, severity: severities.find((severity) => classes.split(' ').includes(severity)) };
  }

  hasMessage(text: Text, severity?: QuickMessage['severity'], wait?: WaitOptions): Promise<QuickMessage> {
    return eventually(
      `the quick input to say ${String(text)}${severity === undefined ? '' : ` (${severity})`}`,
      () => this.message(),
      (seen) => matches(text, seen.text) && (severity === undefined || severity === seen.severity),
      wait,
    );
  }

  /** Replaces what is in the box. */
  async fill(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Types key by key, as a user does. */
  async type(text: string): Promise<void> {
    await this.input.pressSequentially(text);
  }

  /** Waits for the box with this title, fills it and accepts. */
  async answer(text: string, title: Text): Promise<void> {
    await this.hasTitle(title);
    await this.fill(text);
    await this.accept();
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  /** What a screen reader says of each visible row: label, description and detail, joined by commas. */
  rows(): Promise<string[]> {
    return visibleLabels(this.page, rowSelector);
  }

  /** The visible rows that are ticked, as a screen reader says them. */
  checkedRows(): Promise<string[]> {
    return visibleLabels(this.page, `${rowSelector}[aria-checked=true]`);
  }

  /** Waits until these rows are ticked and no others, by their beginnings. */
  async hasCheckedRows(prefixes: readonly string[], wait?: WaitOptions): Promise<string[]> {
    const areThey = (rows: string[]) =>
      rows.length === prefixes.length && prefixes.every((prefix, index) => rows[index]?.startsWith(prefix));
    return eventually(`the ticked rows ${prefixes.join(', ')}`, () => this.checkedRows(), areThey, wait);
  }

  /** Goes down to the row by keyboard. What follows the name comes after a comma. */
  async moveTo(name: string): Promise<void> {
    const focused = this.widget.locator('.quick-input-list .monaco-list-row.focused').first();
    const attempt = async () => {
      // Where several can be ticked, no row has the focus at first.
      const isAny = (await focused.count()) > 0;
      const seen = isAny ? ((await focused.getAttribute('aria-label', { timeout: 1_000 })) ?? '') : '';
      if (seen !== name && !seen.startsWith(`${name}, `)) {
        await this.page.keyboard.press('ArrowDown');
        throw new Error(`the focus is on "${seen}"`);
      }
    };
    await keepTrying(`move to "${name}"`, attempt);
  }

  hasRow(prefix: string, wait?: WaitOptions): Promise<string[]> {
    const isThere = (rows: string[]) => rows.some((row) => row.startsWith(prefix));
    return eventually(`a quick pick row "${prefix}"`, () => this.rows(), isThere, wait);
  }

  /** Waits until these are the rows that are left, by their beginnings. */
  async hasOnlyRows(prefixes: readonly string[], wait?: WaitOptions): Promise<string[]> {
    const areThey = (rows: string[]) =>
      rows.length === prefixes.length && prefixes.every((prefix, index) => rows[index]?.startsWith(prefix));
    return eventually(`only the quick pick rows ${prefixes.join(', ')}`, () => this.rows(), areThey, wait);
  }

  row(prefix: string): Locator {
    return this.widget.locator(`.quick-input-list .monaco-list-row${ariaLabelStartsWith(prefix)}`).first();
  }

  async pick(prefix: string): Promise<void> {
    await this.hasRow(prefix);
    await this.row(prefix).click();
  }

  /** Of a pick of many. */
  async check(prefix: string, checked = true): Promise<void> {
    await this.hasRow(prefix);
    const row = this.row(prefix);
    if ((await row.getAttribute('aria-checked')) !== String(checked)) {
      await row.locator('.quick-input-list-checkbox, .monaco-checkbox').first().click();
    }
  }

  /** The OK button, of a pick of many or a file dialog. */
  async ok(): Promise<void> {
    await this.widget.locator('.quick-input-action .monaco-button:visible').first().click();
  }

  /** Answers the file dialog with this title. Another quick input may follow it at once. */
  async chooseFile(file: string, title: string): Promise<void> {
    const isShown = async () => (await this.isOpen()) && (await this.title()).includes(title);
    const attempt = async () => {
      if (await isShown()) {
        // The dialog writes its own folder into the box a little after it opened, and takes its time to look at a path.
        await this.input.fill(file, { timeout: 1_000 });
        await this.page.waitForTimeout(500);
        await this.input.press('Enter', { timeout: 1_000 });
        await eventually('the file dialog to close', isShown, (shown) => !shown, { timeout: 5_000 });
      }
    };
    await this.hasTitle(title);
    await keepTrying(`choose ${file}`, attempt);
  }

  /** The buttons in the title, in the box and on rows. */
  buttons(): Promise<string[]> {
    return visibleLabels(this.page, `${widgetSelector} .action-label[aria-label]`);
  }

  async pressButton(prefix: string): Promise<void> {
    const isThere = (buttons: string[]) => buttons.some((button) => button.startsWith(prefix));
    await eventually(`a quick input button "${prefix}"`, () => this.buttons(), isThere);
    await this.widget
      .locator(`.action-label${ariaLabelStartsWith(prefix)}:visible`)
      .first()
      .click();
  }

  /** Goes one step back, and waits until that is what's shown. */
  async back(): Promise<void> {
    const before = await this.title();
    await this.pressButton('Back');
    const look = async () => ((await this.isOpen()) ? await this.title() : '');
    await eventually(`a step before "${before}"`, look, (seen) => seen !== '' && seen !== before);
  }

  /** Closes the box, and waits until it's gone. Another one may follow it at once. */
  async cancel(): Promise<void> {
    const before = await this.title();
    await this.page.keyboard.press('Escape');
    const look = async () => ((await this.isOpen()) ? await this.title() : undefined);
    await eventually(`the quick input "${before}" to close`, look, (seen) => seen !== before);
  }

  async isGone(wait?: WaitOptions): Promise<void> {
    const look = async () => ((await this.isOpen()) ? `one titled "${await this.title()}"` : '');
    await eventually('no quick input', look, (seen) => seen === '', wait);
  }

  private async openPalette(): Promise<void> {
    // Until the workbench has its keybindings, the key does nothing.
    await this.page.keyboard.press('F1');
    await this.input.waitFor({ timeout: 1_000 });
  }
}
