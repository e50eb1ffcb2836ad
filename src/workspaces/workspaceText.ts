import * as l10n from '@vscode/l10n';
import type { Member, Workspace } from '../api';
import { plural } from '../text/plural';
import { sorted } from '../text/sorted';
import { titleOf } from '../text/title';

export function ownerOf(workspace: Workspace): Member | undefined {
  return workspace.members.find(({ id }) => id === workspace.owner);
}

export function memberCount(workspace: Workspace): string {
  return plural(
    l10n.t({
      message: '{0, plural, one {# member} other {# members}}',
      comment: ['ICU plural: # is the number of members of a workspace.'],
    }),
    workspace.members.length,
  );
}

export function sortByTitle(workspaces: Iterable<Workspace>): readonly Workspace[] {
  return sorted(workspaces, ({ title }) => title.raw);
}

/** The titles that several workspaces share. Those workspaces are told apart by their ids. */
export function repeatedTitles(workspaces: Iterable<Workspace>): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const workspace of workspaces) {
    const title = titleOf(workspace);
    (seen.has(title) ? repeated : seen).add(title);
  }
  return repeated;
}
