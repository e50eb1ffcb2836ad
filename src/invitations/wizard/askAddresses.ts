import * as l10n from '@vscode/l10n';
import type { Button, InputResult, Note, Prompts, StepPosition, Submitted } from '../../prompts/prompts';
import { inSentence } from '../../text/sanitize';
import { readAddresses, readAddressesInTurns, type Entry } from '../../addresses/addresses';
import { reasonText } from '../../addresses/reasonText';
import { textFromSource, type AddressSource } from './addressSources';

export interface AddressQuestion<T> {
  readonly title: string;
  readonly step: StepPosition;
  readonly text: string;
  /** Says what goes on with the entries, or why it does not. */
  readonly submit: (entries: readonly Entry[], text: string) => Promise<Submitted<T>>;
}

/** While the user types, no more than this is read with each key, in characters. */
const readWhileTyping = 20_000;

/** The step that asks for addresses: typed, pasted, or taken from the clipboard, the selection or a file. */
export async function askAddresses<T>(
  prompts: Prompts,
  { title, step, text, submit }: AddressQuestion<T>,
): Promise<InputResult<T>> {
  let value = step.typed ?? text;
  let note: Note | undefined;
  for (;;) {
    const answer = await prompts.input<T, AddressSource>({
      title,
      step: { number: step.number, of: step.of },
      prompt: l10n.t('Email addresses, separated by commas, semicolons, or spaces. You can also paste a column.'),
      placeholder: l10n.t('For example: {0}', 'ada@example.org, grace@example.org'),
      value,
      note,
      buttons: sourceButtons(),
      check: checkAddresses,
      submit: async (given) => {
        const entries = await readAddressesInTurns(given);
        return entries.some(({ kind }) => kind === 'valid')
          ? submit(entries, given)
          : { refused: { message: l10n.t('Enter at least one email address.'), remedies: [] } };
      },
    });
    if (answer.kind !== 'left') {
      return answer;
    }
    const taken = await textFromSource(prompts, answer.exit);
    const source = taken.kind === 'answered' ? taken.value : { text: '' };
    value = 'text' in source ? joined(answer.typed, source.text) : answer.typed;
    note = 'refused' in source ? { message: source.refused, severity: 'warning' } : undefined;
  }
}

function sourceButtons(): readonly Button<AddressSource>[] {
  return [
    { exit: 'clipboard', tooltip: l10n.t('Paste from Clipboard'), icon: 'clippy' },
    {
      exit: 'selection',
      tooltip: l10n.t('Use Editor Selection'),
      icon: 'list-selection',
    },
    { exit: 'file', tooltip: l10n.t('Import from File'), icon: 'file' },
  ];
}

function joined(before: string, added: string): string {
  return [before.replace(/[\s,;]+$/, ''), added].filter((part) => part !== '').join('; ');
}

function checkAddresses(text: string): Note | undefined {
  // What stands behind the last whole address may be a name whose address is still to come.
  const [finished = ''] = /^[^]*@[^\s,;]*(?=[\s,;])/.exec(text.slice(0, readWhileTyping)) ?? [];
  const wrong = readAddresses(finished).find((entry) => entry.kind !== 'valid');
  return wrong === undefined
    ? undefined
    : { message: l10n.t('“{0}”: {1}', inSentence(wrong.text), reasonText(wrong.reason)), severity: 'warning' };
}
