import * as l10n from '@vscode/l10n';
import { plural } from '../../text/plural';
import { noteAppearance } from '../appearance';
import type { Sources } from '../sources';
import type { RowKind } from './row';

/** Prolific has more workspaces than were read. */
export interface CutShortRow {
  readonly kind: 'cutShort';
  readonly id: string;
}

export const cutShort: RowKind<CutShortRow> = {
  appearance(_, { list }) {
    return noteAppearance(
      plural(
        l10n.t({
          message:
            '{0, plural, one {Only the first # workspace is shown} other {Only the first # workspaces are shown}}',
          comment: ['ICU plural: # is the number of workspaces shown.'],
        }),
        list.workspaces.size,
      ),
    );
  },
};

export function cutShortRows({ list }: Sources): readonly CutShortRow[] {
  return list.complete ? [] : [{ kind: 'cutShort', id: 'cutShort' }];
}
