import * as v from 'valibot';
import type { OnLeftOut } from './answer';

// What Prolific answers, parsed. Only an id is demanded: the API grows and drops other keys without notice, fields that
// its OpenAPI file calls plain come as null, and one odd field must not cost the user the whole list.

const text = v.fallback(v.nullish(v.string(), ''), '');

const optionalText = v.pipe(
  text,
  v.transform((value) => (value.trim() === '' ? undefined : value)),
);

/** `.` and `..` would lead to another path, and half a surrogate pair cannot be written into one. */
function fitsIntoPath(id: string): boolean {
  return /^[\w-]+$/.test(id) || !/^\.{0,2}$|\p{Surrogate}/u.test(id);
}

const id = v.pipe(v.string(), v.check(fitsIntoPath));

/** Ids are opaque: documented as 24 hexadecimal digits, but nothing promises that. */
const userId = v.pipe(id, v.brand('UserId'));
export const workspaceId = v.pipe(id, v.brand('WorkspaceId'));
export const projectId = v.pipe(id, v.brand('ProjectId'));
export type UserId = v.InferOutput<typeof userId>;
export type WorkspaceId = v.InferOutput<typeof workspaceId>;
export type ProjectId = v.InferOutput<typeof projectId>;

function optional<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.fallback(v.nullish(schema, null), null),
    v.transform((value) => value ?? undefined),
  );
}

/** The items that can be used; each other one is reported. */
export function readUsable<T>(
  values: readonly unknown[],
  item: v.GenericSchema<unknown, T>,
  onLeftOut: OnLeftOut,
): readonly T[] {
  const usable: T[] = [];
  for (const value of values) {
    const parsed = v.safeParse(item, value);
    if (parsed.success) {
      usable.push(parsed.output);
    } else {
      onLeftOut();
    }
  }
  return usable;
}

/** A list that may be missing or null, with each thing once. */
function optionalListOf<T extends { readonly id: string }>(item: v.GenericSchema<unknown, T>, onLeftOut: OnLeftOut) {
  return v.pipe(
    v.fallback(v.nullish(v.array(v.unknown()), []), []),
    v.transform((values) => readUsable(values, item, onLeftOut)),
    v.transform((things) => [...new Map(things.map((thing) => [thing.id, thing])).values()]),
  );
}

const roles = v.pipe(
  v.fallback(v.nullish(v.array(v.unknown()), []), []),
  v.transform((values) => values.filter((value) => typeof value === 'string')),
);

/** A person of a workspace or project (OpenAPI: WorkspaceUser). `roles` is an open set, and may be empty even for the owner. */
const member = v.object({ id: userId, name: text, email: optionalText, roles });
export type Member = v.InferOutput<typeof member>;

/** OpenAPI: Workspace and WorkspaceShort. `owner` is the id of a user, whatever the documentation says of it. */
export const workspaceAnswer = (onLeftOut: OnLeftOut) =>
  v.pipe(
    v.object({
      id: workspaceId,
      title: text,
      description: text,
      owner: optional(userId),
      users: optionalListOf(member, onLeftOut),
    }),
    v.transform(({ id, title, description, owner, users }) => ({ id, title, description, owner, members: users })),
  );
export const workspace = workspaceAnswer(() => undefined);
export type Workspace = v.InferOutput<typeof workspace>;

const finite = v.pipe(v.number(), v.finite());
const amount = optional(finite);
const breakdown = v.pipe(
  optional(v.object({ rewards: amount, fees: amount, vat: amount })),
  v.transform((parts) => parts ?? { rewards: undefined, fees: undefined, vat: undefined }),
);

/**
 * OpenAPI: WorkspaceBalance. All amounts in the smallest unit of the currency (pence, cents), where the service gives
 * them; fractions occur. The parts of a breakdown are what the documentation's example and the clients have.
 */
export const balanceAnswer = () =>
  v.pipe(
    v.object({
      currency_code: optionalText,
      total_balance: amount,
      balance_breakdown: breakdown,
      available_balance: amount,
      available_balance_breakdown: breakdown,
    }),
    v.transform((fields) => ({
      currency: fields.currency_code,
      total: fields.total_balance,
      totalParts: fields.balance_breakdown,
      available: fields.available_balance,
      availableParts: fields.available_balance_breakdown,
    })),
  );
export type Balance = v.InferOutput<ReturnType<typeof balanceAnswer>>;

/** OpenAPI: Project and ProjectShort. `type` is absent from older recordings, and then private. */
export const projectAnswer = (onLeftOut: OnLeftOut) =>
  v.pipe(
    v.object({
      id: projectId,
      title: text,
      description: text,
      type: optionalText,
      owner: optional(userId),
      workspace: optional(workspaceId),
      users: optionalListOf(member, onLeftOut),
    }),
    v.transform(({ users, type = 'PRIVATE', ...fields }) => ({ ...fields, type, members: users })),
  );
export type Project = v.InferOutput<ReturnType<typeof projectAnswer>>;

/** OpenAPI: User. Only `id` and `email` are documented; the names are what its clients read. */
export const accountAnswer = () =>
  v.pipe(
    v.object({ id: userId, email: text, first_name: text, last_name: text, name: text }),
    v.transform((user) => ({
      id: user.id,
      name: `${user.first_name} ${user.last_name}`.trim() || user.name.trim() || user.email,
    })),
  );
export type Account = v.InferOutput<ReturnType<typeof accountAnswer>>;

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

export const invitationsAnswer = (onLeftOut: OnLeftOut) =>
  v.pipe(
    v.object({ invitations: v.array(v.unknown()) }),
    v.transform(({ invitations }) => readUsable(invitations, invitation, onLeftOut)),
  );

/** An answer of which nothing is used: JSON of any kind, or nothing at all. */
export const anyAnswer = () => v.unknown();
