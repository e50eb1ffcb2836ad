import * as l10n from '@vscode/l10n';
import type { Member, Workspace } from '../api/schema';
import { quoted } from '../ui/escape';
import { language } from '../platform/language';
import { counted } from '../ui/counted';

/** The title of a workspace as it may be shown; titles can be blank. */
export function titleOf(workspace: Pick<Workspace, 'title'>): string {
  return quoted(workspace.title) || l10n.t('(no title)');
}

export function ownerOf(workspace: Workspace): Member | undefined {
  return workspace.members.find(({ id }) => id === workspace.owner);
}

/** Each member once, also where an answer has one twice. */
export function membersOf({ members }: Workspace): readonly Member[] {
  return [...new Map(members.map((member) => [member.id, member])).values()];
}

export function memberCount(workspace: Workspace): string {
  return counted(l10n.t('{0, plural, one {# member} other {# members}}'), membersOf(workspace).length);
}

/** Sorts as a reader expects: by title in the user's language, numbers by value; the id decides between equal titles. */
export function sortByTitle(workspaces: Iterable<Workspace>): readonly Workspace[] {
  const collator = new Intl.Collator(language(), { numeric: true, sensitivity: 'base' });
  return [...workspaces].sort((a, b) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
}

/** The titles that more than one workspace has, so that those can be told apart by their ids. */
export function repeatedTitles(workspaces: Iterable<Workspace>): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const workspace of workspaces) {
    const title = titleOf(workspace);
    (seen.has(title) ? repeated : seen).add(title);
  }
  return repeated;
}
