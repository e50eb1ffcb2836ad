import * as l10n from '@vscode/l10n';
import { detached } from '../../prompts/detached';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import type { EditCommandDependencies } from '../../workspaces/commands/editCommands';
import { saveText } from '../../workspaces/editing/editField';
import { workspaceEntity, type Entity } from '../../workspaces/editing/entities';
import { titleField } from '../../workspaces/editing/fields';
import { workspaceOfAccount } from '../account';
import { busy, isBusy, type AskingDependencies } from '../askingUser';
import { toolInputs, type ToolInput } from '../inputs';
import { canceled, type AgentTool } from '../tool';

export type PrepareRenameDependencies = EditCommandDependencies & AskingDependencies;

const unchanged = 'The user reviewed the title and changed nothing.';

/** Shows the user the title that an agent suggests. Nothing is sent unless the user presses Rename there. */
export function prepareRename(dependencies: PrepareRenameDependencies): AgentTool<ToolInput<'prolific_prepareRename'>> {
  return {
    input: toolInputs.prolific_prepareRename,
    describe: ({ workspaceId }) => {
      const workspace = dependencies.store.get(workspaceId);
      return {
        progress:
          workspace === undefined
            ? l10n.t('Suggesting a title')
            : l10n.t('Suggesting a title for “{0}”. Accept or edit it in the prompt.', titleOf(workspace)),
      };
    },
    run: async ({ workspaceId, title }, signal) => {
      const found = await workspaceOfAccount(dependencies, workspaceId);
      if (found.kind === 'not') {
        return found.why;
      }
      if (isBusy(dependencies)) {
        return busy;
      }
      const entity = workspaceEntity(dependencies, { ...found, kind: 'chosen' });
      const seen = entity.current().title;
      const wanted = await titleFromUser(dependencies, entity, titleOf(found.workspace), title.trim());
      if (wanted === undefined) {
        return unchanged;
      }
      if (signal.aborted) {
        return canceled;
      }
      const saved = await saveAndReport(dependencies, entity, { seen, wanted });
      if ('accepted' in saved) {
        return 'The user has decided on a title. Read the workspace to see its current title.';
      }
      return 'declined' in saved ? unchanged : 'The title may not have been saved. The user has been told why.';
    },
  };
}

/** Saves the title, and shows the user why it was refused; Retry tries the same again. */
async function saveAndReport(
  dependencies: PrepareRenameDependencies,
  entity: Entity,
  texts: { readonly seen: string; readonly wanted: string },
) {
  const { prompts, log, reveal } = dependencies;
  const saved = await saveText(dependencies, entity, titleField, texts);
  if ('accepted' in saved) {
    reveal(entity.target, { takesFocus: false });
  } else if ('refused' in saved) {
    detached(
      prompts.showProblem(saved.refused, () => saveAndReport(dependencies, entity, texts)),
      log,
    );
  }
  return saved;
}

/**
 * Asks in a dialog that names both titles. What Enter presses opens a box with the title: a key that was pressed for something
 * else saves nothing.
 */
async function titleFromUser(
  dependencies: PrepareRenameDependencies,
  entity: Entity,
  workspaceTitle: string,
  suggested: string,
): Promise<string | undefined> {
  const { prompts } = dependencies;
  let title = suggested;
  for (;;) {
    const note = entity.note();
    const choice = await prompts.confirm<'edit' | 'rename'>({
      message: l10n.t('Rename workspace “{0}” to “{1}”?', workspaceTitle, inSentence(title)),
      detail: [l10n.t('An AI agent requested this.'), ...(note === undefined ? [] : [note.message])].join('\n'),
      choices: [
        { label: l10n.t('Edit Title'), value: 'edit' },
        { label: l10n.t('Rename'), value: 'rename' },
      ],
      isUnexpected: true,
    });
    if (choice !== 'edit') {
      return choice === 'rename' ? title : undefined;
    }
    const edited = await prompts.input<string>({
      title: entity.heading('title'),
      prompt: l10n.t('Title suggested by an AI agent. Edit it before saving if you like.'),
      value: title,
      check: titleField.check,
      submit: (value) => Promise.resolve({ accepted: value.trim() }),
    });
    // The user opened something of their own, which closed the box.
    if (edited.kind !== 'answered' || isBusy(dependencies)) {
      return undefined;
    }
    title = edited.value;
  }
}
