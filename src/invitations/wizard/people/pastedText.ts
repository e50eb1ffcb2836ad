/**
 * Recognizes a text that was pasted into the box, which turned its line breaks into blanks. Returns what the box holds
 * besides it, or undefined if the change was no such paste.
 */
export function textBesidePasted(before: string, after: string, clipboard: string): string | undefined {
  const lines = clipboard.trim();
  if (!/[\n\r\u2028\u2029]/.test(lines)) {
    return undefined;
  }
  const pasted = withoutBreaks(lines);
  const held = withoutBreaks(before);
  const box = withoutBreaks(after);
  for (let start = box.indexOf(pasted); start >= 0; start = box.indexOf(pasted, start + 1)) {
    const ahead = box.slice(0, start).trimEnd();
    const behind = box.slice(start + pasted.length).trimStart();
    // A selection in the box may have been replaced, so less may be left than it held.
    if (held.startsWith(ahead) && held.endsWith(behind) && ahead.length + behind.length <= held.length) {
      return [ahead, behind].filter((part) => part !== '').join(' ');
    }
  }
  return undefined;
}

/** Cuts out a text that is known to have been pasted, which the box still holds. */
export function textWithoutPasted(text: string, clipboard: string): string | undefined {
  const pasted = withoutBreaks(clipboard);
  const box = withoutBreaks(text);
  return pasted !== '' && box.includes(pasted) ? withoutBreaks(box.replace(pasted, () => ' ')) : undefined;
}

/** Blanks are compared as one, because boxes differ in what they make of breaks and tabs. */
function withoutBreaks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a change of the box may be a paste of several lines. What is typed comes and goes a character at a time. */
export function mayBePasted(before: string, after: string): boolean {
  return Math.abs(after.length - before.length) !== 1 && /\S\s+\S/.test(after);
}
