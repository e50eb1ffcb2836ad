import * as v from 'valibot';
import { projectId, studyId } from '../api';
import { checkTitle } from '../workspaces/editing/fields';

/** How many addresses a tool may fill in. To invite more, the user pastes them. */
export const maxAddresses = 1_000;

const workspaceId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const address = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));
const title = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((text) => checkTitle(text)?.severity !== 'error'),
);

/** An object with exactly these fields. `strictObject` alone would accept an array if all fields are optional. */
function fields<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value)),
    v.strictObject(entries),
  );
}

/**
 * The input of each tool, as strict as its schema in the manifest, since VS Code may not enforce that. There is no
 * field for a role: only the user can invite admins.
 */
export const toolInputs = {
  prolific_listWorkspaces: fields({ query: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
  prolific_readWorkspace: fields({ workspaceId, includePeople: v.optional(v.boolean()) }),
  prolific_prepareInvitation: fields({
    workspaceId,
    addresses: v.pipe(v.array(address), v.minLength(1), v.maxLength(maxAddresses)),
  }),
  prolific_prepareRename: fields({ workspaceId, title }),
  prolific_listStudies: fields({
    query: v.optional(v.pipe(v.string(), v.maxLength(200))),
    projectId: v.optional(projectId),
  }),
  prolific_readStudy: fields({ studyId }),
  prolific_readComparison: fields({ includePeople: v.optional(v.boolean()) }),
};

export type ToolInput<N extends keyof typeof toolInputs> = v.InferOutput<(typeof toolInputs)[N]>;
