import { language } from './language';

const maxLength = 300;
/** Invisible, and enough to keep `](` from closing a link and `$(` from opening an icon. */
const wordJoiner = '\u2060';
const isolateStart = '\u2068';
const isolateEnd = '\u2069';

const invisibleOrders = /[\u202a-\u202e\u2066-\u2069]/g;
// eslint-disable-next-line no-control-regex -- control characters are what it is for
const breaksAndControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Nothing but blanks and characters that have no shape, the fillers of Hangul and Braille among them. */
const nothingToSee = /^[\p{Z}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The only way for a text of the server or of a file onto the screen: one line without control characters and
 * direction overrides, in which neither Markdown links nor icons come alive, cut to 300 characters. It looks the same.
 * Empty where there would be nothing to see.
 */
export function sanitize(text: string): string {
  const line = text.replace(invisibleOrders, '').replace(breaksAndControls, ' ').trim();
  return nothingToSee.test(line) ? '' : neutralise(shorten(line));
}

function neutralise(line: string): string {
  return line.replace(/\]\s*\(/g, `]${wordJoiner}(`).replace(/\$\(/g, `$${wordJoiner}(`);
}

/** Cuts between characters as a reader sees them: no half of an emoji or of an accented letter. */
function shorten(line: string): string {
  if (line.length <= maxLength) {
    return line;
  }
  let end = 0;
  let count = 0;
  for (const { index, segment } of new Intl.Segmenter(language()).segment(line)) {
    if (count === maxLength || index > maxLength * 10) {
      return `${line.slice(0, end)}…`;
    }
    end = index + segment.length;
    count += 1;
  }
  return line;
}

/** The same for a text that stands in a sentence: one written from right to left does not turn its neighbours round. */
export function inSentence(text: string): string {
  const line = sanitize(text);
  return rightToLeft.test(line) ? `${isolateStart}${line}${isolateEnd}` : line;
}

/** The same line where VS Code reads Markdown: every sign stands for itself, so that bare web and mail addresses stay text too. */
export function asMarkdown(line: string): string {
  return line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
