/**
 * Recognizes text pasted into the box, which replaces line breaks with spaces. Returns what else the box contains, or
 * undefined if the change wasn't such a paste.
 */
export function textBesidePasted(before: string, after: string, clipboard: string): string | undefined {
  const lines = clipboard.trim();
  if (!/[\n\r\u2028\u2029]/.test(lines)) {
    return undefined;
  }
  const pasted = withoutBreaks(lines);
  const held = withoutBreaks(before);
  const box = withoutBreaks(after);
  const rests: string[] = [];
  for (let start = box.indexOf(pasted); start >= 0; start = box.indexOf(pasted, start + 1)) {
    const ahead = box.slice(0, start).trimEnd();
    const behind = box.slice(start + pasted.length).trimStart();
    // The paste may have replaced a selection, so the rest may be shorter than before.
    if (held.startsWith(ahead) && held.endsWith(behind) && ahead.length + behind.length <= held.length) {
      rests.push([ahead, behind].filter((part) => part !== '').join(' '));
    }
  }
  // Where the pasted text is found twice, the place that leaves the box as it was splits no word.
  return rests.find((rest) => rest === held) ?? rests[0];
}

/** Removes text known to have been pasted from the box, if it's still there. */
export function textWithoutPasted(text: string, clipboard: string): string | undefined {
  const pasted = withoutBreaks(clipboard);
  const box = withoutBreaks(text);
  return pasted !== '' && box.includes(pasted) ? withoutBreaks(box.replace(pasted, () => ' ')) : undefined;
}

/** Normalizes whitespace, because boxes differ in how they replace line breaks and tabs. */
function withoutBreaks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Returns whether a change to the box may be a multi-line paste. Typing changes one character at a time. */
export function mayBePasted(before: string, after: string): boolean {
  return Math.abs(after.length - before.length) !== 1 && /\S\s+\S/.test(after);
}
