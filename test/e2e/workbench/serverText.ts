import type { Locator, Page } from 'playwright-core';

/** The parts of the window where server texts are shown. */
const surfaces = [
  '.part.sidebar .pane-body',
  '.part.sidebar .composite.title',
  '.part.sidebar .pane-header',
  '.quick-input-widget',
  '.monaco-hover',
  '.notifications-toasts',
  '.notifications-center',
  '.monaco-dialog-box',
  '.monaco-menu-container',
  '.part.statusbar',
  '.part.editor .tabs-container',
];

/** What VS Code renders from Markdown and HTML. Its own buttons are links without a URL. */
const liveElements = [
  'a[href]:not([href=""], [href="#"])',
  'a[data-href]',
  'img',
  'b',
  'strong',
  'em',
  'del',
  'code',
  'table',
  'script',
];

/** The position of the text to click. Runs in the page. */
function middleOf(element: HTMLElement | SVGElement, text: string): { x: number; y: number } | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(text) ?? -1;
    if (at >= 0) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
  }
  return undefined;
}

/** Checks whether server texts, wherever they're shown, are anything more than text. */
export class ServerText {
  constructor(private readonly page: Page) {}

  /** What a text was rendered as: links, images, formats, and the named icons, as in the document. */
  async liveElements(icons: readonly string[] = []): Promise<string[]> {
    const kinds = [...liveElements, ...icons.map((icon) => `.codicon-${icon}`)];
    const found = this.page.locator(`:is(${surfaces.join(', ')}) :is(${kinds.join(', ')})`).filter({ visible: true });
    return found.evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 200)));
  }

  /** Clicks the middle of a text. */
  async click(around: Locator, text: string): Promise<void> {
    const place = await around.filter({ visible: true }).first().evaluate(middleOf, text);
    if (place === undefined) {
      throw new Error(`There is no “${text}” to click`);
    }
    await this.page.mouse.click(place.x, place.y);
    // Allows time for a page or a command to open.
    await this.page.waitForTimeout(300);
    // A hover would cover the next target.
    await this.page.mouse.move(0, 0);
  }
}
