import * as v from 'valibot';
import { userId } from './account';
import { id, optional, optionalListOf, optionalText, serverText } from './fields';
import { member } from './member';
import type { ParsedBy } from './response';
import { workspaceId } from './workspace';

export const projectId = v.pipe(id, v.brand('ProjectId'));
export type ProjectId = v.InferOutput<typeof projectId>;

/** OpenAPI: Project and ProjectShort. `type` is missing in older recordings and then means private. */
export const project = v.pipe(
  v.object({
    id: projectId,
    title: serverText,
    description: serverText,
    type: optionalText,
    owner: optional(userId),
    workspace: optional(workspaceId),
    users: optionalListOf(member),
  }),
  v.transform(({ users, type = 'PRIVATE', ...fields }) => ({
    value: { ...fields, type, members: users.items },
    skipped: users.skipped,
  })),
);
export type Project = ParsedBy<typeof project>;
