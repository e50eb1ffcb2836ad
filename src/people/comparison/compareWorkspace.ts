import type { Work } from '../../addresses/cooperative';
import { foldAddress } from '../../addresses/fold';
import type { Member, UserId, Workspace } from '../../api';
import { sanitize } from '../../text/sanitize';
import { spreadsheetCell } from '../../text/spreadsheet';
import { memberName, rightsIn } from '../../workspaces/rights';
import { areSameRoles, invitedAs } from '../roster/roles';
import type { AddresslessRow, RosterRow, WantedRole } from '../roster/roster';
import type { EarlierInvitations } from '../../invitations/plan/earlier';
import type {
  MissingPerson,
  OtherCase,
  OtherRole,
  PendingPerson,
  IncomparableRow,
  WorkspaceComparison,
} from './comparison';

/** A row with the folded address it's compared by. */
export interface FoldedRow extends RosterRow {
  readonly mailbox: string;
}

/** What the roster says about one workspace. */
export interface Wanted {
  readonly rows: readonly FoldedRow[];
  readonly addressless: readonly AddresslessRow[];
}

export interface Compared {
  readonly comparison: WorkspaceComparison;
  readonly incomparable: readonly IncomparableRow[];
  /** Rows without an address that match, by name, members whose address Prolific doesn't show. */
  readonly matchedByName: ReadonlySet<AddresslessRow>;
}

const peopleAtOnce = 256;

/** One person on the roster, who may be in several rows. */
interface WantedPerson {
  readonly mailbox: string;
  readonly first: FoldedRow;
  readonly rows: readonly number[];
  readonly role: WantedRole | 'several';
}

/** Compares the roster's rows about a workspace with its members. */
export function* compareWorkspace(
  workspace: Workspace,
  wanted: Wanted,
  accountId: UserId | undefined,
  earlier: EarlierInvitations,
): Work<Compared> {
  const people = yield* peopleOf(wanted.rows);
  const members = membersByMailbox(workspace.members);
  const byCase = new Map([...members].map(([mailbox, member]) => [mailbox.toLowerCase(), member]));
  const missing: MissingPerson[] = [];
  const pending: PendingPerson[] = [];
  const otherRoles: OtherRole[] = [];
  const otherCases: OtherCase[] = [];
  const incomparable: IncomparableRow[] = [];
  const listed = new Set<Member>();
  for (const [index, person] of [...people.values()].entries()) {
    const { first, role } = person;
    const member = members.get(person.mailbox);
    const alike = member ?? byCase.get(person.mailbox.toLowerCase());
    const problem = problemOf(person, alike !== undefined);
    if (problem !== undefined) {
      incomparable.push(problem);
    }
    if (member !== undefined) {
      listed.add(member);
      if (problem === undefined && role !== 'several' && hasOtherRole(member, role)) {
        otherRoles.push({ member, wanted: role.kind === 'roles' ? role.roles : [], row: first.row });
      }
    } else if (alike !== undefined) {
      listed.add(alike);
      otherCases.push({ member: alike, address: first.address, row: first.row });
    } else if (problem === undefined && role !== 'several') {
      const { address, name, row } = first;
      const someone = { address, name, row, role: invitedAs(role) ?? 'WORKSPACE_COLLABORATOR' };
      const invitation = earlier.get(person.mailbox);
      if (invitation === undefined) {
        missing.push(someone);
      } else {
        pending.push({ ...someone, invitation });
      }
    }
    if (index % peopleAtOnce === 0) {
      yield;
    }
  }
  const hidden = matchByName(workspace.members, wanted.addressless);
  return {
    incomparable,
    matchedByName: hidden.rows,
    comparison: {
      workspace,
      isNotAdmin: rightsIn(workspace, accountId) === 'notAdmin',
      missing,
      pending,
      unlisted: [...members.values()].filter((member) => !listed.has(member)),
      otherRoles,
      otherCases,
      unchecked: hidden.unchecked,
      found: listed.size,
    },
  };
}

/** Combines rows with the same mailbox into one person. A row without a role agrees with any role. */
function* peopleOf(rows: readonly FoldedRow[]): Work<ReadonlyMap<string, WantedPerson>> {
  const people = new Map<string, WantedPerson>();
  for (const [index, row] of rows.entries()) {
    const { mailbox } = row;
    const known = people.get(mailbox) ?? { mailbox, first: row, rows: [], role: row.role };
    people.set(mailbox, {
      mailbox,
      first: known.first.doubt === undefined ? known.first : row,
      rows: [...known.rows, row.row],
      role: joinRoles(known.role, row.role),
    });
    if (index % peopleAtOnce === 0) {
      yield;
    }
  }
  return people;
}

function joinRoles(one: WantedPerson['role'], other: WantedRole): WantedPerson['role'] {
  if (one === 'several' || other.kind === 'any') {
    return one;
  }
  if (one.kind === 'any') {
    return other;
  }
  if (one.kind === 'unknown' || other.kind === 'unknown') {
    return one.kind === 'unknown' ? one : other;
  }
  return areSameRoles(one.roles, other.roles) ? one : 'several';
}

/** Returns why somebody can't be compared. A doubtful address is good enough if a member has it. */
function problemOf({ first, rows, role }: WantedPerson, isMember: boolean): IncomparableRow | undefined {
  const about = { rows, text: first.address };
  if (role === 'several') {
    return { ...about, why: { kind: 'severalRoles' } };
  }
  if (role.kind === 'unknown') {
    return { ...about, why: { kind: 'unknownRole', text: role.text } };
  }
  if (isMember) {
    return undefined;
  }
  if (first.doubt !== undefined) {
    return { ...about, why: { kind: 'address', reason: first.doubt } };
  }
  return role.kind === 'roles' && invitedAs(role) === undefined
    ? { ...about, why: { kind: 'notInvitable', role: role.roles[0] } }
    : undefined;
}

/** Returns whether the roles differ. False if either is unknown: even an owner may have no roles. */
function hasOtherRole({ roles }: Member, wanted: WantedRole): boolean {
  return roles.length > 0 && wanted.kind === 'roles' && !areSameRoles(roles, wanted.roles);
}

function membersByMailbox(members: readonly Member[]): ReadonlyMap<string, Member> {
  return new Map(
    members.flatMap((member) => (member.email === undefined ? [] : [[foldAddress(member.email), member]])),
  );
}

/** Matches members whose address Prolific doesn't show with rows that have a name but no address. */
function matchByName(members: readonly Member[], addressless: readonly AddresslessRow[]) {
  const free = new Map<string, AddresslessRow[]>();
  for (const row of addressless) {
    const name = nameKey(row.name ?? '');
    free.set(name, [...(free.get(name) ?? []), row]);
  }
  const rows = new Set<AddresslessRow>();
  const unchecked: Member[] = [];
  for (const member of members.filter(({ email }) => email === undefined)) {
    const row = free.get(nameKey(memberName(member)))?.shift();
    if (row === undefined) {
      unchecked.push(member);
    } else {
      rows.add(row);
    }
  }
  return { rows, unchecked };
}

function nameKey(name: string): string {
  return spreadsheetCell(sanitize(name)).trim();
}
