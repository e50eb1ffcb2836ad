import * as v from 'valibot';

// What Prolific answers, parsed. Only an id is demanded: the API grows and drops other keys without notice, fields that
// its OpenAPI file calls plain come as null, and one odd field must not cost the user the whole list.

const text = v.fallback(v.nullish(v.string(), ''), '');

const optionalText = v.pipe(
  text,
  v.transform((value) => (value.trim() === '' ? undefined : value)),
);

const userId = v.pipe(v.string(), v.nonEmpty(), v.brand('UserId'));
const workspaceId = v.pipe(v.string(), v.nonEmpty(), v.brand('WorkspaceId'));

/** Ids are opaque: documented as 24 hexadecimal digits, but nothing promises that. */
export type UserId = v.InferOutput<typeof userId>;
export type WorkspaceId = v.InferOutput<typeof workspaceId>;

function parseItems<const S extends v.GenericSchema>(item: S, values: readonly unknown[]) {
  const parsed = values.map((value) => v.safeParse(item, value));
  const items = parsed.flatMap((result) => (result.success ? [result.output] : []));
  return { items, skipped: values.length - items.length };
}

/** A list that must be there; its unreadable items are left out, and `skipped` says how many. */
function listOf<const S extends v.GenericSchema>(item: S) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((values) => parseItems(item, values)),
  );
}

/** A list that may be missing or null. */
function optionalListOf<const S extends v.GenericSchema>(item: S) {
  return v.pipe(
    v.fallback(v.nullish(v.array(v.unknown()), []), []),
    v.transform((values) => parseItems(item, values).items),
  );
}

const roles = optionalListOf(v.string());

/** A person of a workspace: an item of its `users` (OpenAPI: WorkspaceUser). `roles` may be empty even for the owner. */
const member = v.object({ id: userId, name: text, email: optionalText, roles });
export type Member = v.InferOutput<typeof member>;

/** OpenAPI: Workspace and WorkspaceShort. `owner` is the id of a user, whatever the documentation says of it. */
export const workspace = v.pipe(
  v.object({
    id: workspaceId,
    title: text,
    description: text,
    owner: v.fallback(v.nullish(userId), undefined),
    users: optionalListOf(member),
  }),
  v.transform(({ id, title, description, owner, users }) => ({
    id,
    title,
    description,
    owner: owner ?? undefined,
    members: users,
  })),
);
export type Workspace = v.InferOutput<typeof workspace>;

/** OpenAPI: User. Only `id` and `email` are documented; the names are what its clients read. */
export const account = v.pipe(
  v.object({ id: userId, email: text, first_name: text, last_name: text, name: text }),
  v.transform((user) => ({
    id: user.id,
    name: `${user.first_name} ${user.last_name}`.trim() || user.name.trim() || user.email,
  })),
);
export type Account = v.InferOutput<typeof account>;

/** The roles that an invitation may give. A member's role is an open set: any other is shown as it came. */
export const invitationRoles = ['WORKSPACE_COLLABORATOR', 'WORKSPACE_ADMIN'] as const;
export type InvitationRole = (typeof invitationRoles)[number];

const invitation = v.pipe(
  v.object({
    invitee: v.object({ email: v.pipe(v.string(), v.nonEmpty()) }),
    status: text,
    invite_link: optionalText,
  }),
  v.transform(({ invitee, status, invite_link: link }) => ({ address: invitee.email, status, link })),
);
/** What Prolific answered for one address (OpenAPI: Invitation, which demands no field; an address tells them apart). */
export type Invitation = v.InferOutput<typeof invitation>;

export const createdInvitations = v.pipe(
  v.object({ invitations: listOf(invitation) }),
  v.transform(({ invitations }) => invitations.items),
);

const link = v.fallback(v.nullish(v.object({ href: v.nullish(v.string()) })), undefined);

/** One page of a list. Only `results` is documented; `_links` and `meta` are what the live service adds. */
export function page<const S extends v.GenericSchema>(item: S) {
  return v.pipe(
    v.object({
      results: listOf(item),
      _links: v.fallback(v.nullish(v.object({ next: link })), undefined),
      meta: v.fallback(
        v.nullish(v.object({ count: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0))) })),
        undefined,
      ),
    }),
    v.transform(({ results, _links: links, meta }) => ({
      items: results.items,
      skipped: results.skipped,
      /** How many rows of the list the page stands for, the unreadable ones included. */
      rows: results.items.length + results.skipped,
      /** Whether the server says that this is the last page; undefined where it says nothing. */
      isLast: links?.next ? !links.next.href : undefined,
      count: meta?.count ?? undefined,
    })),
  );
}
