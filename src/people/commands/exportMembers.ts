import * as l10n from '@vscode/l10n';
import { runYielding } from '../../addresses/cooperative';
import type { Workspace } from '../../api';
import { canceled, type Canceled, type CommandResult, type Failed } from '../../prompts/commandResult';
import { mayPick, preselectedWorkspaceId, type CommandTarget } from '../../prompts/commandTarget';
import { plural } from '../../text/plural';
import { chooseWorkspace, readWorkspaces, workspaceChoices } from '../../workspaces/commands/chooseWorkspace';
import { isWhole } from '../../workspaces/store/workspaceStore';
import { membersAsCsv } from '../memberTable';
import { savePersonalData } from '../../prompts/savePersonalData';
import type { PeopleDependencies } from './peopleDependencies';

/** "Export Members": a CSV file of the workspace of the row, or from the palette of one or all. */
export async function exportMembers(dependencies: PeopleDependencies, target: CommandTarget): Promise<CommandResult> {
  const chosen = await chooseWhat(dependencies, target);
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const csv = await runYielding(membersAsCsv(chosen.workspaces));
  const count = chosen.workspaces.reduce((sum, { members }) => sum + members.length, 0);
  return savePersonalData(dependencies.prompts, {
    title: l10n.t('Export Members'),
    suggestedName: 'prolific-members.csv',
    csv,
    saved: plural(l10n.t('{0, plural, one {# member exported} other {# members exported}}'), count),
  });
}

interface Chosen {
  readonly kind: 'chosen';
  readonly workspaces: readonly Workspace[];
}

async function chooseWhat(
  dependencies: PeopleDependencies,
  target: CommandTarget,
): Promise<Chosen | Canceled | Failed> {
  if (!mayPick(target)) {
    const chosen = await chooseWorkspace(dependencies, target, l10n.t('Export Members'));
    return chosen.kind === 'chosen' ? { kind: 'chosen', workspaces: [chosen.workspace] } : chosen;
  }
  const read = await readWorkspaces(dependencies);
  if (read.kind !== 'read') {
    return read;
  }
  const all = [...read.list.workspaces.values()];
  const first = preselectedWorkspaceId(target) ?? dependencies.selectedWorkspaceId();
  const answer = await dependencies.prompts.pick<readonly Workspace[]>({
    title: l10n.t('Export Members'),
    placeholder: l10n.t('Select a workspace, or export the members of all of them'),
    choices: [
      {
        icon: 'organization',
        label: plural(l10n.t({ message: 'All workspaces ({0})', comment: ['{0} is how many there are.'] }), all.length),
        description: isWhole(read.list)
          ? undefined
          : l10n.t({ message: 'only those that could be loaded', comment: ['Follows “All workspaces”.'] }),
        value: all,
      },
      ...workspaceChoices(all, first).map(({ label, description, detail, value }) => ({
        label,
        description,
        detail,
        value: [value],
      })),
    ],
  });
  return answer.kind === 'answered' ? { kind: 'chosen', workspaces: answer.value } : canceled;
}
