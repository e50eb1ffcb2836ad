import * as l10n from '@vscode/l10n';
import { describeSessionFailure } from '../../session/sessionProblem';
import { formatSince } from '../../text/dates';
import { problemAppearance } from '../appearance';
import type { Sources } from '../sources';
import type { RowKind } from './row';

/** The list failed to load, or Prolific is unreachable. */
export interface ProblemRow {
  readonly kind: 'problem';
  readonly id: string;
}

export const problem: RowKind<ProblemRow> = {
  appearance(_, sources) {
    const cause = causeOf(sources);
    const { readAt } = sources.list;
    const label =
      readAt === undefined ? l10n.t("Couldn't load workspaces") : l10n.t('Not updated since {0}', formatSince(readAt));
    return cause && problemAppearance(label, describeSessionFailure(cause).message);
  },
};

export function problemRows(sources: Sources): readonly ProblemRow[] {
  return causeOf(sources) === undefined ? [] : [{ kind: 'problem', id: 'problem' }];
}

/** While Prolific is unreachable and nothing has been read, the view shows a welcome text instead. */
function causeOf({ session, list }: Sources) {
  const isOutOfReach = session.kind === 'unreachable' && list.workspaces.size > 0;
  return list.failure ?? (isOutOfReach ? session.cause : undefined);
}
