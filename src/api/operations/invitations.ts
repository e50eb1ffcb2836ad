import type { Send } from '../http/tokenCheck';
import type { CallOptions } from '../http/exchange';
import type { Failure } from '../failure';
import type { Result } from '../result';
import { invitationsAnswer, type Invitation, type InvitationRole, type WorkspaceId } from '../schema/schema';

/** The most addresses that one invitation call may carry. The web app's limit; the API's own is not documented. */
export const addressesPerCall = 10;

export interface NewInvitations {
  readonly workspace: WorkspaceId;
  /** One to ten addresses, letter case as given: Prolific tells them apart by it. */
  readonly addresses: readonly string[];
  readonly role: InvitationRole;
}

export interface InvitationOperations {
  /**
   * `create-invitation`: invites people to a workspace and sends them mail, so it is never sent again by itself: an
   * `effect` of `unknown` means that mail may have gone out. Gives an entry for each address that the service answered
   * for, which may be fewer than were sent, in any order; they cannot be listed later. Only admins of the workspace may
   * (`forbidden`, `notFound`); `invalid` names refused addresses by their index, as in `emails.3`.
   * (docs: api-reference/invitations/create-invitation; what is demanded and answered: prolific-oss/cli
   * cmd/invitation/create.go, model/invitation.go)
   */
  createInvitation(invitations: NewInvitations, options?: CallOptions): Promise<Result<readonly Invitation[], Failure>>;
}

export function invitationOperations(send: Send): InvitationOperations {
  return {
    createInvitation: ({ workspace, addresses, role }, options) =>
      send({
        ...options,
        method: 'POST',
        path: 'invitations/',
        body: { association: workspace, emails: addresses, role },
        answer: invitationsAnswer,
      }),
  };
}
