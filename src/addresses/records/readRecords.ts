import { runToEnd, type Work } from '../cooperative';
import type { DoubtReason, Entry } from '../entry';
import { foldCase } from '../fold';
import { readList } from '../list/readList';
import { nameOf } from '../list/words';
import type { Reading } from '../reading';
import { isAccountTitle, isFurtherTitle, isMailTitle } from '../titles/mailTitles';
import { namePartOf, type NamePart } from '../titles/nameTitles';
import { isOfOtherPeople } from '../titles/otherPeople';
import type { Field, Fields } from './fields';

const recordsAtOnce = 32;

/** Returns the people in the email fields of the records. Addresses in other fields are doubtful. */
export function* readRecords(records: readonly Fields[]): Work<Reading> {
  const entries: Entry[] = [];
  for (const [index, record] of records.entries()) {
    entries.push(...entriesOfRecord(record));
    if (index % recordsAtOnce === 0) {
      yield;
    }
  }
  return { entries, skipped: [] };
}

interface Found {
  readonly entry: Entry;
  readonly line: number;
  readonly isMain: boolean;
}

function entriesOfRecord(record: Fields): readonly Entry[] {
  const name = nameIn(record);
  const found = record.flatMap((field): readonly Found[] => {
    const reason = doubtOf(field);
    return valuesIn(field).map((entry) => ({
      line: field.line,
      isMain: reason === undefined,
      entry: reason === undefined || entry.kind !== 'valid' ? entry : { kind: 'doubtful', text: entry.address, reason },
    }));
  });
  // The name of a directory entry often repeats the address of its mail field.
  const seen = new Set<string>();
  const kept = [...found]
    .sort((one, other) => Number(other.isMain) - Number(one.isMain))
    .filter(({ entry }) => {
      const key = foldCase(entry.kind === 'valid' ? entry.address : entry.text);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  if (!kept.some(({ entry }) => entry.kind !== 'invalid')) {
    return [
      ...kept.map(({ entry, line }) => ({ ...entry, position: { row: line } })),
      ...personWithoutAddress(record, name),
    ];
  }
  const isOne = kept.filter(({ entry }) => entry.kind === 'valid').length === 1;
  return kept.map(({ entry, line }): Entry => {
    const position = { row: line };
    const isNamed = entry.kind === 'valid' && entry.name === undefined && isOne && name !== undefined;
    return isNamed ? { ...entry, name, position } : { ...entry, position };
  });
}

function personWithoutAddress([first]: Fields, name: string | undefined): readonly Entry[] {
  return name === undefined
    ? []
    : [{ kind: 'invalid', text: name, reason: 'noAddressInRow', position: { row: first?.line ?? 1 } }];
}

/** Returns why nobody should be written to at the addresses of a field. Undefined if they're the people's own. */
function doubtOf({ key, parameters }: Field): DoubtReason | undefined {
  if (/^attendee$/i.test(key)) {
    return undefined;
  }
  if (isOfOtherPeople(key) || isAccountTitle(key) || !isMailTitle(key)) {
    return 'otherField';
  }
  return isFurtherTitle(key) || /second/i.test(`${key}${parameters}`) ? 'alias' : undefined;
}

/** Returns everything with an @ in a field. Attendees of a meeting have their name beside the address. */
function valuesIn({ key, parameters, value }: Field): readonly Entry[] {
  const text = value.replace(/\\([,;:])/g, '$1');
  const name = /^attendee$/i.test(key) ? /;CN="?([^";:]*)"?/i.exec(parameters)?.[1] : undefined;
  return [...runToEnd(readList(text)).entries, ...runToEnd(readList(parameters.replace(/[;=]/g, ' '))).entries]
    .filter((entry) => entry.kind !== 'invalid' || entry.text.includes('@'))
    .map((entry) =>
      entry.kind === 'valid' && name !== undefined && nameOf([name]) !== undefined ? { ...entry, name } : entry,
    );
}

function nameIn(record: Fields): string | undefined {
  const valueOf = (part: NamePart) =>
    record.find(({ key, value }) => namePartOf(key) === part && value.trim() !== '')?.value.trim();
  const whole = valueOf('whole');
  const parts = whole === undefined ? [valueOf('given'), valueOf('family')] : [whole];
  return nameOf(parts.filter((part) => part !== undefined).map((part) => part.replace(/\\([,;:])/g, '$1')));
}
