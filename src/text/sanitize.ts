import type { ServerText } from '../api';
import { forLanguage } from './language';

const maxLength = 300;
/** Invisible. Keeps `](` from closing a link and `$(` from opening an icon. */
const wordJoiner = '\u2060';
const isolateStart = '\u2068';
const isolateEnd = '\u2069';

/** Formatting characters nobody sees, such as direction overrides. Some scripts and emoji need joiners and simple marks. */
const invisible = /(?![\u200c-\u200f\u061c])\p{Cf}/gu;
const graphemes = forLanguage((language) => new Intl.Segmenter(language));
// eslint-disable-next-line no-control-regex -- matches control characters on purpose
const breaksAndControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Only whitespace and invisible characters, including the Hangul and Braille fillers. */
const nothingToSee = /^[\p{Z}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Makes text from the server or a file safe to show; nothing reaches the screen without it. Returns one line of at most
 * 300 characters, without control characters or direction overrides, in which Markdown links and icons stay inert. It
 * looks the same otherwise. Empty if nothing would be visible.
 */
export function sanitize(text: string | ServerText): string {
  const raw = typeof text === 'string' ? text : text.raw;
  const line = raw.replace(invisible, '').replace(breaksAndControls, ' ').trim();
  return nothingToSee.test(line) ? '' : neutralise(shorten(line));
}

function neutralise(line: string): string {
  return line.replace(/\]\s*\(/g, `]${wordJoiner}(`).replace(/\$\(/g, `$${wordJoiner}(`);
}

/** Cuts between grapheme clusters, so no emoji or accented letter is cut in half. */
function shorten(line: string): string {
  if (line.length <= maxLength) {
    return line;
  }
  let end = 0;
  let count = 0;
  for (const { index, segment } of graphemes().segment(line)) {
    if (count === maxLength || index > maxLength * 10) {
      return `${line.slice(0, end)}…`;
    }
    end = index + segment.length;
    count += 1;
  }
  return line;
}

/**
 * Like `sanitize`, for text inside a sentence: right-to-left text is isolated so it doesn't reorder the words around
 * it.
 */
export function inSentence(text: string | ServerText): string {
  const line = sanitize(text);
  return rightToLeft.test(line) ? `${isolateStart}${line}${isolateEnd}` : line;
}

/**
 * Escapes a line for places where VS Code renders Markdown. All punctuation is escaped, so bare URLs and email
 * addresses stay text too.
 */
export function asMarkdown(line: string): string {
  return line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
