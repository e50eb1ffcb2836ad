import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { runToEnd } from '../../../src/addresses/cooperative';
import { countsOf, isEqual } from '../../../src/people/comparison/comparison';
import { membersAsCsv } from '../../../src/people/memberTable';
import { tableAsCsv } from '../../../src/text/spreadsheet';
import { workspaceOf } from '../support/apiValues';
import { admin, soundAddress, anyWorkspaces, collaborator, compared, listedWorkspace } from './people';

const hasAddress = (workspaces: readonly { readonly members: readonly { readonly email?: string | undefined }[] }[]) =>
  workspaces.some(({ members }) => members.some(({ email }) => email !== undefined));

/** Returns an id that differs for each address. */
function idOf(address: string): string {
  return Buffer.from(address).toString('hex');
}

describe('Any roster', () => {
  it('that was exported matches', () =>
    fc.assert(
      fc.property(anyWorkspaces.filter(hasAddress), (workspaces) => {
        const comparison = compared(runToEnd(membersAsCsv(workspaces)), workspaces);
        const { found, ...differences } = countsOf(comparison);
        const people = workspaces.flatMap(({ members }) => members);
        assert.equal(found, people.filter(({ email }) => email !== undefined).length);
        assert.deepEqual(new Set(Object.values(differences)), new Set([0]));
        assert.ok(isEqual(comparison));
      }),
      { numRuns: 30 },
    ));

  it('matches once everybody missing is invited as it says', () => {
    const people = fc.uniqueArray(
      fc.record({ address: soundAddress, role: fc.constantFrom('Admin', 'Collaborator'), isIn: fc.boolean() }),
      { selector: ({ address }) => address.toLowerCase(), minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(people, (wanted) => {
        const member = (email: string, role: string) => ({
          id: idOf(email),
          email,
          roles: role === 'Admin' ? admin : collaborator,
        });
        const there = wanted.filter(({ isIn }) => isIn).map(({ address, role }) => member(address, role));
        const roster = tableAsCsv([
          ['Email', 'Role', 'Workspace'],
          ...wanted.map(({ address, role }) => [address, role, 'Vision']),
        ]);
        const before = compared(roster, [listedWorkspace('v', 'Vision', ...there)]);
        const missing = before.workspaces.flatMap((workspace) => workspace.missing);
        assert.equal(missing.length, wanted.length - there.length);
        const invited = missing.map(({ address, role }) => ({ id: idOf(address), email: address, roles: [role] }));
        assert.ok(isEqual(compared(roster, [workspaceOf('v', { title: 'Vision', users: [...there, ...invited] })])));
      }),
      { numRuns: 40 },
    );
  });
});
