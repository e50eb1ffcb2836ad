import { invitations, type InvitationRole } from '../schema/invitation';
import type { WorkspaceId } from '../schema/workspace';
import type { CallOptions, Caller } from './call';

/** The most addresses that one invitation request may carry. The web app's limit; the API's own is not documented. */
export const maxAddressesPerRequest = 10;

export interface NewInvitations {
  readonly workspace: WorkspaceId;
  /** One to ten addresses, letter case as given: Prolific tells them apart by it. */
  readonly addresses: readonly string[];
  readonly role: InvitationRole;
}

export function invitationOperations(call: Caller) {
  return {
    /**
     * `create-invitation`: invites people to a workspace and sends them email, so it is never sent again by itself: an
     * `effect` of `unknown` means that emails may have gone out. Resolves with an entry for each address that the service
     * answered for, which may be fewer than were sent, in any order; they cannot be listed later. Only admins of the
     * workspace may (`forbidden`, `notFound`); `invalid` names refused addresses by their index, as in `emails.3`.
     * (docs: api-reference/invitations/create-invitation; what is demanded and returned: prolific-oss/cli
     * cmd/invitation/create.go, model/invitation.go)
     */
    createInvitation: ({ workspace, addresses, role }: NewInvitations, options?: CallOptions) =>
      call(
        {
          ...options,
          method: 'POST',
          path: 'invitations/',
          body: { association: workspace, emails: addresses, role },
        },
        invitations,
      ),
  };
}
