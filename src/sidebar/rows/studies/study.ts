import type { Listing, ProjectId, Study, StudyId, WorkspaceId } from '../../../api';
import { newestFirst, sortCurrent } from '../../../studies/studyText';
import { groupOf, type StudyGroup } from '../../../studies/studyState';
import { memoize } from '../../tree/memoize';
import type { Sources } from '../../sources';
import { rowId, type RowKind } from '../row';
import { currencyIn, studyAppearance } from './studyAppearance';

/** A study under its project. */
export interface StudyRow {
  readonly kind: 'study';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
  readonly studyId: StudyId;
}

export const study: RowKind<StudyRow> = {
  basis: (row, sources) => Object.values(lookUp(row, sources)),
  appearance(row, sources) {
    const { found, ...facts } = lookUp(row, sources);
    return found && studyAppearance(found, facts);
  },
};

export function studyRow(above: string, { workspaceId, projectId }: ProjectIds, studyId: StudyId): StudyRow {
  return { kind: 'study', id: rowId(above, studyId), workspaceId, projectId, studyId };
}

/** A study that isn't folded away in a group. */
export function currentStudyRow(project: ProjectIds & { readonly id: string }, studyId: StudyId): StudyRow {
  return studyRow(`${project.id}/studies`, project, studyId);
}

interface ProjectIds {
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
}

/** The studies of a project as they're shown below it. Undefined before they're read. */
export function studiesIn(projectId: ProjectId, { studies }: Sources) {
  const { value } = studies.projects.of(projectId);
  return value && groupsOf(value);
}

const groupsOf = memoize(({ items }: Listing<Study>) => {
  const inGroup = (group: StudyGroup) => items.filter((item) => groupOf(item) === group);
  return {
    byId: new Map(items.map((item) => [item.id, item])),
    current: sortCurrent(inGroup('current')),
    drafts: inGroup('drafts').sort(newestFirst),
    completed: inGroup('completed').sort(newestFirst),
  };
});

function lookUp({ workspaceId, projectId, studyId }: StudyRow, sources: Sources) {
  const found = studiesIn(projectId, sources)?.byId.get(studyId);
  return {
    found,
    counts: sources.studies.counts(studyId),
    currency: found?.currency ?? currencyIn(workspaceId, sources),
    isBusy: sources.changes.isBusy({ studyId }),
  };
}
