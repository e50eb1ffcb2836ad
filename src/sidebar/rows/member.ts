import * as l10n from '@vscode/l10n';
import type { UserId, WorkspaceId } from '../../api';
import { inSentence } from '../../text/sanitize';
import { memberName } from '../../workspaces/rights';
import { roleName } from '../../workspaces/roleText';
import { rowId, type RowKind } from './row';

export interface MemberRow {
  readonly kind: 'member';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly memberId: UserId;
}

export const member: RowKind<MemberRow> = {
  appearance({ workspaceId, memberId }, { list }) {
    const workspace = list.workspaces.get(workspaceId);
    const found = workspace?.members.find(({ id }) => id === memberId);
    if (workspace === undefined || found === undefined) {
      return undefined;
    }
    const label = memberName(found);
    const roles = [...(found.id === workspace.owner ? [l10n.t('Owner')] : []), ...found.roles.map(roleName)];
    return {
      label,
      description: roles.join(' · '),
      tooltip: [
        label,
        ...(found.email === undefined ? [] : [inSentence(found.email)]),
        ...roles,
        l10n.t('ID: {0}', inSentence(found.id)),
      ],
      icon: 'person',
      isExpandable: false,
      contextValue: 'member',
      accessibleLabel: [
        label,
        l10n.t({ message: 'member', comment: ['What a row of the tree is, for screen readers.'] }),
        ...roles,
      ].join(', '),
    };
  },
};

export function memberRow(above: string, workspaceId: WorkspaceId, memberId: UserId): MemberRow {
  return { kind: 'member', id: rowId(above, memberId), workspaceId, memberId };
}
