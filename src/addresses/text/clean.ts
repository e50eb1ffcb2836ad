import { decodeEncodedWords } from './encodedWords';
import { decodeEntities } from './entities';

/** Invisible characters that come along when text is copied from pages and chats. */
const invisible =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180d]|[\ufe00-\ufe0f]|\udb40[\udc00-\udfff]/g;
const lineBreaks = /\r+\n|[\v\f\r\u0085\u2028\u2029]/g;
// eslint-disable-next-line no-control-regex -- matches control characters on purpose
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** The @ of East Asian keyboards. */
const wideAt = /[＠﹫]/g;
const beyondAscii = /[^\t\n\x20-\x7e]/;

/** Normalizes line breaks to `\n`, removes invisible characters, and decodes `&#64;` and `=?utf-8?…?=`. */
export function cleanText(text: string): string {
  const visible = beyondAscii.test(text)
    ? text.replace(invisible, '').replace(lineBreaks, '\n').replace(controls, ' ').replace(wideAt, '@')
    : text;
  return decodeEncodedWords(decodeEntities(visible));
}
