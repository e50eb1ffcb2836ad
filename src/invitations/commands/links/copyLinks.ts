import * as l10n from '@vscode/l10n';
import { plural } from '../../../text/plural';
import { tableForClipboard } from '../../../text/spreadsheet';
import type { InvitationDependencies } from '../invitationDependencies';

export interface PersonalLink {
  readonly address: string;
  readonly link: string;
  /** The title of the workspace, if the links are for several. */
  readonly workspace?: string;
}

/** Copies a single invite link as is, or several as a table of address and link, and confirms it in the status bar. */
export async function copyLinks(
  { prompts, onLinkCopied }: Pick<InvitationDependencies, 'prompts' | 'onLinkCopied'>,
  people: readonly PersonalLink[],
): Promise<void> {
  await prompts.writeClipboard(linksAsText(people));
  onLinkCopied();
  prompts.statusMessage(
    people.length === 1
      ? l10n.t('Invite link copied')
      : plural(l10n.t('{0, plural, one {# invite link copied} other {# invite links copied}}'), people.length),
  );
}

function linksAsText(people: readonly PersonalLink[]): string {
  const [only, ...others] = people;
  return only !== undefined && others.length === 0
    ? only.link
    : tableForClipboard(
        people.map(({ workspace, address, link }) => [...(workspace === undefined ? [] : [workspace]), address, link]),
      );
}
