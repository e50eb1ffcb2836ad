/** Why an entry is no address. */
export type AddressFault = 'noAt' | 'severalAts' | 'noName' | 'noDomain' | 'badDomain' | 'tooLong';

/** One item of what the user gave as addresses. The letter case of an address is kept: Prolific tells them apart by it. */
export type Entry =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'notAnAddress'; readonly text: string; readonly fault: AddressFault };

/** Lengths that the mail standards allow (RFC 5321, section 4.5.3.1). */
const longestLocalPart = 64;
const longestAddress = 254;

const invisible = /[\u200b-\u200d\u2060\ufeff]/g;
const named = /(?:"[^"]*"|[^<>,;\n"])*<([^<>]*)>/g;
const wrappers = /^[\s"'“”‘’«»([{]+|[\s"'“”‘’«»)\]}.:]+$/g;

/**
 * Reads addresses as people type and paste them: between commas, semicolons, spaces, tabs and new lines, as
 * `Name <address>`, with `mailto:`. Nothing is dropped silently: what is no address comes back with its fault.
 */
export function readAddresses(text: string): readonly Entry[] {
  return text
    .replace(invisible, '')
    .replace(named, (_whole, address: string) => ` ${address.replace(/\s+/g, '')} `)
    .split(/[\s,;]+/)
    .map((word) => word.replace(wrappers, '').replace(/^mailto:/i, ''))
    .filter((word) => word !== '')
    .map(readEntry);
}

function readEntry(word: string): Entry {
  const fault = faultOf(word);
  return fault === undefined ? { kind: 'address', address: word } : { kind: 'notAnAddress', text: word, fault };
}

/** Light checks that no real address fails; the last word is Prolific's. */
function faultOf(word: string): AddressFault | undefined {
  const [localPart = '', domain, ...more] = word.split('@');
  if (domain === undefined) {
    return 'noAt';
  }
  if (more.length > 0) {
    return 'severalAts';
  }
  if (localPart === '') {
    return 'noName';
  }
  if (domain === '') {
    return 'noDomain';
  }
  if (localPart.length > longestLocalPart || word.length > longestAddress) {
    return 'tooLong';
  }
  return /^[^.\s]+(\.[^.\s]+)+$/.test(domain) ? undefined : 'badDomain';
}
