import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { readAddresses } from '../../../src/addresses/addresses';
import { runToEnd } from '../../../src/addresses/cooperative';
import { readForm } from '../../../src/addresses/source';
import type { UserId, Workspace } from '../../../src/api';
import type { Outcome } from '../../../src/invitations/ledger/person';
import { type InvitedPerson, runOfRecords } from '../../../src/invitations/ledger/run';
import { earlierByWorkspace } from '../../../src/invitations/plan/earlier';
import { compare, type Scope } from '../../../src/people/comparison/compare';
import type { Comparison } from '../../../src/people/comparison/comparison';
import { KnownWorkspaces } from '../../../src/people/comparison/knownWorkspaces';
import { type ColumnGuess, guessColumns } from '../../../src/people/roster/columns';
import { readRoster, rosterOfPeople } from '../../../src/people/roster/readRoster';
import type { Roster } from '../../../src/people/roster/roster';
import { rosterTable } from '../../../src/people/roster/rosterTable';
import { storedPeople } from '../support/storedPeople';
import { accountOf, workspaceOf } from '../support/apiValues';

export const ada: UserId = accountOf('ada').id;

export interface MemberOf {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly roles?: readonly string[];
}

export const admin = ['WORKSPACE_ADMIN'];
export const collaborator = ['WORKSPACE_COLLABORATOR'];

export function listedWorkspace(id: string, title: string, ...users: readonly MemberOf[]): Workspace {
  return workspaceOf(id, { title, owner: 'ada', users });
}

export const adaMember: MemberOf = { id: 'ada', name: 'Ada', email: 'ada@x.org', roles: admin };

/** Reads a roster as the command does if it has no questions. */
export function rosterOf(text: string, workspaces: readonly Workspace[] = []): Roster {
  const known = new KnownWorkspaces(workspaces, true, ada);
  const form = runToEnd(readForm(text));
  if (form.kind === 'people') {
    return rosterOfPeople('roster.csv', form.reading.entries);
  }
  const table = rosterTable(form.table);
  const { address, role, workspaceTitle, workspaceId, names } = guessColumns(table, (cell) => known.names(cell));
  const addressColumn = plain(address);
  assert.ok(addressColumn !== undefined, 'no column of addresses');
  const columns = {
    address: addressColumn,
    role: plain(role),
    workspaceTitle: plain(workspaceTitle),
    workspaceId: plain(workspaceId),
    name: names[0],
  };
  const inUse = new Set(workspaces.flatMap(({ members }) => members.flatMap(({ roles }) => roles)));
  return runToEnd(readRoster('roster.csv', table, columns, inUse));
}

function plain(guess: ColumnGuess): number | undefined {
  assert.notEqual(guess.kind, 'several', 'a column would have to be asked for');
  return guess.kind === 'found' ? guess.index : undefined;
}

/** Somebody in the ledger. */
export function sentTo(workspaceId: string, address: string, outcome: Outcome = 'invited'): InvitedPerson {
  const run = runOfRecords([storedPeople({ run: address, workspaceId, people: [{ address, outcome }] })]);
  const [entry] = run?.people ?? [];
  assert.ok(run !== undefined && entry !== undefined);
  return { run, ...entry };
}

export interface Reality {
  readonly scope?: Scope;
  readonly isWhole?: boolean;
  /** What the ledger has. */
  readonly sent?: readonly InvitedPerson[];
}

export function compared(
  text: string,
  workspaces: readonly Workspace[],
  { scope = { kind: 'named' }, isWhole = true, sent = [] }: Reality = {},
): Comparison {
  const known = new KnownWorkspaces(workspaces, isWhole, ada);
  return runToEnd(
    compare(rosterOf(text, workspaces), scope, known, { earlier: earlierByWorkspace(sent), isWhole: true }),
  );
}

const local = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,12}[A-Za-z0-9]$/).filter((text) => !text.includes('..'));
const domain = fc.constantFrom('x.org', 'lab.example.edu', 'Uni-Graz.at', 'münchen.de');
export const anyAddress = fc.tuple(local, domain).map(([name, host]) => `${name}@${host}`);
/** One that nobody takes for cut or masked. */
export const soundAddress = anyAddress.filter((address) =>
  readAddresses(address).every(({ kind }) => kind === 'valid'),
);
/** Names and titles are whatever people type. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '-',
    '+41',
    'Doe, Jane',
    'a;b',
    '"',
    'jane@x.org',
    'Workspace',
    "'",
    '\u202eevil',
    'a\nb',
    '',
  ),
);
const anyRoles = fc.constantFrom(
  admin,
  collaborator,
  [],
  [...admin, ...collaborator],
  ['PROJECT_EDITOR'],
  ['Überrolle; x'],
);

/** Workspaces with members who each have another mailbox within it, some without one that is shown. */
export const anyWorkspaces: fc.Arbitrary<readonly Workspace[]> = fc
  .array(
    fc.record({
      title: anyText,
      members: fc.uniqueArray(
        fc.record({ email: fc.option(anyAddress, { freq: 5, nil: undefined }), name: anyText, roles: anyRoles }),
        { selector: ({ email, name }) => (email ?? `name ${name}`).toLowerCase(), maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((workspaces) =>
    workspaces.map(({ title, members }, index) =>
      listedWorkspace(
        `64b0f00d${index}`,
        title,
        ...members.map(({ email, ...member }, position) => ({
          id: `user${index}-${position}`,
          ...member,
          ...(email === undefined ? {} : { email }),
        })),
      ),
    ),
  );
