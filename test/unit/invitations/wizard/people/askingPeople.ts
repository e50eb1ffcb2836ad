import type { Entry } from '../../../../../src/addresses/entry';
import { askPeople } from '../../../../../src/invitations/wizard/people/askPeople';
import { GivenPeople } from '../../../../../src/invitations/wizard/people/givenPeople';
import type { Submitted } from '../../../../../src/prompts/prompts';
import type { ScriptedList } from '../../../support/prompts/scriptedList';
import { ScriptedPrompts, type ScriptStep } from '../../../support/prompts/scriptedPrompts';

export const title = 'Invite';
export const classList = 'Name\tEmail\nAda Lovelace\tada@example.org\nCy\tcy@example,org\nDi\t-\n';

type Submit = (entries: readonly Entry[]) => Promise<Submitted<readonly string[]>>;

export const accept: Submit = (entries) => Promise.resolve({ accepted: entries.map(written) });

/** An entry in short: an address with its name, or a text with what is wrong with it. */
function written(entry: Entry): string {
  const name = entry.kind === 'valid' && entry.name !== undefined ? `${entry.name} ` : '';
  return entry.kind === 'valid' ? `${name}<${entry.address}>` : `${entry.text}: ${entry.reason}`;
}

/** What the user sees of each row. */
export function seen({ rows, tickedLabels }: ScriptedList): readonly string[] {
  return rows.map(({ label, description }) => {
    const tick = tickedLabels.includes(label) ? '[x]' : '[ ]';
    return [tick, label, ...(description === undefined ? [] : [`(${description})`])].join(' ');
  });
}

export class Asking {
  readonly people = new GivenPeople();
  readonly prompts: ScriptedPrompts;

  constructor(...steps: readonly ScriptStep[]) {
    this.prompts = new ScriptedPrompts(...steps);
  }

  /** What goes on to the next step. Undefined if the user canceled or went back. */
  async answer(submit = accept): Promise<readonly string[] | undefined> {
    const step = { number: 2, of: 4 };
    const result = await askPeople(this.prompts, { title, step, people: this.people, submit });
    this.prompts.finish();
    return result.kind === 'answered' ? result.value : undefined;
  }
}

export async function pressed(list: ScriptedList, button: string): Promise<void> {
  await list.press(button);
}
