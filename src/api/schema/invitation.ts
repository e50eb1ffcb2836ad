import * as v from 'valibot';
import { indivisible, optionalText, text, usableItems } from './fields';
import type { ParsedBy } from './response';

/** The roles an invitation can grant. Members can have other roles, which are shown as received. */
export const invitationRoles = ['WORKSPACE_COLLABORATOR', 'WORKSPACE_ADMIN'] as const;
export type InvitationRole = (typeof invitationRoles)[number];

/** The response for one address. (OpenAPI: Invitation, which requires no field; entries are told apart by address) */
const invitation = indivisible(
  v.pipe(
    v.object({
      invitee: v.object({ email: v.pipe(v.string(), v.nonEmpty()) }),
      status: text,
      invite_link: optionalText,
    }),
    v.transform(({ invitee, status, invite_link: link }) => ({ address: invitee.email, status, link })),
  ),
);
export type Invitation = ParsedBy<typeof invitation>;

export const invitations = v.pipe(
  v.object({ invitations: v.array(v.unknown()) }),
  v.transform((response) => {
    const { items, skipped } = usableItems(response.invitations, invitation);
    return { value: items, skipped };
  }),
);
