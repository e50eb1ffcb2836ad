import type { Appearance } from '../appearance';
import type { Sources } from '../sources';
import type { ActiveNoteRow } from './studies/activeNote';
import type { ActiveStudyRow } from './studies/activeStudy';
import type { BalanceRow } from './balance/balance';
import type { BalancePartRow } from './balance/balancePart';
import type { CutShortRow } from './cutShort';
import type { DetailProblemRow } from './detailProblem';
import type { InvitationRow } from './invitation';
import type { InvitationsRow } from './invitations';
import type { MemberRow } from './member';
import type { MembersRow } from './members';
import type { ProblemRow } from './problem';
import type { ProjectRow } from './project';
import type { ProjectsRow } from './projects';
import type { StudiesNoteRow } from './studies/studiesNote';
import type { StudiesProblemRow } from './studies/studiesProblem';
import type { StudyRow } from './studies/study';
import type { StudyGroupRow } from './studies/studyGroup';
import type { TeamPageRow } from './teamPage';
import type { WorkspaceRow } from './workspace';

/** The kinds of rows. Each has a file in this folder and an entry in `rowKinds.ts`. */
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
  readonly study: StudyRow;
  readonly studyGroup: StudyGroupRow;
  readonly studiesNote: StudiesNoteRow;
  readonly studiesProblem: StudiesProblemRow;
  readonly activeStudy: ActiveStudyRow;
  readonly activeNote: ActiveNoteRow;
  readonly balance: BalanceRow;
  readonly balancePart: BalancePartRow;
  readonly detailProblem: DetailProblemRow;
}

/**
 * A row as VS Code holds it: its kind, its id, and the ids that commands need. Other extensions can get hold of our
 * rows, so a row contains nothing of value: its children and its appearance are looked up when it's drawn.
 */
export type Row<K extends keyof Rows = keyof Rows> = { [P in K]: Rows[P] & { readonly kind: P } }[K];

/** Describes one kind of row. */
export interface RowKind<R> {
  /** Undefined once what the row represents is gone. */
  readonly appearance: (row: R, sources: Sources) => Appearance | undefined;
  /** The children. Omitted if there are never any. */
  readonly children?: (row: R, sources: Sources) => readonly Row[];
  /**
   * The inputs of the appearance, compared by identity: while they're the same, so is the appearance. For kinds with
   * thousands of rows.
   */
  readonly basis?: (row: R, sources: Sources) => readonly unknown[];
}

/**
 * A row's id is its path from the root. It's stable across refreshes, so VS Code keeps what is expanded and selected.
 * Prolific's ids are opaque: one with a slash must not become another row's id.
 */
export function rowId(above: string, ...ids: readonly string[]): string {
  return [above, ...ids.map(encodeURIComponent)].join('/');
}
