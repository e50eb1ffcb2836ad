import * as l10n from '@vscode/l10n';
import type { Project, ProjectId, WorkspaceId } from '../../api';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { projectKind } from '../../workspaces/projectText';
import { memberName } from '../../workspaces/rights';
import { busyIcon, savingText } from '../appearance';
import { rowId, type RowKind } from './row';
import { studiesNoteRows } from './studies/studiesNote';
import { studiesProblemRows } from './studies/studiesProblem';
import { currentStudyRow, studiesIn } from './studies/study';
import { studyGroupRows } from './studies/studyGroup';

export interface ProjectRow {
  readonly kind: 'project';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
}

export const project: RowKind<ProjectRow> = {
  appearance({ workspaceId, projectId }, { details, changes }) {
    const found = details.projects(workspaceId).value?.find(({ id }) => id === projectId);
    if (found === undefined) {
      return undefined;
    }
    const label = titleOf(found);
    const kind = projectKind(found);
    const isBusy = changes.isBusy({ workspaceId, projectId });
    const state = isBusy ? [savingText()] : [];
    const owner = ownerName(found);
    const description = inSentence(found.description);
    return {
      label,
      description: [...state, kind].join(' · '),
      tooltip: [
        label,
        ...(description === '' ? [] : [description]),
        l10n.t('Visibility: {0}', kind),
        ...(owner === undefined ? [] : [l10n.t('Owner: {0}', owner)]),
        l10n.t('ID: {0}', inSentence(found.id)),
      ],
      icon: isBusy ? busyIcon : 'folder',
      isExpandable: true,
      contextValue: 'project',
      accessibleLabel: [
        label,
        l10n.t({ message: 'project', comment: ['What a row of the tree is, for screen readers.'] }),
        ...state,
        kind,
      ].join(', '),
    };
  },
  children: (row, sources) => [
    ...(studiesIn(row.projectId, sources)?.current ?? []).map(({ id }) => currentStudyRow(row, id)),
    ...studyGroupRows(row, sources),
    ...studiesNoteRows(row, sources),
    ...studiesProblemRows(row, sources),
  ],
};

export function projectRow(workspaceId: WorkspaceId, projectId: ProjectId): ProjectRow {
  const id = rowId(`${rowId('workspace', workspaceId)}/projects`, projectId);
  return { kind: 'project', id, workspaceId, projectId };
}

function ownerName({ owner, members }: Project): string | undefined {
  const member = members.find(({ id }) => id === owner);
  return member === undefined ? undefined : memberName(member);
}
