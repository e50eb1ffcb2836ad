import * as l10n from '@vscode/l10n';
import type { WorkspaceId } from '../../api';
import { plural } from '../../text/plural';
import { sortProjects } from '../../workspaces/projectText';
import { groupAppearance, loadingText } from '../appearance';
import { projectRow } from './project';
import { rowId, type RowKind } from './row';

export interface ProjectsRow {
  readonly kind: 'projects';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
}

export const projects: RowKind<ProjectsRow> = {
  appearance({ workspaceId }, { details }) {
    const { value } = details.projects(workspaceId);
    return groupAppearance({
      ...(value === undefined
        ? { label: l10n.t('Projects'), state: loadingText() }
        : { label: plural(l10n.t('Projects ({0})'), value.length) }),
      icon: 'folder-library',
      isExpandable: value !== undefined && value.length > 0,
      contextValue: 'projects',
    });
  },
  children: ({ workspaceId }, { details }) =>
    sortProjects(details.projects(workspaceId).value ?? []).map(({ id }) => projectRow(workspaceId, id)),
};

export function projectsRow(workspaceId: WorkspaceId): ProjectsRow {
  return { kind: 'projects', id: `${rowId('workspace', workspaceId)}/projects`, workspaceId };
}
