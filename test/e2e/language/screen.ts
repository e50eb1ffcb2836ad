import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { plainWords } from './pseudo';

/** Where our texts appear. */
export const parts = {
  sideBar: '.part.sidebar',
  quickInput: '.quick-input-widget',
  toasts: '.notifications-toasts',
  dialog: '.monaco-dialog-box',
  menu: '.monaco-menu-container',
  hover: '.monaco-hover',
  editor: '.part.editor .view-lines',
} as const;

/** VS Code's own texts there. They're in English, since its language pack is empty. */
const vscodeTexts: readonly RegExp[] = [
  /Use Alt\+F1 for accessibility help|\bSection\b/,
  /((Control|Ctrl|Shift|Alt)\+)+\S+( [A-Z]\b)?|\(Del(ete)?\)|\bF\d+\b/,
  /\(Press 'Enter' to confirm( your input)? or 'Escape' to cancel\)|Inspect the response in the accessible view with/,
  /Close Dialog|(Clear|Expand|Collapse) Notification|Notification Actions|\b\d+ Results?\b|\bBack\b|\bCancel\b/,
  /\b(Info|Warning|Error)(: |$)|^dialog$|, source: |Source: |, notification\b/,
  /Toggle all checkboxes|\b\d+ Selected\b|^OK$/,
  /\bWelcome\b|\bProgress\b|Views and More Actions\.*|More Actions\.*|Collapse All|\b[Aa]ctions( for)?\b/,
];

/** User input and server text, which no extension translates. */
const untranslatedTexts: readonly RegExp[] = [
  /api\.prolific\.com|127\.0\.0\.1:\d+/,
  /\S+@\S+\w/,
  /\b[0-9a-f]{24}\b/,
  /https:\/\/\S+/,
];

/**
 * Asserts that a part of the window is in the pseudo-language, both visible text and what a screen reader says. `names`
 * are the server's texts in it.
 */
export async function assertTranslated(
  page: Page,
  part: keyof typeof parts,
  names: readonly string[] = [],
): Promise<void> {
  const texts = await textsIn(page, parts[part]);
  const known = [...untranslatedTexts, ...names, ...vscodeTexts];
  const missed = texts.filter((text) => plainWords(text, known).length > 0);
  assert.deepEqual(missed, [], `not translated in the ${part}`);
  assert.ok(
    texts.some((text) => text.includes('⟦')),
    `nothing of ours in the ${part}: ${texts.join(' | ')}`,
  );
}

async function textsIn(page: Page, selector: string): Promise<readonly string[]> {
  const texts = await page
    .locator(selector)
    .filter({ visible: true })
    .evaluateAll((roots) =>
      roots.flatMap((root) =>
        [root, ...root.querySelectorAll('*')]
          .filter((element) => element.checkVisibility())
          .flatMap((element) => [
            ...[...element.childNodes]
              .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
              .map((node) => node.textContent),
            ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name)),
          ]),
      ),
    );
  return texts.flatMap((text) => (text === null || text.trim() === '' ? [] : [text.replace(/\s+/g, ' ').trim()]));
}
