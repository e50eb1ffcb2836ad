import * as v from 'valibot';
import { indivisible, optionalText, text, usableItems } from './fields';
import type { ParsedBy } from './response';

/** The roles that an invitation may give. A member's role is an open set: any other is shown as it came. */
export const invitationRoles = ['WORKSPACE_COLLABORATOR', 'WORKSPACE_ADMIN'] as const;
export type InvitationRole = (typeof invitationRoles)[number];

/** What Prolific responded for one address (OpenAPI: Invitation, which demands no field; an address tells them apart). */
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
