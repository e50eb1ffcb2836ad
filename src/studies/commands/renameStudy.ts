import * as l10n from '@vscode/l10n';
import { type Study, succeed } from '../../api';
import type { CommandResult } from '../../prompts/commandResult';
import { revealOptions, type CommandTarget } from '../../prompts/commandTarget';
import { inSession } from '../../session/inSession';
import { inSentence } from '../../text/sanitize';
import { editField, type EditDependencies } from '../../workspaces/editing/editField';
import type { Entity } from '../../workspaces/editing/entities';
import type { Field, Texts } from '../../workspaces/editing/fields';
import { studyName } from '../studyText';
import { chooseStudy, noStudies, type ChosenStudy, type StudyDependencies } from './chooseStudy';

export interface RenameStudyDependencies extends StudyDependencies, EditDependencies {}

/** "Rename Study", from a row or with a picker: changes the internal name, which a study may have in any state. */
export async function renameStudy(
  dependencies: RenameStudyDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseStudy(dependencies, target, {
    title: l10n.t('Rename Study'),
    needsAll: true,
    isOffered: () => true,
    nothingOffered: noStudies,
  });
  return chosen.kind === 'chosen'
    ? editField(dependencies, studyEntity(dependencies, chosen), internalNameOf(chosen.study), revealOptions(target))
    : chosen;
}

function internalNameOf({ name }: Study): Field {
  return {
    name: 'title',
    changeTo: (title) => ({ title }),
    check: () => undefined,
    prompt: () =>
      l10n.t({
        message: "Internal name, which participants don't see. Leave it empty to show the public name: {0}",
        args: [inSentence(name)],
        comment: ['{0} is the name of a study that participants see.'],
      }),
    changedElsewhere: () => l10n.t('Someone else changed the internal name in the meantime.'),
    changedSince: () => l10n.t('The internal name was saved, but Prolific now has a different one.'),
    isUnknown: () => l10n.t("Couldn't confirm whether the internal name was saved. Refresh before trying again."),
  };
}

/** A study as something whose title is its internal name. */
function studyEntity({ account, studies }: StudyDependencies, { session, study }: ChosenStudy): Entity {
  const { id } = study;
  const current = () => studies.get(id) ?? study;
  return {
    target: { studyId: id },
    current: () => textsOf(current()),
    heading: () =>
      l10n.t({ message: 'Rename Study “{0}”', args: [studyName(current())], comment: ['{0} is the name of a study.'] }),
    note: () => undefined,
    read: (options) =>
      inSession(account, session, async (now) => {
        const result = await studies.readStudy(now, id, options);
        return result.ok ? succeed(textsOf(result.value)) : result;
      }),
    write: ({ title }, options) =>
      inSession(account, session, ({ client }) =>
        client.updateStudy(id, { internalName: title === '' ? null : title }, options),
      ),
    missingRight: () => undefined,
  };
}

function textsOf({ internalName }: Study): Texts {
  return { title: internalName?.raw ?? '', description: '' };
}
