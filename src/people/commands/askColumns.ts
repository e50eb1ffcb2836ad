import * as l10n from '@vscode/l10n';
import type { PickResult, Prompts } from '../../prompts/prompts';
import { answered } from '../../prompts/prompts';
import { formatCount } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import type { ColumnGuess, RosterColumns } from '../roster/columns';
import type { RosterTable } from '../roster/rosterTable';

type GuessName = 'address' | 'role' | 'workspaceTitle' | 'workspaceId';
export type AskedColumns = Readonly<Record<GuessName, number | undefined>>;

/** Asks for each column that isn't plain, one after the other. */
export async function askColumns(
  prompts: Prompts,
  table: RosterTable,
  guesses: RosterColumns,
): Promise<PickResult<AskedColumns>> {
  const titles: Readonly<Record<GuessName, string>> = {
    address: l10n.t('Select the Address Column'),
    role: l10n.t('Select the Role Column'),
    workspaceTitle: l10n.t('Select the Workspace Column'),
    workspaceId: l10n.t('Select the Workspace ID Column'),
  };
  const columns: Record<GuessName, number | undefined> = {
    address: undefined,
    role: undefined,
    workspaceTitle: undefined,
    workspaceId: undefined,
  };
  for (const name of ['address', 'role', 'workspaceTitle', 'workspaceId'] as const) {
    const answer = await askColumn(prompts, table, guesses[name], titles[name]);
    if (answer.kind !== 'answered') {
      return answer;
    }
    columns[name] = answer.value;
  }
  return answered(columns);
}

async function askColumn(
  prompts: Prompts,
  { titles, rows }: RosterTable,
  guess: ColumnGuess,
  title: string,
): Promise<PickResult<number | undefined>> {
  switch (guess.kind) {
    case 'none':
      return answered(undefined);
    case 'found':
      return answered(guess.index);
    case 'several':
      return prompts.pick({
        title,
        placeholder: l10n.t('Several columns look right. Select the one to use'),
        choices: guess.indexes.map((index) => ({
          label: inSentence(titles?.[index] ?? '') || l10n.t('Column {0}', formatCount(index + 1)),
          description: inSentence(rows.find(({ cells }) => (cells[index] ?? '').trim() !== '')?.cells[index] ?? ''),
          value: index,
        })),
      });
  }
}
