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

/** Looks until it sees what was expected; else fails and says what was seen instead. */
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

/** What one looks at may be drawn anew at that moment. */
async function tryLook<T>(look: () => Promise<T>): Promise<{ it: T } | { error: string }> {
  try {
    return { it: await look() };
  } catch (error) {
    return { error: String(error) };
  }
}

/** Does something again and again until it works: what VS Code redraws meanwhile is deaf for a moment. */
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

/** A CSS condition on what a screen reader says. VS Code appends keys and states to it, so its beginning is what counts. */
export const ariaLabelStartsWith = (prefix: string): string => `[aria-label^=${JSON.stringify(prefix)}]`;

/** VS Code draws with non-breaking spaces. */
export const collapseSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of what is there now, without waiting for it. */
export async function visibleText(locator: Locator): Promise<string> {
  return collapseSpaces((await locator.filter({ visible: true }).allInnerTexts()).join(' '));
}
