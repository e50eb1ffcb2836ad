import { describeFailure } from '../../../text/failureText';
import { noteAppearance, problemAppearance } from '../../appearance';
import type { Sources } from '../../sources';
import type { RowKind } from '../row';
import { onlySomeStudies } from './studiesNote';
import { studiesNotRead } from './studiesProblem';

/** Says that the active studies failed to load, or that there are more. */
export interface ActiveNoteRow {
  readonly kind: 'activeNote';
  readonly id: string;
}

export const activeNote: RowKind<ActiveNoteRow> = {
  appearance(_, { studies }) {
    const { failure, readAt, complete, studies: found } = studies.active.list;
    if (failure !== undefined) {
      return problemAppearance(studiesNotRead(readAt?.getTime()), describeFailure(failure).message);
    }
    return complete ? undefined : noteAppearance(onlySomeStudies(found.size));
  },
};

export function activeNoteRows({ studies }: Sources): readonly ActiveNoteRow[] {
  const { failure, complete } = studies.active.list;
  return failure === undefined && complete ? [] : [{ kind: 'activeNote', id: 'activeNote' }];
}
