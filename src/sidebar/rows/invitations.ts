import * as l10n from '@vscode/l10n';
import type { WorkspaceId } from '../../api';
import { sentInvitations, type SentInvitation } from '../../invitations/ledger/sentInvitation';
import { plural } from '../../text/plural';
import { groupAppearance } from '../appearance';
import type { Sources } from '../sources';
import { invitationRow } from './invitation';
import { rowId, type RowKind } from './row';
import { teamPageRow } from './teamPage';

/** The invitations to a workspace sent from this computer. */
export interface InvitationsRow {
  readonly kind: 'invitations';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
}

export const invitations: RowKind<InvitationsRow> = {
  appearance({ workspaceId }, sources) {
    const { length } = invitationsTo(workspaceId, sources);
    return length === 0
      ? undefined
      : groupAppearance({
          label: plural(l10n.t('Sent Invitations ({0})'), length),
          icon: 'mail',
          isExpandable: true,
          contextValue: 'invitations',
        });
  },
  children({ id, workspaceId }, sources) {
    const rows = invitationsTo(workspaceId, sources).map(({ run, position }) =>
      invitationRow(id, workspaceId, run.id, position),
    );
    return rows.length === 0 ? [] : [...rows, teamPageRow(id, workspaceId)];
  },
};

/** No row if nothing was sent. */
export function invitationsRows(workspaceId: WorkspaceId, sources: Sources): readonly InvitationsRow[] {
  const id = `${rowId('workspace', workspaceId)}/invitations`;
  return invitationsTo(workspaceId, sources).length === 0 ? [] : [{ kind: 'invitations', id, workspaceId }];
}

function invitationsTo(workspaceId: WorkspaceId, { list, ledger, now }: Sources): readonly SentInvitation[] {
  const members = list.workspaces.get(workspaceId)?.members ?? [];
  return sentInvitations(ledger.peopleOf(workspaceId), members, now);
}
