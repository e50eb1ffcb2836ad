import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { asItIsNow, childrenOf, parentOf, rowOf } from '../../../src/sidebar/children';
import { appearanceOf } from '../../../src/sidebar/nodeAppearance';
import type { Sources } from '../../../src/sidebar/nodes';
import { balanceOf, lost, pid, projectOf, wid, workspaceOf } from '../support/made';
import { elsewhere, production, unreachableAt } from '../support/scriptedSessions';
import { allNodes, allRows, batchOf, known, notRead, readAt, sourcesOf, unread } from '../support/sources';

const lab = workspaceOf('w1', { title: 'Lab', owner: 'ada', users: [{ id: 'ada', name: 'Ada' }] });
const money = balanceOf({
  currency_code: 'GBP',
  total_balance: 500,
  available_balance: 200,
  balance_breakdown: { rewards: 400, fees: 100 },
  available_balance_breakdown: { rewards: 200, vat: 1 },
});

function ids(sources: Sources): readonly string[] {
  return allNodes(sources).map(({ id }) => id);
}

const everything = sourcesOf({
  workspaces: [lab, workspaceOf('w2', { title: 'Other' })],
  list: { complete: false, failure: { cause: lost(), since: readAt } },
  projects: unread(lost(), [projectOf('p2', { title: 'Pilot 10' }), projectOf('p1', { title: 'Pilot 2' })]),
  balance: unread(lost(), money),
  batches: [batchOf('w1', 'bo@x.org')],
});

describe('The rows of the tree', () => {
  it('are the problem, the workspaces with what is below them, and that there are more', () => {
    assert.deepEqual(ids(everything), [
      'problem',
      'workspace/w1',
      'workspace/w1/members',
      'workspace/w1/members/ada',
      'workspace/w1/invitations',
      'workspace/w1/invitations/b1/0',
      'workspace/w1/invitations/teamPage',
      'workspace/w1/projects',
      'workspace/w1/projects/p1',
      'workspace/w1/projects/p2',
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
        'workspace/w2/projects/p1',
        'workspace/w2/projects/p2',
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

  it('know the row above them, each of them', () => {
    for (const { node, above } of allRows(everything)) {
      assert.equal(parentOf(node, everything)?.id, above?.id, node.id);
    }
  });

  it('can be opened where something is below them, and only there', () => {
    for (const sources of [everything, sourcesOf({ workspaces: [lab], projects: known([]), balance: known(money) })]) {
      for (const node of allNodes(sources)) {
        assert.equal(appearanceOf(node).isExpandable, childrenOf(node, sources).length > 0, node.id);
      }
    }
  });

  it('have ids of their own, whatever ids the server gives', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '/',
      'members',
      'projects',
      'balance',
      'problem',
      'Problem',
      'teamPage',
      '%',
    );
    const id = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    const someIds = fc.uniqueArray(id, { maxLength: 5 });
    fc.assert(
      fc.property(someIds, someIds, someIds, (workspaces, projects, members) => {
        const users = members.map((member) => ({ id: member }));
        const found = ids(
          sourcesOf({
            workspaces: workspaces.map((workspace) => workspaceOf(workspace, { users })),
            projects: unread(
              lost(),
              projects.map((project) => projectOf(project)),
            ),
            balance: unread(lost(), money),
            batches: workspaces.map((workspace) => batchOf(workspace, ...members)),
          }),
        );
        assert.equal(new Set(found).size, found.length, found.join('\n'));
      }),
    );
  });

  it('show a member once who came twice, and count so', () => {
    const twice = workspaceOf('w1', { users: [{ id: 'bo', name: 'Bo' }, { id: 'ada' }, { id: 'bo', name: 'Bo' }] });
    const sources = sourcesOf({ workspaces: [twice] });
    const members = allNodes(sources).filter(({ kind }) => kind === 'member');
    assert.deepEqual(
      members.map(({ id }) => id),
      ['workspace/w1/members/ada', 'workspace/w1/members/bo'],
    );
    assert.deepEqual(
      allNodes(sources)
        .slice(0, 2)
        .map((node) => appearanceOf(node).description ?? appearanceOf(node).label),
      ['2 members', 'Members (2)'],
    );
  });
});

describe('A row that is looked for', () => {
  it('is that of a workspace or project, where there is one', () => {
    const row = (workspaceId: string, projectId?: string) =>
      rowOf(
        { workspaceId: wid(workspaceId), ...(projectId === undefined ? {} : { projectId: pid(projectId) }) },
        everything,
      )?.id;
    assert.equal(row('w1'), 'workspace/w1');
    assert.equal(row('w1', 'p2'), 'workspace/w1/projects/p2');
    assert.equal(row('gone'), undefined);
    assert.equal(row('w1', 'gone'), undefined);
    assert.equal(row('gone', 'p1'), undefined);
  });

  it('has no row above it once its workspace is gone', () => {
    const member = allNodes(everything).find(({ kind }) => kind === 'member');
    assert.ok(member !== undefined);
    assert.equal(parentOf(member, sourcesOf({})), undefined);
  });

  it('is seen as it is now, where VS Code holds an older one', () => {
    const [row] = childrenOf(undefined, sourcesOf({ workspaces: [lab] }));
    assert.ok(row !== undefined);
    const renamed = sourcesOf({
      workspaces: [workspaceOf('w1', { title: 'Renamed' })],
      busy: { workspaceId: wid('w1') },
    });
    const now = appearanceOf(asItIsNow(row, renamed));
    assert.equal(now.label, 'Renamed');
    assert.match(now.description ?? '', /^saving…/);
    assert.equal(asItIsNow(row, sourcesOf({})), row, 'of one that is gone nothing newer is known');
  });
});

describe('What could not be read', () => {
  const root = (sources: Sources) => childrenOf(undefined, sources);

  it('is told above the workspaces, and since when they are not up to date', () => {
    const failure = { cause: lost(), since: readAt };
    const [first] = root(sourcesOf({ list: { failure, readAt: undefined } }));
    assert.deepEqual(first, { kind: 'problem', id: 'problem', cause: lost(), since: undefined });
    const [later] = root(sourcesOf({ workspaces: [lab], list: { failure } }));
    assert.deepEqual(later, { kind: 'problem', id: 'problem', cause: lost(), since: readAt });
  });

  it('is told while Prolific is out of reach, unless the welcome text says it', () => {
    const away = unreachableAt(production);
    assert.deepEqual(root(sourcesOf({ session: away, workspaces: [lab] }))[0], {
      kind: 'problem',
      id: 'problem',
      cause: lost(),
      since: readAt,
    });
    assert.deepEqual(root(sourcesOf({ session: away })), []);
    assert.deepEqual(root(sourcesOf({ session: unreachableAt(elsewhere) })), []);
  });

  it('takes the place of projects and balance, or stands beside what was read before', () => {
    const below = (projects: Parameters<typeof sourcesOf>[0]['projects'] = notRead) => {
      const sources = sourcesOf({ workspaces: [lab], projects });
      return childrenOf(root(sources)[0], sources).map(({ kind }) => kind);
    };
    assert.deepEqual(below(), ['members', 'projects', 'balance']);
    assert.deepEqual(below(unread(lost())), ['members', 'detailProblem', 'balance']);
    assert.deepEqual(below(unread(lost(), [])), ['members', 'projects', 'detailProblem', 'balance']);
  });
});
