import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { Row } from '../../../src/sidebar/rows/row';
import { appearanceOf, childrenOf, workspacesRoots } from '../../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../../src/sidebar/sources';
import { balanceOf, lost, pid, projectOf, studyOf, whole, wid, workspaceOf } from '../support/apiValues';
import { elsewhere, production, unreachableAt } from '../support/session/scriptedSessions';
import { allRows, runOf, drawnRows, known, notRead, sourcesOf, failedRead } from '../support/sources';

const perceptionLab = workspaceOf('w1', { title: 'Lab', owner: 'ada', users: [{ id: 'ada', name: 'Ada' }] });
const money = balanceOf({
  currency_code: 'GBP',
  total_balance: 500,
  available_balance: 200,
  balance_breakdown: { rewards: 400, fees: 100 },
  available_balance_breakdown: { rewards: 200, vat: 1 },
});

function ids(sources: Sources): readonly string[] {
  return allRows(sources).map(({ row }) => row.id);
}

const everything = sourcesOf({
  workspaces: [perceptionLab, workspaceOf('w2', { title: 'Other' })],
  list: { complete: false, failure: lost() },
  projects: failedRead(lost(), [projectOf('p2', { title: 'Pilot 10' }), projectOf('p1', { title: 'Pilot 2' })]),
  balance: failedRead(lost(), money),
  runs: [runOf('w1', 'bo@x.org')],
  studies: failedRead(lost(), whole(studyOf('s1'), studyOf('s2', { status: 'UNPUBLISHED' }))),
});

const withStudies = (project: string) => [
  project,
  `${project}/studies/s1`,
  `${project}/drafts`,
  `${project}/drafts/s2`,
  `${project}/problem`,
];

describe('The rows of the tree', () => {
  it('are the problem, the workspaces with their children, and a note that there are more', () => {
    assert.deepEqual(ids(everything), [
      'problem',
      'workspace/w1',
      'workspace/w1/members',
      'workspace/w1/members/ada',
      'workspace/w1/invitations',
      'workspace/w1/invitations/b1/0',
      'workspace/w1/invitations/teamPage',
      'workspace/w1/projects',
      ...withStudies('workspace/w1/projects/p1'),
      ...withStudies('workspace/w1/projects/p2'),
      'workspace/w1/projectsProblem',
      'workspace/w1/balance',
      'workspace/w1/balance/rewards',
      'workspace/w1/balance/fees',
      'workspace/w1/balance/vat',
      'workspace/w1/balanceProblem',
      ...[
        'workspace/w2',
        'workspace/w2/members',
        'workspace/w2/projects',
        ...withStudies('workspace/w2/projects/p1'),
        ...withStudies('workspace/w2/projects/p2'),
        'workspace/w2/projectsProblem',
        'workspace/w2/balance',
        'workspace/w2/balance/rewards',
        'workspace/w2/balance/fees',
        'workspace/w2/balance/vat',
        'workspace/w2/balanceProblem',
      ],
      'cutShort',
    ]);
  });

  it('each know their parent', () => {
    const { drawn } = drawnRows(everything);
    const check = (above?: Row): void => {
      for (const row of drawn.children(above)) {
        assert.equal(drawn.parent(row), above, row.id);
        check(row);
      }
    };
    check();
  });

  it('can be expanded only if they have children', () => {
    for (const sources of [
      everything,
      sourcesOf({ workspaces: [perceptionLab], projects: known([]), balance: known(money) }),
    ]) {
      for (const { row } of allRows(sources)) {
        assert.equal(appearanceOf(row, sources)?.isExpandable, childrenOf(row, sources).length > 0, row.id);
      }
    }
  });

  it('have unique ids, whatever ids the server returns', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '_',
      'members',
      'projects',
      'balance',
      'problem',
      'Problem',
      'teamPage',
      'studies',
      'drafts',
      'note',
      '-',
    );
    const id = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    const someIds = fc.uniqueArray(id, { maxLength: 5 });
    fc.assert(
      fc.property(someIds, someIds, someIds, (workspaces, projects, members) => {
        const users = members.map((member) => ({ id: member }));
        const found = ids(
          sourcesOf({
            workspaces: workspaces.map((workspace) => workspaceOf(workspace, { users })),
            projects: failedRead(
              lost(),
              projects.map((project) => projectOf(project)),
            ),
            balance: failedRead(lost(), money),
            studies: failedRead(lost(), {
              items: members.map((study) => studyOf(study, { status: study.length % 2 ? 'ACTIVE' : 'UNPUBLISHED' })),
              complete: false,
            }),
            runs: workspaces.map((workspace) => runOf(workspace, ...members)),
          }),
        );
        assert.equal(new Set(found).size, found.length, found.join('\n'));
      }),
    );
  });

  it('show and count a member once who was returned twice', () => {
    const twice = workspaceOf('w1', { users: [{ id: 'bo', name: 'Bo' }, { id: 'ada' }, { id: 'bo', name: 'Bo' }] });
    const sources = sourcesOf({ workspaces: [twice] });
    const members = allRows(sources).filter(({ row }) => row.kind === 'member');
    assert.deepEqual(
      members.map(({ row }) => row.id),
      ['workspace/w1/members/ada', 'workspace/w1/members/bo'],
    );
    assert.deepEqual(
      allRows(sources)
        .slice(0, 2)
        .map(({ row }) => appearanceOf(row, sources))
        .map((look) => look?.description ?? look?.label),
      ['2 members', 'Members (2)'],
    );
  });
});

describe('Looking up a row', () => {
  const rowOf = (workspaceId: string, projectId?: string) => {
    const target = { workspaceId: wid(workspaceId), projectId: projectId === undefined ? undefined : pid(projectId) };
    return drawnRows(everything).drawn.rowOf(target);
  };

  it('finds the row of a workspace or project, if there is one', () => {
    assert.equal(rowOf('w1')?.id, 'workspace/w1');
    assert.equal(rowOf('w1', 'p2')?.id, 'workspace/w1/projects/p2');
    assert.equal(rowOf('gone'), undefined);
    assert.equal(rowOf('w1', 'gone'), undefined);
    assert.equal(rowOf('gone', 'p1'), undefined);
  });

  it('returns the row that VS Code gets, whether it is looked up before or after', () => {
    const { drawn } = drawnRows(everything);
    const row = drawn.rowOf({ workspaceId: wid('w1'), projectId: pid('p2') });
    const above = drawn.children().find(({ id }) => id === 'workspace/w1');
    const group = drawn.children(above).find(({ kind }) => kind === 'projects');
    assert.ok(row !== undefined && group !== undefined);
    assert.ok(drawn.children(group).includes(row));
    assert.equal(drawn.parent(row), group);
    assert.equal(drawn.rowOf({ workspaceId: wid('w1') }), above);
  });
});

describe('What could not be read', () => {
  const problem = (sources: Sources) => {
    const [row] = workspacesRoots(sources);
    return row?.kind === 'problem' ? appearanceOf(row, sources)?.label : undefined;
  };

  it('is shown above the workspaces, with the age of the present ones', () => {
    const failure = lost();
    assert.equal(problem(sourcesOf({ list: { failure, readAt: undefined } })), "Couldn't load workspaces");
    const shown = problem(sourcesOf({ workspaces: [perceptionLab], list: { failure } }));
    assert.match(shown ?? '', /^Not updated since Nov 21, 2026/, 'since the last reading, not since the first failure');
  });

  it('is shown while Prolific is unreachable, unless the welcome text says so', () => {
    const away = unreachableAt(production);
    assert.match(problem(sourcesOf({ session: away, workspaces: [perceptionLab] })) ?? '', /^Not updated since/);
    assert.equal(problem(sourcesOf({ session: away })), undefined);
    assert.equal(problem(sourcesOf({ session: unreachableAt(elsewhere) })), undefined);
  });

  it('replaces projects and balance, or is shown next to what was read before', () => {
    const below = (projects: Parameters<typeof sourcesOf>[0]['projects'] = notRead) => {
      const sources = sourcesOf({ workspaces: [perceptionLab], projects });
      return workspacesRoots(sources)
        .flatMap((row) => childrenOf(row, sources))
        .map(({ kind }) => kind);
    };
    assert.deepEqual(below(), ['members', 'projects', 'balance']);
    assert.deepEqual(below(failedRead(lost())), ['members', 'detailProblem', 'balance']);
    assert.deepEqual(below(failedRead(lost(), [])), ['members', 'projects', 'detailProblem', 'balance']);
  });
});
