import type { Appearance } from '../appearance';
import type { Sources } from '../sources';
import type { BalanceRow } from './balance';
import type { BalancePartRow } from './balancePart';
import type { CutShortRow } from './cutShort';
import type { DetailProblemRow } from './detailProblem';
import type { InvitationRow } from './invitation';
import type { InvitationsRow } from './invitations';
import type { MemberRow } from './member';
import type { MembersRow } from './members';
import type { ProblemRow } from './problem';
import type { ProjectRow } from './project';
import type { ProjectsRow } from './projects';
import type { TeamPageRow } from './teamPage';
import type { WorkspaceRow } from './workspace';

/** The kinds of rows. Each has a file of its own here, and its line in `rowKinds.ts`. */
export interface Rows {
  readonly problem: ProblemRow;
  readonly cutShort: CutShortRow;
  readonly workspace: WorkspaceRow;
  readonly members: MembersRow;
  readonly member: MemberRow;
  readonly invitations: InvitationsRow;
  readonly invitation: InvitationRow;
  readonly teamPage: TeamPageRow;
  readonly projects: ProjectsRow;
  readonly project: ProjectRow;
  readonly balance: BalanceRow;
  readonly balancePart: BalancePartRow;
  readonly detailProblem: DetailProblemRow;
}

/**
 * A row as VS Code holds it: its kind, its id, and the ids that commands need. Other extensions can be handed our rows, so
 * a row is worth nothing: what stands below it and how it looks are looked up when it is drawn.
 */
export type Row<K extends keyof Rows = keyof Rows> = { [P in K]: Rows[P] & { readonly kind: P } }[K];

/** What there is to know of one kind of rows. */
export interface RowKind<R> {
  /** Undefined once the thing that the row stands for is gone. */
  readonly appearance: (row: R, sources: Sources) => Appearance | undefined;
  /** The rows below. Without it there are never any. */
  readonly children?: (row: R, sources: Sources) => readonly Row[];
  /**
   * What the appearance is made of, compared by identity: as long as it is the same, the appearance is. For rows of which
   * there are thousands.
   */
  readonly basis?: (row: R, sources: Sources) => readonly unknown[];
}

/**
 * The id of a row is its path from the root, so it stays over a refresh and VS Code keeps what is open and selected.
 * Prolific's ids are opaque: one with a slash must not become the id of another row.
 */
export function rowId(above: string, ...ids: readonly string[]): string {
  return [above, ...ids.map(encodeURIComponent)].join('/');
}
