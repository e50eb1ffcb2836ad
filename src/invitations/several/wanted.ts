import type { ValidEntry } from '../../addresses/entry';
import type { InvitationRole, ServerText } from '../../api';

/** The people to invite to one of several workspaces, with their roles. */
export interface Wanted {
  readonly workspace: { readonly id: string; readonly title: ServerText };
  readonly people: readonly WantedPerson[];
}

export interface WantedPerson {
  readonly entry: ValidEntry;
  readonly role: InvitationRole;
}

/** Combines the entries for the same workspace. */
export function joinWanted(wanted: readonly Wanted[]): readonly Wanted[] {
  const byWorkspace = new Map<string, Wanted>();
  for (const { workspace, people } of wanted) {
    const others = byWorkspace.get(workspace.id)?.people ?? [];
    byWorkspace.set(workspace.id, { workspace, people: [...others, ...people] });
  }
  return [...byWorkspace.values()];
}
