import { strict as assert } from 'node:assert';
import { countsOf, isEqual, type Comparison } from '../../../src/people/comparison/comparison';
import { adaMember, admin, collaborator, compared, listedWorkspace, sentTo } from './people';

const bo = { id: 'bo', name: 'Bo', email: 'bo@x.org', roles: collaborator };
const vision = listedWorkspace('v1', 'Vision', adaMember, bo);
const memory = listedWorkspace('m1', 'Memory', adaMember);

function missingOf({ workspaces }: Comparison): readonly string[] {
  return workspaces.flatMap(({ workspace, missing }) =>
    missing.map(({ address, role }) => `${workspace.title.raw}: ${address} as ${role}`),
  );
}

const reasons = ({ incomparable }: Comparison) =>
  incomparable.map(({ rows, why }) => `${rows.join(' and ')}: ${why.kind}`);

describe('Comparing with a roster', () => {
  it('finds who is missing, who is not on it, and whose role differs, workspace by workspace', () => {
    const roster = [
      'Email,Role,Workspace',
      'ada@x.org,Admin,Vision',
      'cy@x.org,Collaborator,Vision',
      'ada@x.org,Collaborator,Memory',
      'di@x.org,Administrator,Memory',
    ].join('\n');
    const comparison = compared(roster, [vision, memory]);
    assert.deepEqual(missingOf(comparison), [
      'Vision: cy@x.org as WORKSPACE_COLLABORATOR',
      'Memory: di@x.org as WORKSPACE_ADMIN',
    ]);
    const [first, second] = comparison.workspaces;
    assert.deepEqual(
      first?.unlisted.map(({ id }) => id),
      ['bo'],
    );
    assert.deepEqual(
      second?.otherRoles.map(({ member, wanted }) => [member.id, wanted]),
      [['ada', collaborator]],
    );
    assert.ok(!isEqual(comparison));
  });

  it('compares roles only where they are known: an owner without roles is not demoted', () => {
    const workspace = listedWorkspace('v1', 'Vision', { ...adaMember, roles: [] });
    assert.ok(isEqual(compared('Email,Role,Workspace\nada@x.org,Admin,Vision', [workspace])));
    assert.ok(
      isEqual(compared('Email,Role,Workspace\nada@x.org,,v1\nbo@x.org,,v1', [vision])),
      'nor where the roster says none',
    );
  });

  it('reads titles and roles in other languages, and untitled columns by their contents', () => {
    const german = 'E-Mail;Rolle;Arbeitsbereich\nada@x.org;Administrator;Vision\nbo@x.org;Mitarbeiterin;Vision';
    assert.ok(isEqual(compared(german, [vision])));
    const bare = 'ada@x.org,Vision,admin\nbo@x.org,Vision,collaborator';
    assert.ok(isEqual(compared(bare, [vision])));
  });

  it('reports addresses that differ only in letter case, as neither missing nor unlisted', () => {
    const { workspaces } = compared('Email,Workspace\nAda@x.org,Vision\nbo@X.ORG,Vision', [vision]);
    assert.deepEqual(
      workspaces.map(({ otherCases }) => otherCases.map(({ address, member }) => [address, member.email])),
      [[['Ada@x.org', 'ada@x.org']]],
    );
    assert.deepEqual(
      workspaces.map(({ missing, unlisted }) => [missing.length, unlisted.length]),
      [[0, 0]],
    );
  });

  it('compares a roster without workspaces with each chosen workspace', () => {
    const scope = { kind: 'chosen', workspaces: [vision, memory] } as const;
    const comparison = compared('Email\nada@x.org\nbo@x.org', [vision, memory], { scope });
    assert.deepEqual(missingOf(comparison), ['Memory: bo@x.org as WORKSPACE_COLLABORATOR']);
  });

  it('compares only the workspace it was called on', () => {
    const roster = 'Email,Workspace\nada@x.org,Vision\nbo@x.org,Vision\ncy@x.org,Memory\ncy@x.org,Gone';
    const comparison = compared(roster, [vision, memory], { scope: { kind: 'onlyNamed', workspace: vision } });
    assert.ok(isEqual(comparison));
  });

  it('assigns no role to a person in two rows with different roles', () => {
    const roster = 'Email,Role,Workspace\ncy@x.org,Admin,Memory\ncy@x.org,Collaborator,Memory\nada@x.org,Admin,Memory';
    const comparison = compared(roster, [memory]);
    assert.deepEqual(reasons(comparison), ['2 and 3: severalRoles']);
    assert.deepEqual(missingOf(comparison), []);
    const again = 'Email,Role,Workspace\ncy@x.org,Admin,Memory\ncy@x.org,,Memory\nada@x.org,Admin,Memory';
    assert.deepEqual(missingOf(compared(again, [memory])), ['Memory: cy@x.org as WORKSPACE_ADMIN']);
  });

  it('guesses no workspace if several have the title, none has it, or it may be among those not loaded', () => {
    const twin = listedWorkspace('v2', 'Vision');
    const roster = 'Email,Workspace\ncy@x.org,Vision\ncy@x.org,Gone\ncy@x.org,\ncy@x.org,v2';
    const comparison = compared(roster, [vision, twin]);
    assert.deepEqual(
      comparison.unmatched.map(({ name, why }) => [name.title, why]),
      [
        ['Vision', 'ambiguous'],
        ['Gone', 'notFound'],
      ],
    );
    assert.deepEqual(reasons(comparison), ['4: noWorkspace']);
    assert.deepEqual(
      comparison.workspaces.map(({ workspace }) => workspace.id),
      ['v2'],
    );
    const part = compared(roster, [vision], { isWhole: false });
    assert.deepEqual([...new Set(part.unmatched.map(({ why }) => why))], ['notRead']);
    assert.deepEqual(part.workspaces, []);
  });

  it('invites nobody based on an unknown role, a doubtful address, or no address', () => {
    const roster =
      'Name,Email,Role,Workspace\nCy,cy@x.org,Chef,Memory\nDi,nobody,Admin,Memory\nEd,,Admin,Memory\nAda,ada@x.org,Admin,Memory';
    const comparison = compared(roster, [memory]);
    assert.deepEqual(reasons(comparison), ['2: unknownRole', '3: address', '4: address']);
    assert.deepEqual(missingOf(comparison), []);
  });

  it('knows roles that members have but nobody can be invited as', () => {
    const editor = { id: 'cy', email: 'cy@x.org', roles: ['PROJECT_EDITOR'] };
    const roster = 'Email,Role,Workspace\ncy@x.org,Project editor,Memory\ndi@x.org,Project editor,Memory';
    const comparison = compared(roster, [listedWorkspace('m1', 'Memory', editor)]);
    assert.deepEqual(reasons(comparison), ['3: notInvitable']);
    assert.deepEqual(countsOf(comparison).otherRoles, 0);
  });

  it('compares 20,000 rows', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `person${index}@x.org,Vision`);
    const { workspaces, incomparable } = compared(['Email,Workspace', ...rows].join('\n'), [vision]);
    assert.deepEqual(
      [workspaces[0]?.missing.length, workspaces[0]?.unlisted.length, incomparable.length],
      [20_000, 2, 0],
    );
  }).timeout(20_000);

  it('says only that members with a hidden address could not be checked', () => {
    const hidden = { id: 'ed', name: 'Ed', roles: collaborator };
    const workspace = listedWorkspace('m1', 'Memory', adaMember, hidden);
    const { unchecked, unlisted } = countsOf(compared('Email,Workspace\nada@x.org,Memory', [workspace]));
    assert.deepEqual([unchecked, unlisted], [1, 0]);
    assert.ok(
      isEqual(compared('Name,Email,Workspace\nAda,ada@x.org,Memory\nEd,,Memory', [workspace])),
      'found by name',
    );
  });

  it('separates people invited from this computer who have not accepted yet from the missing', () => {
    const sent = [sentTo('m1', 'cy@x.org', 'invited'), sentTo('m1', 'di@x.org', 'rejected'), sentTo('v1', 'ed@x.org')];
    const roster = 'Email,Workspace\nada@x.org,Memory\ncy@X.ORG,Memory\ndi@x.org,Memory\ned@x.org,Memory';
    const comparison = compared(roster, [vision, memory], { sent });
    assert.deepEqual(
      comparison.workspaces.flatMap(({ pending }) =>
        pending.map(({ address, invitation }) => [address, invitation.certainty]),
      ),
      [['cy@X.ORG', 'invited']],
    );
    assert.deepEqual(missingOf(comparison), [
      'Memory: di@x.org as WORKSPACE_COLLABORATOR',
      'Memory: ed@x.org as WORKSPACE_COLLABORATOR',
    ]);
    assert.ok(!isEqual(compared('Email,Workspace\nada@x.org,Memory\ncy@x.org,Memory', [memory], { sent })));
  });

  it('reports workspaces where the account is not an admin and nobody can be invited', () => {
    const theirs = listedWorkspace('v1', 'Vision', { ...adaMember, roles: collaborator }, { ...bo, roles: admin });
    const ours = { ...theirs, owner: undefined };
    const [{ isNotAdmin } = { isNotAdmin: false }] = compared('Email,Workspace\ncy@x.org,Vision', [ours]).workspaces;
    assert.ok(isNotAdmin);
  });
});
