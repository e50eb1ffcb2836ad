import { invitations, type InvitationRole } from '../schema/invitation';
import type { WorkspaceId } from '../schema/workspace';
import type { CallOptions, Caller } from './call';

/** How many addresses one invitation request may contain. This is the web app's limit; the API's isn't documented. */
export const maxAddressesPerRequest = 10;

export interface NewInvitations {
  readonly workspace: WorkspaceId;
  /** One to ten addresses, in their original letter case: Prolific distinguishes it. */
  readonly addresses: readonly string[];
  readonly role: InvitationRole;
}

export function invitationOperations(call: Caller) {
  return {
    /**
     * `create-invitation`: invites people to a workspace and emails them. Never sent again automatically; an `effect`
     * of `unknown` means that emails may have been sent. Resolves with one entry per address the service reported on:
     * possibly fewer than were sent, in any order. Invitations can't be listed later. Requires an admin (`forbidden`,
     * `notFound`). `invalid` names rejected addresses by index, as in `emails.3`. (docs:
     * api-reference/invitations/create-invitation; fields: prolific-oss/cli cmd/invitation/create.go,
     * model/invitation.go)
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
