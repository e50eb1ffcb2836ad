import type { InvalidReason } from '../entry';

/** Maximum lengths (RFC 5321, section 4.5.3.1). */
const maxLocalPartLength = 64;
const maxAddressLength = 254;

const domain = /^[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)+$/u;
const badPartOfDomain = /(?:^|\.)-|-(?:\.|$)|\.\d+$/;

export interface Parts {
  readonly localPart: string;
  readonly domain: string;
}

/** Splits an address at the @. A quoted local part, as in "jane@work"@x.org, may contain anything. */
export function partsOf(address: string): Parts | undefined {
  const at = address.startsWith('"') ? address.indexOf('"@', 1) + 1 : address.indexOf('@');
  return at < 1 && !address.startsWith('@')
    ? undefined
    : { localPart: address.slice(0, at), domain: address.slice(at + 1) };
}

/** Only rejects what can't be a real address. Prolific has the final say. */
export function reasonAgainst(address: string): InvalidReason | undefined {
  const parts = partsOf(address);
  if (parts === undefined) {
    return 'noAt';
  }
  if (parts.domain.includes('@')) {
    return 'severalAts';
  }
  if (parts.localPart === '') {
    return 'noName';
  }
  if (parts.domain === '') {
    return 'noDomain';
  }
  if (parts.localPart.length > maxLocalPartLength || address.length > maxAddressLength) {
    return 'tooLong';
  }
  return domain.test(parts.domain) && !badPartOfDomain.test(parts.domain) ? undefined : 'badDomain';
}

export function isAddress(text: string): boolean {
  return reasonAgainst(text) === undefined;
}
