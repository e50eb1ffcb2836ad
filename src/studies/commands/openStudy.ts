import * as l10n from '@vscode/l10n';
import type { StudyId } from '../../api';
import { studyPage, submissionsPage } from '../../platform/webPages';
import { done, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import type { Prompts } from '../../prompts/prompts';
import { mayHaveSubmissions } from '../studyState';
import { chooseStudy, type StudyDependencies } from './chooseStudy';

/** "Open in Browser", on the row of a study. */
export async function openStudy({ prompts }: { readonly prompts: Prompts }, id: StudyId): Promise<CommandResult> {
  await prompts.openExternal(studyPage(id));
  return done;
}

/** "Open Submissions in Browser", from a row or with a picker. Reviewing is done there. */
export async function openSubmissions(dependencies: StudyDependencies, target: CommandTarget): Promise<CommandResult> {
  const chosen = await chooseStudy(dependencies, target, {
    title: l10n.t('Open Submissions in Browser'),
    isOffered: mayHaveSubmissions,
    nothingOffered: () => l10n.t('No active study has submissions.'),
  });
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  await dependencies.prompts.openExternal(submissionsPage(chosen.study.id));
  return done;
}
