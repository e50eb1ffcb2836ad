import * as l10n from '@vscode/l10n';
import { isAddress } from '../../../addresses/address/shape';
import type { DoubtfulEntry, InvalidEntry } from '../../../addresses/entry';
import { reasonText } from '../../../addresses/reasonText';
import type { Button, Heading, OpenList, TickableChoice } from '../../../prompts/prompts';
import { formatCount } from '../../../text/plural';
import { inSentence } from '../../../text/sanitize';
import { addressOf, type Given, type GivenPeople, textOf } from './givenPeople';

/**
 * The most rows shown; the others are found by searching. With 10,000 rows, VS Code's window blocks for 170 to 220 ms on
 * each change; with 500, never for 50 ms (measured in VS Code 1.139).
 */
const maxRows = 500;
/** The most problems shown, so that they don't hide the people below. */
const maxUnsureRows = 200;

export interface RowActions<E> {
  readonly useAsWritten: (given: Given, list: OpenList<Given, E>) => void;
  readonly edit: (given: Given, list: OpenList<Given, E>) => void;
}

type Row<E> = TickableChoice<Given, E>;

/** Returns the rows for the given entries: first those that need a look, then the people. */
export function rowsOf<E>(
  people: GivenPeople,
  given: readonly Given[],
  actions: RowActions<E>,
): readonly (Row<E> | Heading)[] {
  const unsure = given.filter(({ entry }) => entry.kind !== 'valid');
  const valid = given.filter(({ entry }) => entry.kind === 'valid');
  const unsureRows = unsure.slice(0, maxUnsureRows).map((each) => rowOf(people, each, actions));
  const validRows = valid.slice(0, maxRows - unsureRows.length).map((each) => rowOf(people, each, actions));
  return [
    ...withHeading(unsureRows, unsureHeading(unsure.length, unsureRows.length)),
    ...withHeading(validRows, peopleHeading(valid.length, validRows.length)),
  ];
}

/** Returns the entries that match a search. */
export function search(all: readonly Given[], text: string): readonly Given[] {
  const wanted = text.trim().toLowerCase();
  return all.filter(({ entry }) =>
    [textOf(entry), addressOf(entry), entry.kind === 'invalid' ? undefined : entry.name].some(
      (part) => part?.toLowerCase().includes(wanted) === true,
    ),
  );
}

function withHeading<E>(rows: readonly Row<E>[], heading: string): readonly (Row<E> | Heading)[] {
  return rows.length === 0 ? [] : [{ heading }, ...rows];
}

function unsureHeading(count: number, shown: number): string {
  return count === shown
    ? l10n.t('Unclear or invalid: {0}', formatCount(count))
    : l10n.t('Unclear or invalid: {0} (first {1} listed; type to search)', formatCount(count), formatCount(shown));
}

function peopleHeading(count: number, shown: number): string {
  return count === shown
    ? l10n.t('People: {0}', formatCount(count))
    : l10n.t('People: {0} (first {1} listed; type to search)', formatCount(count), formatCount(shown));
}

function rowOf<E>(people: GivenPeople, given: Given, actions: RowActions<E>): Row<E> {
  const { entry } = given;
  const isTicked = people.isTicked(given);
  if (entry.kind === 'valid') {
    return {
      label: inSentence(entry.address),
      description: entry.name === undefined ? undefined : inSentence(entry.name),
      value: given,
      isTicked,
    };
  }
  return {
    icon: entry.kind === 'doubtful' ? 'warning' : 'error',
    label: inSentence(addressOf(entry) ?? entry.text),
    description: remarkOn(entry),
    value: given,
    isTicked,
    buttons: [
      ...asWrittenButton(given, actions),
      // What is in the box is edited there.
      ...(people.isInBox(given) ? [] : [editButton(given, actions)]),
    ],
  };
}

/** Says what is wrong. If a correction is offered, also says what the text was. */
function remarkOn(entry: DoubtfulEntry | InvalidEntry): string {
  const reason = reasonText(entry.reason);
  return addressOf(entry) === undefined || addressOf(entry) === entry.text
    ? reason
    : l10n.t('“{0}”: {1}', inSentence(entry.text), reason);
}

function asWrittenButton<E>(given: Given, { useAsWritten }: RowActions<E>): readonly Button<E, OpenList<Given, E>>[] {
  const { entry } = given;
  return entry.kind === 'doubtful' && entry.suggestion !== undefined && isAddress(entry.text)
    ? [
        {
          icon: 'quote',
          tooltip: l10n.t('Use “{0}” as Written', inSentence(entry.text)),
          press: (list) => useAsWritten(given, list),
        },
      ]
    : [];
}

function editButton<E>(given: Given, { edit }: RowActions<E>): Button<E, OpenList<Given, E>> {
  return { icon: 'edit', tooltip: l10n.t('Edit Address'), press: (list) => edit(given, list) };
}
