import * as l10n from '@vscode/l10n';
import type { ProjectId, StudyId, WorkspaceId } from '../../../api';
import { groupOf, type StudyGroup } from '../../../studies/studyState';
import { plural } from '../../../text/plural';
import { groupAppearance } from '../../appearance';
import type { Sources } from '../../sources';
import { rowId, type Row, type RowKind } from '../row';
import { currentStudyRow, studiesIn, studyRow } from './study';

type FoldedGroup = Exclude<StudyGroup, 'current'>;

/** The drafts or the completed studies of a project. */
export interface StudyGroupRow {
  readonly kind: 'studyGroup';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
  readonly group: FoldedGroup;
}

export const studyGroup: RowKind<StudyGroupRow> = {
  appearance({ projectId, group }, sources) {
    const count = studiesIn(projectId, sources)?.[group].length ?? 0;
    return count === 0
      ? undefined
      : groupAppearance({
          label: group === 'drafts' ? plural(l10n.t('Drafts ({0})'), count) : plural(l10n.t('Completed ({0})'), count),
          icon: group === 'drafts' ? 'edit' : 'pass',
          isExpandable: true,
          contextValue: 'studyGroup',
        });
  },
  children: (row, sources) =>
    (studiesIn(row.projectId, sources)?.[row.group] ?? []).map(({ id }) => studyRow(row.id, row, id)),
};

interface ProjectIds {
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
}

/** No row for a group without studies. */
export function studyGroupRows(project: ProjectIds, sources: Sources): readonly StudyGroupRow[] {
  const groups: readonly FoldedGroup[] = ['drafts', 'completed'];
  return groups
    .filter((group) => (studiesIn(project.projectId, sources)?.[group].length ?? 0) > 0)
    .map((group) => groupRow(project, group));
}

/** The rows from below a project down to a study. Undefined if the project has no such study. */
export function pathToStudy(project: ProjectIds, id: StudyId, sources: Sources): readonly Row[] | undefined {
  const found = studiesIn(project.projectId, sources)?.byId.get(id);
  if (found === undefined) {
    return undefined;
  }
  const group = groupOf(found);
  if (group === 'current') {
    return [currentStudyRow(project, id)];
  }
  const above = groupRow(project, group);
  return [above, studyRow(above.id, above, id)];
}

function groupRow({ id, workspaceId, projectId }: ProjectIds, group: FoldedGroup): StudyGroupRow {
  return { kind: 'studyGroup', id: rowId(id, group), workspaceId, projectId, group };
}
