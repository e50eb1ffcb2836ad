import * as l10n from '@vscode/l10n';
import type { ProjectId, WorkspaceId } from '../../api';
import type { StudyGroup } from '../../studies/studyState';
import { plural } from '../../text/plural';
import { groupAppearance } from '../appearance';
import type { Sources } from '../sources';
import { rowId, type RowKind } from './row';
import { studiesIn, studyRow } from './study';

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

/** No row for a group without studies. */
export function studyGroupRows(
  above: { readonly id: string; readonly workspaceId: WorkspaceId; readonly projectId: ProjectId },
  sources: Sources,
): readonly StudyGroupRow[] {
  const { id, workspaceId, projectId } = above;
  const groups: readonly FoldedGroup[] = ['drafts', 'completed'];
  return groups
    .filter((group) => (studiesIn(projectId, sources)?.[group].length ?? 0) > 0)
    .map((group) => ({ kind: 'studyGroup', id: rowId(id, group), workspaceId, projectId, group }));
}
