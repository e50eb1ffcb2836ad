import type { InvalidReason, Entry } from './entry';

/** Lengths that the mail standards allow (RFC 5321, section 4.5.3.1). */
const maxLocalPartLength = 64;
const maxAddressLength = 254;
/** No address with all its decoration is longer; what is longer is not looked at any closer. */
const maxWordLength = 2_000;

const decorationInFront = new Set("'‘’‚‹›`´[]{}>=•·●○▪▫■□◦‣⁃➢✓✔–—…¡¿(（［【「『");
/** Signs beyond ASCII that may follow an address; of ASCII nothing but letters and digits ends one. */
const decorationBehind = new Set('‘’‚‹›´–—…。．｡，）］】」』！？：');
const emphasis = new Set('*_~`');
const lettersAndDigits = /[A-Za-z0-9]/;

// Any sign beyond ASCII may be part of an international domain, except the East Asian full stops that divide it.
const domain =
  /^[\w\u0080-\u3001\u3003-\uff0d\uff0f-\uff60\uff62-\uffff-]+(?:[.。．｡][\w\u0080-\u3001\u3003-\uff0d\uff0f-\uff60\uff62-\uffff-]+)+$/;
const badPartOfDomain = /(?:^|[.。．｡])-|-(?:[.。．｡]|$)|[.。．｡]\d+$/;
/** Most addresses look so, and need none of the closer looks. */
const plainAddress = /^[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*\.[A-Za-z]{2,}$/;
/** What is left of a link of several addresses when it is cut at its commas: `b@x.org?subject=Hello`. */
const queryBehindAt = /@[^?@]*\?[\w-]+=/;

/**
 * Reads one word with an @ in it: an address, with its decoration taken off, or what is wrong with it. A word may
 * hold several when it is a `mailto:` link.
 */
export function readWord(word: string): readonly Entry[] {
  if (word.length > maxWordLength) {
    return [{ kind: 'invalid', text: word, reason: 'tooLong' }];
  }
  if (word.length <= maxAddressLength && plainAddress.test(word)) {
    return [{ kind: 'valid', address: word }];
  }
  const plain = withoutDecoration(word);
  const target = /^(?:mailto:)+\/{0,2}(.*)$/is.exec(plain)?.[1];
  if (target === undefined && !queryBehindAt.test(plain)) {
    return [readAddress(plain)];
  }
  const addresses = addressesOfLink(target ?? plain).map(readAddress);
  return addresses.length > 0 ? addresses : [{ kind: 'invalid', text: word, reason: 'noAt' }];
}

/** The addresses of `mailto:a@x.org,b@x.org?cc=c@x.org&subject=…`, which are percent-encoded (RFC 6068). */
function addressesOfLink(target: string): readonly string[] {
  const [path = '', ...query] = target.split('?');
  const receivers = query
    .join('?')
    .split('&')
    .flatMap((field) => /^(?:to|cc|bcc)=(.*)$/is.exec(field)?.[1] ?? []);
  return [path, ...receivers]
    .map(decode)
    .flatMap((list) => (list.startsWith('"') ? [list] : list.split(/[\s,;]+/)))
    .filter((address) => address !== '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function readAddress(word: string): Entry {
  const address = withoutLabel(word);
  const reason = word.includes('://') ? 'noName' : reasonAgainst(address);
  return reason === undefined ? { kind: 'valid', address } : { kind: 'invalid', text: word, reason };
}

/** Light checks that no real address fails; the last word is Prolific's. */
function reasonAgainst(address: string): InvalidReason | undefined {
  const [localPart, rest] = splitAtAt(address);
  if (rest === undefined) {
    return 'noAt';
  }
  if (rest.includes('@')) {
    return 'severalAts';
  }
  if (localPart === '') {
    return 'noName';
  }
  if (rest === '') {
    return 'noDomain';
  }
  if (localPart.length > maxLocalPartLength || address.length > maxAddressLength) {
    return 'tooLong';
  }
  return domain.test(rest) && !badPartOfDomain.test(rest) ? undefined : 'badDomain';
}

/** A quoted local part, as in "jane@work"@x.org, may hold anything. */
function splitAtAt(address: string): readonly [localPart: string, rest: string | undefined] {
  const at = address.startsWith('"') ? address.indexOf('"@', 1) + 1 : address.indexOf('@');
  return at < 1 && !address.startsWith('@') ? [address, undefined] : [address.slice(0, at), address.slice(at + 1)];
}

/** `Team:jane@x.org`, `SMTP:jane@x.org`, `[x]jane@x.org`: no address that is not quoted holds these signs. */
function withoutLabel(word: string): string {
  const [localPart, rest] = splitAtAt(word);
  if (rest === undefined || word.startsWith('"')) {
    return word;
  }
  const end = Math.max(localPart.lastIndexOf(':'), localPart.lastIndexOf('：'), localPart.lastIndexOf(']'));
  return word.slice(end + 1);
}

function withoutDecoration(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && decorationInFront.has(word.charAt(start))) {
    start += 1;
  }
  while (start < end && isDecorationBehind(word.charAt(end - 1))) {
    end -= 1;
  }
  // **jane@x.org** is emphasis, while _jane@x.org may be an address: emphasis stands at both ends.
  const mark = word.charAt(start);
  while (emphasis.has(mark) && word.charAt(start) === mark && word.includes(mark, end)) {
    start += 1;
  }
  return word.slice(start, end);
}

function isDecorationBehind(char: string): boolean {
  return decorationBehind.has(char) || (char < '\u0080' && char !== '@' && !lettersAndDigits.test(char));
}
