import * as l10n from '@vscode/l10n';
import { type Failure, isHttpFailure, type ProjectId, type WorkspaceId } from '../../../api';
import { formatSince } from '../../../text/dates';
import { describeFailure } from '../../../text/failureText';
import { problemAppearance } from '../../appearance';
import type { Sources } from '../../sources';
import { rowId, type RowKind } from '../row';

/** The studies of a project failed to load. */
export interface StudiesProblemRow {
  readonly kind: 'studiesProblem';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
}

export const studiesProblem: RowKind<StudiesProblemRow> = {
  appearance({ projectId }, { studies }) {
    const { failure, readAt } = studies.projects.of(projectId);
    return failure && problemAppearance(studiesNotRead(readAt), messageOf(failure));
  },
};

export function studiesProblemRows(
  above: { readonly id: string; readonly workspaceId: WorkspaceId; readonly projectId: ProjectId },
  { studies }: Sources,
): readonly StudiesProblemRow[] {
  const { id, workspaceId, projectId } = above;
  return studies.projects.of(projectId).failure === undefined
    ? []
    : [{ kind: 'studiesProblem', id: rowId(id, 'problem'), workspaceId, projectId }];
}

/** `readAt` is in milliseconds since the epoch. */
export function studiesNotRead(readAt: number | undefined): string {
  return readAt === undefined
    ? l10n.t("Couldn't load studies")
    : l10n.t('Studies not updated since {0}', formatSince(new Date(readAt)));
}

function messageOf(failure: Failure): string {
  return isHttpFailure(failure) && (failure.kind === 'forbidden' || failure.kind === 'notFound')
    ? l10n.t("This account can't view the studies of this project.")
    : describeFailure(failure).message;
}
