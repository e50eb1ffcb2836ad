import * as l10n from '@vscode/l10n';
import type { ProjectId, WorkspaceId } from '../../../api';
import { plural } from '../../../text/plural';
import { noteAppearance } from '../../appearance';
import type { Sources } from '../../sources';
import { rowId, type RowKind } from '../row';

/** Says that the studies of a project are being loaded, that there are none, or that there are more. */
export interface StudiesNoteRow {
  readonly kind: 'studiesNote';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
}

export const studiesNote: RowKind<StudiesNoteRow> = {
  appearance({ projectId }, sources) {
    const label = noteOn(projectId, sources);
    return label === undefined ? undefined : noteAppearance(label);
  },
};

/** No row if the studies themselves say everything. */
export function studiesNoteRows(
  above: { readonly id: string; readonly workspaceId: WorkspaceId; readonly projectId: ProjectId },
  sources: Sources,
): readonly StudiesNoteRow[] {
  const { id, workspaceId, projectId } = above;
  return noteOn(projectId, sources) === undefined
    ? []
    : [{ kind: 'studiesNote', id: rowId(id, 'note'), workspaceId, projectId }];
}

function noteOn(projectId: ProjectId, { studies }: Sources): string | undefined {
  const { value, failure } = studies.projects.of(projectId);
  if (value === undefined) {
    return failure === undefined ? l10n.t('Loading studies…') : undefined;
  }
  if (!value.complete) {
    return onlySomeStudies(value.items.length);
  }
  return value.items.length === 0 ? l10n.t('No studies in this project yet') : undefined;
}

export function onlySomeStudies(count: number): string {
  return plural(
    l10n.t({
      message: '{0, plural, one {Only # study is shown} other {Only # studies are shown}}',
      comment: ['ICU plural: # is the number of studies shown.'],
    }),
    count,
  );
}
