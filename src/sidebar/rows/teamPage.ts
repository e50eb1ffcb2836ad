import * as l10n from '@vscode/l10n';
import type { WorkspaceId } from '../../api';
import { workspacePage } from '../../platform/webPages';
import type { RowKind } from './row';

/** Opens the page where Prolific lists all pending invitations. */
export interface TeamPageRow {
  readonly kind: 'teamPage';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
}

export const teamPage: RowKind<TeamPageRow> = {
  appearance({ workspaceId }) {
    const label = l10n.t('View all pending invitations in Prolific');
    return {
      label,
      tooltip: [l10n.t("All pending invitations are listed on the workspace's Team page in Prolific.")],
      icon: 'link-external',
      isExpandable: false,
      contextValue: 'teamPage',
      accessibleLabel: label,
      onClick: { openPage: workspacePage(workspaceId) },
    };
  },
};

export function teamPageRow(above: string, workspaceId: WorkspaceId): TeamPageRow {
  return { kind: 'teamPage', id: `${above}/teamPage`, workspaceId };
}
