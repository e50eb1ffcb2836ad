import { isAddress } from '../address/shape';
import { isKnownEnding } from '../address/topLevel';
import type { DoubtfulEntry } from '../entry';

/** A line without the parts of addresses broken at its ends, and the addresses broken at its end. */
export interface Rejoined {
  readonly text: string;
  readonly broken: readonly DoubtfulEntry[];
}

const tail = /[^\s,;<>"()|]+$/;
const head = /^[^\s,;<>"()|]+/;
const endOfAddress = /@[\w.-]*$/;

/**
 * Finds addresses that continue on the next line, as emails, PDFs, and terminals wrap them. The part at the end of a
 * line may look complete but be somebody else's address.
 */
export function rejoin(lines: readonly string[]): readonly Rejoined[] {
  const texts = [...lines];
  return lines.map((_, index): Rejoined => {
    const text = texts[index] ?? '';
    const next = texts[index + 1] ?? '';
    if (next === '' || !(text.includes('@') || next.includes('@'))) {
      return { text, broken: [] };
    }
    const end = tail.exec(text.trimEnd())?.[0] ?? '';
    const start = head.exec(next.trimStart())?.[0] ?? '';
    const isIndented = /^[ \t]/.test(next);
    const isAlone = next.trim() === start;
    if (end === '' || start === '' || !isBroken(end, start, isIndented, isAlone)) {
      return { text, broken: [] };
    }
    const suggestion = end.replace(/=$/, '') + start.replace(/[.:!?]+$/, '');
    texts[index + 1] = next.trimStart().slice(start.length);
    return {
      text: text.trimEnd().slice(0, -end.length),
      broken: [
        {
          kind: 'doubtful',
          text: `${end} ${start}`,
          reason: 'broken',
          ...(isAddress(suggestion) ? { suggestion } : {}),
        },
      ],
    };
  });
}

function isBroken(end: string, start: string, isIndented: boolean, isAlone: boolean): boolean {
  if (start.startsWith('@')) {
    return /^[\w.+'-]+$/.test(end) && !end.endsWith('.') && /^@[\w-]+(?:\.[\w-]+)+\W*$/.test(start) && isAlone;
  }
  if (end.endsWith('=') && /[\w.@-]=$/.test(end)) {
    // A soft line break in quoted-printable text.
    return isAddress(end.slice(0, -1) + start.replace(/\W+$/, ''));
  }
  if (start.includes('@') || !endOfAddress.test(end)) {
    return false;
  }
  const joined = end + start.replace(/\W+$/, '');
  return isAddress(joined) && continuesIn(end.slice(end.indexOf('@') + 1), start, isIndented, isAlone);
}

/** Whether a domain at the end of a line continues on the next. */
function continuesIn(domain: string, start: string, isIndented: boolean, isAlone: boolean): boolean {
  const isWordOfDomain = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.?$/.test(start);
  if (domain === '' || domain.endsWith('-')) {
    return isWordOfDomain && (start.includes('.') || isAlone || domain === '');
  }
  if (start.startsWith('.')) {
    return /^\.[a-z\d-]+(?:\.[a-z\d-]+)*$/.test(start);
  }
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (last === '') {
    // After a complete domain, the full stop may end a sentence instead.
    const isWhole = labels.length > 2 && isKnownEnding(labels.at(-2) ?? '') && !isAlone;
    return (
      isWordOfDomain && !isWhole && (isAlone || labels.length === 2) && isKnownEnding(start.split('.').at(-1) ?? '')
    );
  }
  const lookOfDomain = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/.test(start);
  const isPartOfEnding = labels.length > 1 && isAlone && /^[a-z]{1,3}$/.test(start) && last.length < 3;
  return (lookOfDomain && isAlone && (isIndented || labels.length === 1 || !isKnownEnding(last))) || isPartOfEnding;
}
