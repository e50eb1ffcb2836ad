import * as l10n from '@vscode/l10n';
import type { WorkspaceId } from '../../api';
import { plural } from '../../text/plural';
import { sorted } from '../../text/sorted';
import { groupAppearance } from '../appearance';
import { memberRow } from './member';
import { rowId, type RowKind } from './row';

export interface MembersRow {
  readonly kind: 'members';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
}

export const members: RowKind<MembersRow> = {
  appearance({ workspaceId }, { list }) {
    const count = list.workspaces.get(workspaceId)?.members.length;
    return count === undefined
      ? undefined
      : groupAppearance({
          label: plural(l10n.t('Members ({0})'), count),
          icon: 'organization',
          isExpandable: count > 0,
          contextValue: 'members',
        });
  },
  children: ({ id, workspaceId }, { list }) =>
    sorted(list.workspaces.get(workspaceId)?.members ?? [], ({ name }) => name.raw).map((member) =>
      memberRow(id, workspaceId, member.id),
    ),
};

export function membersRow(workspaceId: WorkspaceId): MembersRow {
  return { kind: 'members', id: `${rowId('workspace', workspaceId)}/members`, workspaceId };
}
