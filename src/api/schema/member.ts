import * as v from 'valibot';
import { userId } from './account';
import { indivisible, optionalText, serverText, texts } from './fields';
import type { ParsedBy } from './response';

/**
 * A member of a workspace or project (OpenAPI: WorkspaceUser). `roles` is an open set and may be empty even for the
 * owner.
 */
export const member = indivisible(v.object({ id: userId, name: serverText, email: optionalText, roles: texts }));
export type Member = ParsedBy<typeof member>;
