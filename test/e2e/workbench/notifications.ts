import type { Locator, Page } from 'playwright-core';
import { eventually, matches, collapseSpaces, type Text, type WaitOptions } from './eventually';
import type { QuickInput } from './quickInput';

export class Notifications {
  private readonly toasts: Locator;
  private readonly inCenter: Locator;

  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {
    this.toasts = page.locator('.notifications-toasts .notification-list-item');
    this.inCenter = page.locator('.notifications-center .notification-list-item');
  }

  /** The text of every visible toast. VS Code shows three at most. */
  texts(): Promise<string[]> {
    return this.textsOf(this.toasts);
  }

  /** Waits for the toast and returns its whole text. */
  async has(text: Text, wait?: WaitOptions): Promise<string> {
    const isThere = (seen: string[]) => seen.some((each) => matches(text, each));
    const seen = await eventually(`a toast ${String(text)}`, () => this.texts(), isThere, wait);
    return seen.find((each) => matches(text, each)) ?? '';
  }

  async hasNot(text: Text, wait?: WaitOptions): Promise<void> {
    const isGone = (seen: string[]) => !seen.some((each) => matches(text, each));
    await eventually(`no toast ${String(text)}`, () => this.texts(), isGone, wait);
  }

  async buttons(text: Text): Promise<string[]> {
    await this.has(text);
    return (
      await this.toast(text).locator('.notification-list-item-buttons-container .monaco-button').allInnerTexts()
    ).map(collapseSpaces);
  }

  async press(text: Text, button: string): Promise<void> {
    const look = () => this.buttons(text);
    await eventually(`a button "${button}" on the toast ${String(text)}`, look, (seen) => seen.includes(button));
    const buttons = this.toast(text).locator('.notification-list-item-buttons-container .monaco-button');
    await buttons.getByText(button, { exact: true }).first().click();
  }

  async close(text: Text): Promise<void> {
    await this.has(text);
    await this.toast(text).hover();
    await this.toast(text).locator('.codicon-notifications-clear').click();
  }

  /** A toast's progress in percent. Undefined while it's indeterminate. */
  async progress(text: Text): Promise<number | undefined> {
    const message = this.page.locator('.notification-list-item-message', { hasText: text });
    const bar = this.page.locator('.notification-toast').filter({ has: message }).locator('[role=progressbar]');
    const value = await bar.getAttribute('aria-valuenow');
    return value === null ? undefined : Number(value);
  }

  /** The content of the notification center, which stays open. */
  async center(): Promise<string[]> {
    await this.quickInput.runCommand('Notifications: Show Notifications');
    await this.page.locator('.notifications-center').waitFor();
    return this.textsOf(this.inCenter);
  }

  async clearAll(): Promise<void> {
    await this.quickInput.runCommand('Notifications: Clear All Notifications');
    await this.hasNot(/./);
  }

  /** Found by its message: the aria-label of a progress toast keeps its first text. */
  private toast(text: Text): Locator {
    return this.toasts.filter({ has: this.page.locator('.notification-list-item-message', { hasText: text }) }).first();
  }

  private async textsOf(items: Locator): Promise<string[]> {
    return (await items.locator('.notification-list-item-message').allInnerTexts()).map(collapseSpaces);
  }
}
