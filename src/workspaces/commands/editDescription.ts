import * as l10n from '@vscode/l10n';
import type { CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { chooseWorkspace } from './chooseWorkspace';
import { checkDescription, descriptionPrompt } from '../editing/description';
import { editWorkspace, type WorkspaceEditDependencies } from '../editing/editWorkspace';
import { adminsToAsk } from '../rights';
import { titleOf } from '../../text/title';

/** "Edit Workspace Description", from a row or with a picker; writes a first one as well. */
export async function editDescription(
  dependencies: WorkspaceEditDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, target, l10n.t('Edit Workspace Description'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const { session, workspace } = chosen;
  return editWorkspace(dependencies, chosen, {
    title: l10n.t('Edit Description of Workspace “{0}”', titleOf(workspace)),
    prompt: descriptionPrompt(),
    check: checkDescription,
    textOf: ({ description }) => description,
    changeTo: (description, now) => ({ title: now.title, description }),
    words: {
      changedElsewhere: l10n.t('Someone else changed the description in the meantime.'),
      rightIsMissing: rightIsMissing(adminsToAsk(workspace, session.account.id)),
      isUnknown: l10n.t("Couldn't confirm whether the description was saved. Refresh before trying again."),
    },
  });
}

function rightIsMissing(admins: string | undefined): string {
  return admins === undefined
    ? l10n.t("Only workspace admins can edit the description, and this account isn't one.")
    : l10n.t("Only workspace admins can edit the description, and this account isn't one. Ask {0}.", admins);
}
