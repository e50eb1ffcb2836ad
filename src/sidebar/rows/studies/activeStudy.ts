import * as l10n from '@vscode/l10n';
import type { Study, StudyId } from '../../../api';
import { sortCurrent } from '../../../studies/studyText';
import { titleOf } from '../../../text/title';
import { memoize } from '../../tree/memoize';
import type { Sources } from '../../sources';
import { rowId, type RowKind } from '../row';
import { currencyIn, studyAppearance } from './studyAppearance';

/** A study in the Active Studies view. */
export interface ActiveStudyRow {
  readonly kind: 'activeStudy';
  readonly id: string;
  readonly studyId: StudyId;
}

export const activeStudy: RowKind<ActiveStudyRow> = {
  basis: (row, sources) => Object.values(lookUp(row, sources)),
  appearance(row, sources) {
    const { found, ...facts } = lookUp(row, sources);
    return found && studyAppearance(found, facts);
  },
};

export function activeStudyRow(studyId: StudyId): ActiveStudyRow {
  return { kind: 'activeStudy', id: rowId('activeStudy', studyId), studyId };
}

export function activeStudyRows({ studies }: Sources): readonly ActiveStudyRow[] {
  return rowsOf(studies.active.list.studies);
}

const rowsOf = memoize((studies: ReadonlyMap<StudyId, Study>) =>
  sortCurrent([...studies.values()]).map(({ id }) => activeStudyRow(id)),
);

function lookUp({ studyId }: ActiveStudyRow, sources: Sources) {
  const found = sources.studies.active.list.studies.get(studyId);
  return {
    found,
    counts: sources.studies.counts(studyId),
    currency: found?.currency ?? (found?.workspace && currencyIn(found.workspace, sources)),
    isBusy: sources.changes.isBusy({ studyId }),
    location: found && locationOf(found, sources),
  };
}

/** The titles of the workspace and project of a study, as far as they're known. */
function locationOf({ workspace, project }: Study, { list, details }: Sources): string | undefined {
  const itsWorkspace = workspace && list.workspaces.get(workspace);
  if (itsWorkspace === undefined) {
    return undefined;
  }
  const itsProject = details.projects(itsWorkspace.id).value?.find(({ id }) => id === project);
  return itsProject === undefined
    ? titleOf(itsWorkspace)
    : l10n.t({
        message: '{0}, {1}',
        args: [titleOf(itsWorkspace), titleOf(itsProject)],
        comment: ['Where a study is: {0} is the title of its workspace, {1} that of its project.'],
      });
}
