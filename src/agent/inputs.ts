import * as v from 'valibot';
import { checkTitle } from '../workspaces/editing/title';

/** The most addresses that a tool may put before a person. Who invites more pastes them. */
const maxAddresses = 1_000;

const workspaceId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const address = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));
const title = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((text) => checkTitle(text)?.severity !== 'error'),
);

/** An object with these fields and no others; an array would do for one without fields. */
function fields<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value)),
    v.strictObject(entries),
  );
}

/**
 * What the tools take, each as strict as its description in the manifest, for VS Code may not hold a model to that. There
 * is no field for a role: whoever is to be an admin is made one by a person.
 */
export const toolInputs = {
  prolific_listWorkspaces: fields({ query: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
  prolific_readWorkspace: fields({ workspaceId, includePeople: v.optional(v.boolean()) }),
  prolific_prepareInvitation: fields({
    workspaceId,
    addresses: v.pipe(v.array(address), v.minLength(1), v.maxLength(maxAddresses)),
  }),
  prolific_prepareRename: fields({ workspaceId, title }),
};

export type ToolInput<N extends keyof typeof toolInputs> = v.InferOutput<(typeof toolInputs)[N]>;
