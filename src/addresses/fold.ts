import { domainToASCII, domainToUnicode } from 'node:url';

/** Printable ASCII without an encoded domain: most addresses, and only the letter case of their domain can vary. */
const plainAddress = /^(?!.*@(?:.*\.)?xn--)[\x21-\x7e]+$/i;
/** Characters without a shape, such as a soft hyphen or a zero-width space, that come along with copied text. */
const invisible = /\p{Cf}/gu;
/** The full stops of East Asian scripts, which divide a domain too. */
const fullStop = /[。．｡]/g;
/** The wide forms of ASCII, as East Asian keyboards write them. */
const fullWidth = /[\uff01-\uff5e]/g;

/**
 * Returns the same text for all spellings of one mailbox: the domain in any letter case or encoded (RFC 3492), full-width
 * signs, composed and decomposed accents. Letter case before the @ is kept, since Prolific tells addresses apart by it.
 * For comparing only: an address is shown and sent as it was given.
 */
export function foldAddress(address: string): string {
  const isPlain = plainAddress.test(address);
  const text = isPlain ? address : simplify(address);
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  return text.slice(0, at + 1) + (isPlain ? domain.toLowerCase() : foldDomain(domain));
}

/** Returns the same text for all spellings of one mailbox, letter case before the @ included. */
export function foldCase(address: string): string {
  return foldAddress(address).toLowerCase();
}

/** Folds a text that is searched for addresses. Each occurs there in one of its spellings, if at all. */
export function foldText(text: string): string {
  return simplify(text).replace(fullStop, '.').toLowerCase();
}

/** Returns the ways an address may occur in a folded text. */
export function spellingsOf(address: string): readonly string[] {
  const folded = foldCase(address);
  const at = folded.lastIndexOf('@');
  const unicode = folded.slice(0, at + 1) + domainToUnicode(folded.slice(at + 1));
  return [...new Set([foldText(address), folded, unicode])];
}

function simplify(text: string): string {
  return text
    .replace(invisible, '')
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .normalize('NFC');
}

/** Domains that can't be encoded are compared by their letters. */
function foldDomain(domain: string): string {
  return domainToASCII(domain) || domain.replace(fullStop, '.').toLowerCase();
}
