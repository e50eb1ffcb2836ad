import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'playwright-core';

export type Text = string | RegExp;

export const matches = (text: Text, seen: string): boolean =>
  typeof text === 'string' ? seen.includes(text) : text.test(seen);

export interface WaitOptions {
  /** Milliseconds. */
  readonly timeout?: number;
}

const show = (seen: unknown): string => (typeof seen === 'string' ? seen : JSON.stringify(seen, null, 1));

/** Polls until the expected value is seen, or fails with what was seen instead. */
export async function eventually<T>(
  expected: string,
  look: () => Promise<T>,
  isIt: (seen: T) => boolean,
  { timeout = 15_000 }: WaitOptions = {},
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await tryLook(look);
    if ('it' in seen && isIt(seen.it)) {
      return seen.it;
    }
    if (Date.now() > end) {
      throw new Error(`Expected ${expected}, but saw ${'it' in seen ? show(seen.it) : seen.error}`);
    }
    await sleep(100);
  }
}

/** The element may be redrawn at that moment. */
async function tryLook<T>(look: () => Promise<T>): Promise<{ it: T } | { error: string }> {
  try {
    return { it: await look() };
  } catch (error) {
    return { error: String(error) };
  }
}

/**
 * Clicks. Fails after two seconds if the element can't be clicked by then, and only then may the click be repeated: once it
 * was sent, it may have worked, however late.
 */
export async function clickWhenReady(element: Locator): Promise<void> {
  await element.click({ trial: true, timeout: 2_000 });
  await element.click();
}

/** Repeats an action until it works: elements that VS Code is redrawing ignore input for a moment. */
export async function keepTrying(
  what: string,
  work: () => Promise<void>,
  { timeout = 20_000 }: WaitOptions = {},
): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw new Error(`Could not ${what}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
      await sleep(100);
    }
  }
}

/**
 * A CSS condition on what a screen reader says. VS Code appends keys and states to it, so only its beginning is
 * compared.
 */
export const ariaLabelStartsWith = (prefix: string): string => `[aria-label^=${JSON.stringify(prefix)}]`;

/** VS Code renders non-breaking spaces. */
export const collapseSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The current text, without waiting. */
export async function visibleText(locator: Locator): Promise<string> {
  return collapseSpaces((await locator.filter({ visible: true }).allInnerTexts()).join(' '));
}
