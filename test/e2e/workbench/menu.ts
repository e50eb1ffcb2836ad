import type { Page } from 'playwright-core';
import { ariaLabelStartsWith, clickWhenReady, keepTrying } from './eventually';

/** A context menu or the menu of a "..." button. It's in an open shadow root, which Playwright's selectors pierce. */
export class Menu {
  constructor(private readonly page: Page) {}

  /** Opens a menu and returns its items. It stays open. */
  async items(open: () => Promise<void>): Promise<string[]> {
    await open();
    const menu = this.page.locator('.monaco-menu-container');
    await menu.first().waitFor({ timeout: 5_000 });
    const labels = await menu.locator('.action-label[aria-label]:visible').all();
    const names = await Promise.all(labels.map((label) => label.getAttribute('aria-label', { timeout: 1_000 })));
    // Separators have an empty one.
    return names.flatMap((name) => (name === null || name === '' ? [] : [name]));
  }

  async press(open: () => Promise<void>, item: string): Promise<void> {
    const attempt = async () => {
      let items: readonly string[] = [];
      try {
        items = await this.items(open);
        // A menu ignores the mouse for its first 100 ms.
        await this.page.waitForTimeout(200);
        const row = `.monaco-menu-container .action-menu-item:has(.action-label${ariaLabelStartsWith(item)})`;
        await clickWhenReady(this.page.locator(row).first());
      } catch (error) {
        // It may open yet, or a refresh of the view has closed it.
        await this.page.keyboard.press('Escape');
        throw new Error(`the menu has ${JSON.stringify(items)}`, { cause: error });
      }
    };
    await keepTrying(`press "${item}" in a menu`, attempt);
  }
}
