import * as v from 'valibot';
import type { ServerText } from '../serverText';
import { id, indivisible, text } from './fields';
import type { ParsedBy } from './response';

export const userId = v.pipe(id, v.brand('UserId'));
export type UserId = v.InferOutput<typeof userId>;

/**
 * OpenAPI: User. Only `id` and `email` are documented; the name fields are what Prolific's clients read. The name is
 * never empty.
 */
export const account = indivisible(
  v.pipe(
    v.object({ id: userId, email: text, first_name: text, last_name: text, name: text }),
    v.transform(({ id, email, first_name: first, last_name: last, name }) => ({
      id,
      name: { raw: `${first} ${last}`.trim() || name.trim() || email.trim() || id } satisfies ServerText,
    })),
  ),
);
export type Account = ParsedBy<typeof account>;
