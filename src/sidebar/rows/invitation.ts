import * as l10n from '@vscode/l10n';
import type { WorkspaceId } from '../../api';
import { describeInvitation, invitationFacts } from '../../invitations/ledger/invitationText';
import { isPending, sentInvitations } from '../../invitations/ledger/sentInvitation';
import { inSentence } from '../../text/sanitize';
import { rowId, type RowKind } from './row';

/** One invitation, identified by its run and its index: an address would be worth something to others. */
export interface InvitationRow {
  readonly kind: 'invitation';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly runId: string;
  readonly position: number;
}

export const invitation: RowKind<InvitationRow> = {
  appearance({ workspaceId, runId, position }, { list, ledger, now }) {
    const invited = ledger.find(runId, position);
    const members = list.workspaces.get(workspaceId)?.members ?? [];
    const [found] = invited === undefined ? [] : sentInvitations([invited], members, now);
    if (found === undefined) {
      return undefined;
    }
    const { person, status } = found;
    const label = inSentence(person.address);
    const description = describeInvitation(found);
    return {
      label,
      description,
      tooltip: [label, description],
      icon: status === 'accepted' ? 'pass' : status === 'invited' ? 'mail' : 'question',
      isExpandable: false,
      contextValue: [
        'invitation',
        ...(status === 'accepted' ? [] : ['open']),
        ...(isPending(found) ? ['link'] : []),
      ].join(';'),
      accessibleLabel: [
        label,
        l10n.t({ message: 'invitation', comment: ['What a row of the tree is, for screen readers.'] }),
        ...invitationFacts(found),
      ].join(', '),
    };
  },
};

export function invitationRow(above: string, workspaceId: WorkspaceId, runId: string, position: number): InvitationRow {
  return { kind: 'invitation', id: rowId(above, runId, String(position)), workspaceId, runId, position };
}
