import * as l10n from '@vscode/l10n';
import { retry } from '../text/problem';
import { inSentence } from '../text/sanitize';
import { canceled, done, failed, type CommandResult } from './commandResult';
import type { Prompts } from './prompts';

export interface PersonalData {
  readonly title: string;
  readonly suggestedName: string;
  readonly csv: string;
  readonly saved: string;
}

/** Writes a file with names and addresses, and asks first if it would end up under version control. */
export async function savePersonalData(prompts: Prompts, data: PersonalData): Promise<CommandResult> {
  const { title, suggestedName, csv, saved } = data;
  const file = await prompts.saveFile({ title, suggestedName, types: [{ name: 'CSV', extensions: ['csv'] }] });
  if (file === undefined) {
    return canceled;
  }
  const folder = await file.versionedFolder();
  if (folder !== undefined && !(await isAgreed(prompts, folder))) {
    return canceled;
  }
  try {
    await file.write(new TextEncoder().encode(csv));
  } catch {
    return failed({ message: l10n.t("Couldn't save the file there. Choose another location."), remedies: [retry] });
  }
  prompts.statusMessage(saved);
  return done;
}

async function isAgreed(prompts: Prompts, folder: string): Promise<boolean> {
  const agreed = await prompts.confirm({
    message: l10n.t('Save personal data in “{0}”, which is under version control?', inSentence(folder)),
    detail: l10n.t(
      'The file contains names and email addresses. Once committed, everyone with access to the repository can read them, even after the file is deleted.',
    ),
    choices: [{ label: l10n.t('Save'), value: true }],
  });
  return agreed === true;
}
