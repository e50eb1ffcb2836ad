import type { Page } from 'playwright-core';

/** Runs in the page. */
function readLabels(selector: string): string[] {
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.getAttribute('aria-label') ?? '');
}

/** Runs in the page. */
function readLines(selector: string): string[] {
  const lines = [...document.querySelectorAll(selector)].filter((line) => line.checkVisibility());
  const top = (line: Element) => line.getBoundingClientRect().top;
  // The DOM keeps the lines in any order; their place on the screen is what counts.
  return lines.sort((one, other) => top(one) - top(other)).map((line) => line.textContent);
}

/**
 * What a screen reader says of each visible element. All are read at one moment: VS Code uses an element that it scrolls or
 * redraws away for another row, so reading one after the other would mix two states.
 */
export function visibleLabels(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(readLabels, selector);
}

/** The visible lines of an editor, from top to bottom, all read at one moment. */
export async function visibleLines(page: Page, selector: string): Promise<string> {
  const lines = await page.evaluate(readLines, selector);
  return lines.map((line) => line.replace(/\u00a0/g, ' ')).join('\n');
}
