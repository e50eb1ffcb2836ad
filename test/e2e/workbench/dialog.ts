import type { Locator, Page } from 'playwright-core';
import { eventually, matches, collapseSpaces, type Text, type WaitOptions } from './eventually';

export interface DialogContent {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** A modal dialog of VS Code. */
export class Dialog {
  private readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator('.monaco-dialog-box');
  }

  isOpen(): Promise<boolean> {
    return this.box.isVisible();
  }

  async content(): Promise<DialogContent> {
    const texts = async (selector: string) => (await this.box.locator(selector).allInnerTexts()).map(collapseSpaces);
    const [message] = await texts('.dialog-message-text');
    const [detail = ''] = await texts('.dialog-message-detail');
    const buttons = await texts('.dialog-buttons .monaco-button');
    // Without a detail, the message is drawn in its place.
    return message === undefined ? { message: detail, detail: '', buttons } : { message, detail, buttons };
  }

  has(text: Text, wait?: WaitOptions): Promise<DialogContent> {
    const isIt = ({ message, detail }: DialogContent) => matches(text, message) || matches(text, detail);
    return eventually(`a modal dialog ${String(text)}`, () => this.content(), isIt, wait);
  }

  async press(button: string): Promise<void> {
    const isThere = ({ buttons }: DialogContent) => buttons.includes(button);
    await eventually(`a modal dialog with a button "${button}"`, () => this.content(), isThere);
    await this.box.locator('.dialog-buttons .monaco-button').getByText(button, { exact: true }).first().click();
    await this.isGone();
  }

  /** The same for an unexpected question, in which a button pressed too early doesn't count. */
  async pressOnceRead(button: string): Promise<void> {
    await this.box.waitFor();
    await this.box.page().waitForTimeout(1_600);
    await this.press(button);
  }

  /** The same as `press`, if another dialog follows. */
  async pressOn(button: string, next: Text): Promise<void> {
    await this.box.locator('.dialog-buttons .monaco-button').getByText(button, { exact: true }).first().click();
    await this.has(next);
  }

  /** Its first button, whatever that says. */
  async pressFirst(): Promise<void> {
    await this.box.locator('.dialog-buttons .monaco-button').first().click();
    await this.isGone();
  }

  async isGone(wait?: WaitOptions): Promise<void> {
    const look = async () => ((await this.isOpen()) ? (await this.content()).message : '');
    await eventually('no modal dialog', look, (seen) => seen === '', wait);
  }
}
