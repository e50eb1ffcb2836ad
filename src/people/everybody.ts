import type { Work } from '../addresses/cooperative';
import type { Member, ServerText, UserId, Workspace } from '../api';
import { memberName } from '../workspaces/rights';
import { sortWork } from './sortWork';

/** One person in one workspace. */
export interface Membership {
  readonly workspace: Workspace;
  readonly member: Member;
  readonly isOwner: boolean;
}

/** Somebody, with every workspace they are a member of. */
export interface Person {
  readonly id: UserId;
  readonly name: ServerText;
  readonly email: string | undefined;
  readonly memberships: readonly Membership[];
}

const workspacesAtOnce = 64;

/** The people of all workspaces by name, those with the same id once. */
export function* everybody(workspaces: Iterable<Workspace>): Work<readonly Person[]> {
  const found = new Map<
    UserId,
    { id: UserId; name: ServerText; email: string | undefined; memberships: Membership[] }
  >();
  let count = 0;
  for (const workspace of workspaces) {
    for (const member of workspace.members) {
      const { id, name, email } = member;
      const person = found.get(id) ?? { id, name, email: undefined, memberships: [] };
      person.name = person.name.raw.trim() === '' ? name : person.name;
      person.email ??= email;
      person.memberships.push({ workspace, member, isOwner: workspace.owner === id });
      found.set(id, person);
    }
    count += 1;
    if (count % workspacesAtOnce === 0) {
      yield;
    }
  }
  return yield* sortWork<Person>([...found.values()], memberName);
}
