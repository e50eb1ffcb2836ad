import type { DoubtfulEntry, Entry, InvalidEntry, ValidEntry } from '../entry';
import { undecorated, type Undecorated } from './decoration';
import { doubtAbout } from './doubts';
import { decoded, isLink, receiversOf, type Receiver } from './links';
import { mendForms } from './lookAlikes';
import { isAddress, partsOf, reasonAgainst } from './shape';

/** No address is longer, even with decoration. Longer words aren't examined. */
const maxWordLength = 2_000;

/** Most addresses look like this and need no closer look. */
const maxOrdinaryLength = 200;
const ordinary = /^[A-Za-z][A-Za-z0-9_.+-]{0,62}@(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|[a-z]{2})$/;
const needsALook =
  /\.\.|[-_]{2}|\.@|x{3}|^e-?mail|^mail|^(?:Tel|Fax|Phone)|reply|response|respond|antwort|rispon|odpow|bounce|mailer-|undisclosed|[0-9a-f]{24}|JavaMail|@-|-\.|\.-/i;

/**
 * Reads one word with an @: removes its decoration and returns the address, or what's wrong with it. A word holds
 * several addresses if it's a link to several people, or if characters between them can't be part of a domain.
 */
export function readWord(word: string): readonly Entry[] {
  if (word.length > maxWordLength) {
    return [invalid(word, 'tooLong')];
  }
  if (word.length <= maxOrdinaryLength && ordinary.test(word) && !needsALook.test(word)) {
    return [valid(word)];
  }
  const bare = undecorated(word);
  if (isLink(bare.text)) {
    const entries = receiversOf(bare.text).map(readReceiver);
    return entries.length > 0 ? entries : [invalid(word, 'noAt')];
  }
  return severalIn(bare.text) ?? [readOne(bare)];
}

function readReceiver({ word, name, isMentioned }: Receiver): Entry {
  const entry = readOne(undecorated(word));
  if (entry.kind !== 'valid') {
    return entry;
  }
  if (isMentioned === true) {
    return { kind: 'doubtful', text: entry.address, reason: 'otherField' };
  }
  return name === undefined ? entry : { ...entry, name };
}

/** `bo@x.org/cy@x.org`: several complete addresses between characters that can't be part of a domain. */
function severalIn(text: string): readonly Entry[] | undefined {
  if (text.indexOf('@') === text.lastIndexOf('@') || text.startsWith('"')) {
    return undefined;
  }
  const parts = text.split(/[/&+|:·•*=!#?~]+/).filter((part) => part !== '');
  const entries = parts.map((part) => readOne(undecorated(part)));
  return entries.length > 1 && entries.every(({ kind }) => kind === 'valid') ? entries : undefined;
}

function readOne(bare: Undecorated): Entry {
  const text = mendForms(bare.text);
  if (/:\/\/|^www\./i.test(text)) {
    return inWebAddress(text);
  }
  if (hiddenPart.test(text)) {
    return { kind: 'doubtful', text, reason: 'masked' };
  }
  const word = { ...bare, text: withoutLabel(text) };
  const reason = reasonAgainst(word.text);
  if (reason === 'tooLong') {
    return invalid(text, reason);
  }
  if (word.behind === '' && (reason === 'noAt' || reason === 'noName' || reason === 'noDomain')) {
    return invalid(text, reason);
  }
  const doubt = doubtAbout(word);
  if (doubt !== undefined) {
    return { kind: 'doubtful', text: shown(word), ...doubt };
  }
  const once = word.text.replace(/@@+/, '@');
  if (once !== word.text && isAddress(once)) {
    return { kind: 'doubtful', text, reason: 'mistyped', suggestion: once };
  }
  return reason === undefined ? valid(word.text) : invalid(text, reason);
}

/** `j[…]e@x.org`: not a label, but hidden letters. */
const hiddenPart = /[[(][^\p{L}\p{N}@]+[\])][^@]*@/u;

/** Returns the text with the characters that make it doubtful. */
function shown({ text, behind }: Undecorated): string {
  return text + (/^(?:…|⋯|‥|\.\.+|[-=~*•●■█×#?\ufffd]+|[[({](?:…|⋯|\.{2,})[\])}]?)/.exec(behind)?.[0] ?? '');
}

/** `https://x.org/u/di@y.org`, `https://me@x.org/`, `https://x.org/@jane` */
function inWebAddress(text: string): DoubtfulEntry | InvalidEntry {
  const inner = decoded(text)
    .split(/[/?&=#:]+/)
    .findLast((part) => part.includes('@'));
  if (inner === undefined || partsOf(inner)?.localPart === '') {
    return invalid(text, 'noName');
  }
  const isAlone = isAddress(inner) && doubtAbout(undecorated(inner)) === undefined;
  return { kind: 'doubtful', text, reason: 'inWebAddress', ...(isAlone ? { suggestion: inner } : {}) };
}

/** Removes a label before the address: `Team:jane@x.org`, `SMTP:jane@x.org`, `[x]jane@x.org`, `mail=jane@x.org`. */
function withoutLabel(word: string): string {
  const parts = partsOf(word);
  if (parts === undefined || word.startsWith('"')) {
    return word;
  }
  const { localPart } = parts;
  const end = Math.max(
    localPart.lastIndexOf(':'),
    localPart.lastIndexOf('：'),
    localPart.lastIndexOf(']'),
    localPart.lastIndexOf('）'),
  );
  return word.slice(end + 1).replace(field, '');
}

const field =
  /^(?:e|m|e-?mail(?:address)?|mail(?:box|nickname)?|rfc822mailbox|mailto|smtp|sip|upn|address|user(?:name|id)?|login|uid|to|cc|bcc|from|contact)=(?=[^=])/i;

function valid(address: string): ValidEntry {
  return { kind: 'valid', address };
}

function invalid(text: string, reason: InvalidEntry['reason']): InvalidEntry {
  return { kind: 'invalid', text, reason };
}
