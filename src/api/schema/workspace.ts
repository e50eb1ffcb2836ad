import * as v from 'valibot';
import { userId } from './account';
import { id, optional, optionalListOf, serverText } from './fields';
import { member } from './member';
import type { ParsedBy } from './response';

export const workspaceId = v.pipe(id, v.brand('WorkspaceId'));
export type WorkspaceId = v.InferOutput<typeof workspaceId>;

/** OpenAPI: Workspace and WorkspaceShort. `owner` is a user's id, whatever the documentation says. */
export const workspace = v.pipe(
  v.object({
    id: workspaceId,
    title: serverText,
    description: serverText,
    owner: optional(userId),
    users: optionalListOf(member),
  }),
  v.transform(({ users, ...fields }) => ({ value: { ...fields, members: users.items }, skipped: users.skipped })),
);
export type Workspace = ParsedBy<typeof workspace>;
