import * as l10n from '@vscode/l10n';
import { runYielding } from '../../addresses/cooperative';
import { done, failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { tableForClipboard } from '../../text/spreadsheet';
import { comparisonHeader, comparisonRows } from '../comparison/comparisonTable';
import { csvWork } from '../csvWork';
import { savePersonalData } from '../../prompts/savePersonalData';
import type { PeopleDependencies } from './peopleDependencies';

/** "Copy Comparison as Table": pastes well into a spreadsheet. */
export async function copyComparison(dependencies: PeopleDependencies, target: CommandTarget): Promise<CommandResult> {
  const kept = dependencies.comparisons.valueOf(target);
  if (kept === undefined) {
    return noComparison();
  }
  const rows = await runYielding(comparisonRows(kept.comparison));
  await dependencies.prompts.writeClipboard(tableForClipboard([comparisonHeader(), ...rows]));
  dependencies.prompts.statusMessage(l10n.t('Comparison copied as a table'));
  return done;
}

/** "Save Comparison as CSV". */
export async function saveComparison(dependencies: PeopleDependencies, target: CommandTarget): Promise<CommandResult> {
  const kept = dependencies.comparisons.valueOf(target);
  if (kept === undefined) {
    return noComparison();
  }
  const rows = await runYielding(comparisonRows(kept.comparison));
  return savePersonalData(dependencies.prompts, {
    title: l10n.t('Save Comparison as CSV'),
    suggestedName: 'prolific-comparison.csv',
    csv: await runYielding(csvWork(comparisonHeader(), rows)),
    saved: l10n.t('Comparison saved'),
  });
}

export function noComparison(): CommandResult {
  return failed({ message: l10n.t('Open a comparison first: run Compare with Roster.'), remedies: [] });
}
