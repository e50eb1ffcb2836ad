import * as l10n from '@vscode/l10n';
import type { Entry } from '../../../addresses/entry';
import {
  answered,
  type Button,
  type OpenList,
  type PickResult,
  type Prompts,
  type StepPosition,
  type Submitted,
} from '../../../prompts/prompts';
import type { Problem } from '../../../text/problem';
import { type AddressSource, takeFrom, takeSource } from './addressSources';
import type { Given, GivenPeople } from './givenPeople';
import { PeopleBox, type TableInBox } from './peopleBox';
import { rowsOf } from './peopleRows';

export interface PeopleQuestion<T> {
  readonly title: string;
  readonly step: StepPosition;
  readonly people: GivenPeople;
  /** Continues with the entries, or returns why it can't. */
  readonly submit: (entries: readonly Entry[]) => Promise<Submitted<T>>;
}

type Exit = AddressSource | TableInBox;
type PeopleList = OpenList<Given, Exit>;

/** The step that asks for people: typed, pasted, or taken from the clipboard, the selection, or a file. */
export async function askPeople<T>(prompts: Prompts, question: PeopleQuestion<T>): Promise<PickResult<T>> {
  const { people } = question;
  let problem: Problem | undefined;
  for (;;) {
    const end = await askOnce(prompts, question, problem);
    if (end.kind !== 'left') {
      return end;
    }
    const taken = await (typeof end.exit === 'string' ? takeFrom(prompts, end.exit) : takeSource(prompts, end.exit));
    problem = taken !== undefined && 'refused' in taken ? { message: taken.refused, remedies: [] } : undefined;
    people.add(taken !== undefined && 'entries' in taken ? taken.entries : []);
  }
}

async function askOnce<T>(
  prompts: Prompts,
  { title, step, people, submit }: PeopleQuestion<T>,
  problem: Problem | undefined,
): Promise<PickResult<T> | { readonly kind: 'left'; readonly exit: Exit }> {
  const box = new PeopleBox(prompts, people);
  let accepted: { readonly value: T } | undefined;
  let shown: readonly Given[] = [];
  const rows = () => {
    const all = rowsOf<Exit>(people, box.shown, { useAsWritten, edit });
    shown = all.flatMap((row) => ('heading' in row ? [] : [row.value]));
    return all;
  };
  const draw = (list: PeopleList) => {
    list.setPlaceholder(placeholderFor(people));
    list.show(rows());
  };
  const useAsWritten = (given: Given, list: PeopleList) => {
    people.useAsWritten(given);
    draw(list);
  };
  const edit = (given: Given, list: PeopleList) => {
    box.edit(given);
    list.setTyped(people.typed);
    draw(list);
  };
  const answer = await prompts.pickMany<Given, Exit>({
    title,
    step: { number: step.number, of: step.of },
    placeholder: placeholderFor(people),
    typed: people.typed,
    hasOwnSearch: true,
    buttons: sourceButtons(),
    choices: rows(),
    problem,
    onType: async (text, list) => {
      const change = await box.type(text);
      if (change === 'outdated') {
        return;
      }
      if (change !== 'read') {
        list.leave(change);
        return;
      }
      if (list.typed === text && people.typed !== text) {
        list.setTyped(people.typed);
      }
      draw(list);
    },
    onTick: (ticked, list) => {
      people.tick(shown, ticked);
      const now = shown.filter((given) => people.isTicked(given));
      if (now.length !== ticked.length || !now.every((given) => ticked.includes(given))) {
        list.setTicked(now);
      }
    },
    onAccept: async (list) => {
      if ((await box.finish()) === 'revealedDoubt') {
        draw(list);
        return 'keepOpen';
      }
      if (!people.hasAnyoneTicked) {
        list.showProblem({ message: l10n.t('Enter at least one email address.'), remedies: [] });
        return 'keepOpen';
      }
      const submitted = await submit(people.entries);
      if (!('accepted' in submitted)) {
        list.showProblem('refused' in submitted ? submitted.refused : { message: submitted.declined, remedies: [] });
        return 'keepOpen';
      }
      people.keepTyped();
      accepted = { value: submitted.accepted };
      return 'close';
    },
  });
  if (answer.kind !== 'answered') {
    return answer;
  }
  return accepted === undefined ? { kind: 'canceled' } : answered(accepted.value);
}

function placeholderFor(people: GivenPeople): string {
  return people.isEmpty
    ? l10n.t('Type or paste email addresses, or use a button above')
    : l10n.t('Type more addresses, or type to search');
}

function sourceButtons(): readonly Button<Exit, PeopleList>[] {
  return [
    { exit: 'clipboard', tooltip: l10n.t('Paste from Clipboard'), icon: 'clippy' },
    { exit: 'selection', tooltip: l10n.t('Use Editor Selection'), icon: 'list-selection' },
    { exit: 'file', tooltip: l10n.t('Import from File'), icon: 'file' },
  ];
}
