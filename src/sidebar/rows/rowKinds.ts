import type { Appearance } from '../appearance';
import type { Sources } from '../sources';
import { activeNote, activeNoteRows } from './studies/activeNote';
import { activeStudy, activeStudyRows } from './studies/activeStudy';
import { balance } from './balance/balance';
import { balancePart } from './balance/balancePart';
import { cutShort, cutShortRows } from './cutShort';
import { detailProblem } from './detailProblem';
import { invitation } from './invitation';
import { invitations } from './invitations';
import { member } from './member';
import { members } from './members';
import { problem, problemRows } from './problem';
import { project } from './project';
import { projects } from './projects';
import type { Row, RowKind, Rows } from './row';
import { studiesNote } from './studies/studiesNote';
import { studiesProblem } from './studies/studiesProblem';
import { study } from './studies/study';
import { studyGroup } from './studies/studyGroup';
import { teamPage } from './teamPage';
import { workspace, workspaceRows } from './workspace';

type RowKinds = { readonly [K in keyof Rows]: RowKind<Row<K>> };

const kinds: RowKinds = {
  problem,
  cutShort,
  workspace,
  members,
  member,
  invitations,
  invitation,
  teamPage,
  projects,
  project,
  study,
  studyGroup,
  studiesNote,
  studiesProblem,
  activeStudy,
  activeNote,
  balance,
  balancePart,
  detailProblem,
};

/** Returns how a row looks. Undefined once what it represents is gone. */
export function appearanceOf<K extends keyof Rows>(row: Row<K>, sources: Sources): Appearance | undefined {
  return kindOf(row).appearance(row, sources);
}

/** Returns the children of a row. */
export function childrenOf<K extends keyof Rows>(row: Row<K>, sources: Sources): readonly Row[] {
  return kindOf(row).children?.(row, sources) ?? [];
}

/** Returns the inputs of a row's appearance. Undefined if only comparing appearances can tell. */
export function basisOf<K extends keyof Rows>(row: Row<K>, sources: Sources): readonly unknown[] | undefined {
  return kindOf(row).basis?.(row, sources);
}

function kindOf<K extends keyof Rows>(row: Row<K>): RowKinds[K] {
  return kinds[row.kind];
}

/** The root rows of the Workspaces view. */
export function workspacesRoots(sources: Sources): readonly Row[] {
  return [...problemRows(sources), ...workspaceRows(sources), ...cutShortRows(sources)];
}

/** The root rows of the Active Studies view. */
export function activeStudiesRoots(sources: Sources): readonly Row[] {
  return [...activeStudyRows(sources), ...activeNoteRows(sources)];
}
