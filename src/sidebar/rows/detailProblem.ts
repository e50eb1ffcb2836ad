import * as l10n from '@vscode/l10n';
import { type Failure, isHttpFailure, type WorkspaceId } from '../../api';
import { formatSince } from '../../text/dates';
import { describeFailure } from '../../text/failureText';
import type { Cached } from '../../workspaces/store/keyedCache';
import { problemAppearance } from '../appearance';
import type { Sources } from '../sources';
import type { Row, RowKind } from './row';

type Detail = 'projects' | 'balance';

/** Part of a workspace failed to load. */
export interface DetailProblemRow {
  readonly kind: 'detailProblem';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly detail: Detail;
}

export const detailProblem: RowKind<DetailProblemRow> = {
  appearance(row, sources) {
    const { failure, readAt } = cachedOf(row, sources);
    if (failure === undefined) {
      return undefined;
    }
    return problemAppearance(
      labelOf(row.detail, readAt === undefined ? undefined : formatSince(new Date(readAt))),
      messageOf(row.detail, failure),
    );
  },
};

/** A problem replaces what was never read; what was read before stays next to it. */
export function withProblem(
  row: Row<Detail>,
  { failure, value }: Pick<Cached<unknown>, 'failure' | 'value'>,
): readonly Row[] {
  if (failure === undefined) {
    return [row];
  }
  const { id, workspaceId, kind: detail } = row;
  const problem: DetailProblemRow = { kind: 'detailProblem', id: `${id}Problem`, workspaceId, detail };
  return value === undefined ? [problem] : [row, problem];
}

function cachedOf({ workspaceId, detail }: DetailProblemRow, { details }: Sources): Cached<unknown> {
  switch (detail) {
    case 'projects':
      return details.projects(workspaceId);
    case 'balance':
      return details.balance(workspaceId);
  }
}

function labelOf(detail: Detail, readAt: string | undefined): string {
  switch (detail) {
    case 'projects':
      return readAt === undefined ? l10n.t("Couldn't load projects") : l10n.t('Projects not updated since {0}', readAt);
    case 'balance':
      return readAt === undefined ? l10n.t("Couldn't load balance") : l10n.t('Balance not updated since {0}', readAt);
  }
}

function messageOf(detail: Detail, cause: Failure): string {
  if (!isHttpFailure(cause) || (cause.kind !== 'forbidden' && cause.kind !== 'notFound')) {
    return describeFailure(cause).message;
  }
  switch (detail) {
    case 'projects':
      return l10n.t("Only members can view the projects, and this account isn't one.");
    case 'balance':
      return l10n.t("This account can't view the balance, or the workspace has no wallet.");
  }
}
