import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { setContext } from '../../platform/context';
import { contextKeys } from '../../platform/ids';
import { plural } from '../../text/plural';
import { tableForClipboard } from '../../text/spreadsheet';
import { showStatusMessage } from '../../prompts/statusMessage';

/** One link goes to the clipboard bare; several as a table of address and link that pastes into a spreadsheet. */
export function linksAsText(people: readonly { readonly address: string; readonly link: string }[]): string {
  const [only, ...others] = people;
  return only !== undefined && others.length === 0
    ? only.link
    : tableForClipboard(people.map(({ address, link }) => [address, link]));
}

/** Copies invite links, and says so in the status bar for two seconds. */
export async function copyLinks(people: readonly { readonly address: string; readonly link: string }[]): Promise<void> {
  await vscode.env.clipboard.writeText(linksAsText(people));
  setContext(contextKeys.hasCopiedLink, true);
  showStatusMessage(
    people.length === 1
      ? l10n.t('Invite link copied')
      : plural(l10n.t('{0, plural, one {# invite link copied} other {# invite links copied}}'), people.length),
  );
}
