import * as l10n from '@vscode/l10n';
import { joinList } from '../text/list';
import { plural } from '../text/plural';
import { inSentence } from '../text/sanitize';
import { titleOf } from '../text/title';
import { memberName } from '../workspaces/rights';
import { roleName } from '../workspaces/roleText';
import type { Membership, Person } from './everybody';

/** A longer list takes VS Code too long to show, and nobody scrolls through it. */
export const maxPeopleShown = 500;
const maxWorkspacesNamed = 3;

/** Finds people by name or address: the first in the order given, up to `maxPeopleShown`. */
export function searchPeople(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = typed.trim().toLowerCase();
  const found: Person[] = [];
  for (const person of people) {
    if (wanted === '' || isFoundBy(person, wanted)) {
      found.push(person);
    }
    if (found.length === maxPeopleShown) {
      return found;
    }
  }
  return found;
}

function isFoundBy({ name, email = '' }: Person, wanted: string): boolean {
  return name.raw.toLowerCase().includes(wanted) || email.toLowerCase().includes(wanted);
}

export interface PersonRow {
  readonly icon: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly detail: string;
  readonly value: Person;
}

export function personRow(person: Person): PersonRow {
  const { email } = person;
  return {
    icon: 'person',
    label: memberName(person),
    description: email === undefined ? undefined : inSentence(email),
    detail: whereText(person.memberships),
    value: person,
  };
}

/** Such as "Memory lab (Admin), Vision lab (Owner), and 3 more". */
function whereText(memberships: readonly Membership[]): string {
  const named = memberships.slice(0, maxWorkspacesNamed).map((membership) => {
    const role = roleText(membership);
    const title = titleOf(membership.workspace);
    return role === ''
      ? title
      : l10n.t({
          message: '{0} ({1})',
          args: [title, role],
          comment: ['{0} is the title of a workspace, {1} the roles of a person in it, such as “Owner, Admin”.'],
        });
  });
  const others = memberships.length - named.length;
  return joinList([
    ...named,
    ...(others > 0
      ? [
          plural(
            l10n.t({
              message: '{0} more',
              comment: ['{0} is a number of workspaces. Ends a list such as “Memory lab, Vision lab, and 3 more”.'],
            }),
            others,
          ),
        ]
      : []),
  ]);
}

/** Such as "Owner, Admin". Empty if Prolific doesn't say. */
export function roleText({ member, isOwner }: Membership): string {
  return [...(isOwner ? [l10n.t('Owner')] : []), ...member.roles.map(roleName)].join(', ');
}
