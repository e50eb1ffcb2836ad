import type { UserId, Workspace } from '../../api';
import { sanitize } from '../../text/sanitize';
import { spreadsheetCell } from '../../text/spreadsheet';
import { titleOf } from '../../text/title';
import type { WorkspaceName } from '../roster/roster';
import type { UnmatchedReason } from './comparison';

export type WorkspaceMatch = { readonly workspace: Workspace } | { readonly why: UnmatchedReason | 'noWorkspace' };

/** The account's workspaces, found by id or title as a roster may name them. */
export class KnownWorkspaces {
  readonly #byId = new Map<string, Workspace>();
  readonly #byTitle = new Map<string, Workspace[]>();
  readonly #byFoldedTitle = new Map<string, Workspace[]>();

  constructor(
    workspaces: Iterable<Workspace>,
    /** False if Prolific has more workspaces than were read. */
    readonly isWhole: boolean,
    readonly accountId: UserId | undefined,
  ) {
    for (const workspace of workspaces) {
      const title = keyOf(titleOf(workspace));
      this.#byId.set(keyOf(workspace.id), workspace);
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), workspace]);
      const folded = title.toLowerCase();
      this.#byFoldedTitle.set(folded, [...(this.#byFoldedTitle.get(folded) ?? []), workspace]);
    }
  }

  /** Returns whether a cell is the title or id of a workspace. */
  names(cell: string): boolean {
    return this.#byId.has(keyOf(cell)) || this.#byFoldedTitle.has(keyOf(cell).toLowerCase());
  }

  /** Prefers an id to a title. Ignores titles if the list is incomplete, since an unread workspace may have the same one. */
  match({ id, title }: WorkspaceName): WorkspaceMatch {
    if (id === '' && title === '') {
      return { why: 'noWorkspace' };
    }
    const byId = this.#byId.get(keyOf(id === '' ? title : id));
    if (byId !== undefined) {
      return { workspace: byId };
    }
    if (!this.isWhole) {
      return { why: 'notRead' };
    }
    return id === '' ? this.#matchByTitle(keyOf(title)) : { why: 'notFound' };
  }

  #matchByTitle(title: string): WorkspaceMatch {
    const found = this.#byTitle.get(title) ?? this.#byFoldedTitle.get(title.toLowerCase()) ?? [];
    const [only, ...others] = found;
    if (only === undefined) {
      return { why: 'notFound' };
    }
    return others.length === 0 ? { workspace: only } : { why: 'ambiguous' };
  }
}

/** Returns a text as an exported file contains it, where formulas are neutralized. */
function keyOf(text: string): string {
  return spreadsheetCell(sanitize(text)).trim();
}
