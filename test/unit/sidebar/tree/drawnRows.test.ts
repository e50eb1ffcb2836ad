import { strict as assert } from 'node:assert';
import { inspect } from 'node:util';
import { ScriptedClient } from '../../support/scriptedClient';
import type { Sources } from '../../../../src/sidebar/sources';
import { balanceOf, lost, pid, projectOf, rejected, studyOf, wid, workspaceOf } from '../../support/apiValues';
import { signedInAs } from '../../support/session/scriptedSessions';
import { allRows, runOf, drawnRows, known, sourcesOf, failedRead } from '../../support/sources';
import { Mirror } from './mirror';

const users = [{ id: 'ada', name: 'Ada Whitfield', email: 'ada@x.org', roles: ['WORKSPACE_ADMIN'] }];

/** Three workspaces that were read again: every object is a new one. */
function labs(...titles: readonly string[]) {
  return titles.map((title, index) => workspaceOf(`w${index}`, { title, users }));
}

function seenBy(first: Sources) {
  const { now, drawn, handedOut } = drawnRows(first);
  const mirror = new Mirror(drawn);
  const become = (sources: Sources) => {
    now.sources = sources;
    return mirror.update();
  };
  const labels = () => mirror.seen().map(([, look]) => look?.label);
  return { drawn, handedOut, mirror, become, labels };
}

describe('What VS Code has to redraw', () => {
  const projects = (...titles: readonly string[]) =>
    known(titles.map((title, index) => projectOf(`p${index}`, { title })));
  const before = () =>
    sourcesOf({
      workspaces: labs('Alpha', 'Beta', 'Gamma'),
      projects: projects('Pilot'),
      balance: known(balanceOf({ available_balance: 5 })),
      runs: [runOf('w1', 'bo@x.org')],
    });

  it('stays pending for a row with different children until VS Code asks for them', () => {
    const { now, drawn } = drawnRows(before());
    const [workspace] = drawn.children();
    const row = drawn.children(workspace).find(({ kind }) => kind === 'projects');
    assert.ok(row !== undefined);
    drawn.children(row);
    now.sources = { ...before(), details: sourcesOf({ projects: projects('Pilot', 'Second') }).details };
    assert.deepEqual(drawn.takeChanges(), [row]);
    assert.ok(drawn.isUnanswered(row));
    drawn.children(row);
    assert.ok(!drawn.isUnanswered(row));
  });

  it('is nothing after a refresh that changes nothing', () => {
    const { become } = seenBy(before());
    assert.deepEqual(become(before()), []);
  });

  it('is the row of a renamed workspace if it keeps its place', () => {
    const { become, labels } = seenBy(before());
    assert.deepEqual(
      become({ ...before(), list: { ...sourcesOf({ workspaces: labs('Alpha', 'Bet', 'Gamma') }).list } }),
      ['workspace/w1'],
    );
    assert.ok(labels().includes('Bet'));
  });

  it('is everything, once, if workspaces come, go, or change their order', () => {
    for (const titles of [
      ['Alpha', 'Beta', 'Gamma', 'Delta'],
      ['Alpha', 'Beta'],
      ['Zeta', 'Beta', 'Gamma'],
    ]) {
      const { become, mirror } = seenBy(before());
      const after = { ...before(), list: sourcesOf({ workspaces: labs(...titles) }).list };
      assert.deepEqual(become(after), ['root']);
      assert.deepEqual(mirror.update(), []);
    }
  });

  it('is the row of a group, not its workspace, if it gets a child', () => {
    const { become } = seenBy(before());
    const after = {
      ...before(),
      details: sourcesOf({ projects: projects('Pilot', 'Main'), balance: known(balanceOf({ available_balance: 5 })) })
        .details,
    };
    assert.deepEqual(
      become(after),
      ['w0', 'w1', 'w2'].map((id) => `workspace/${id}/projects`),
    );
  });

  it('is the one row that is being saved', () => {
    const { become } = seenBy(before());
    const busy = { workspaceId: wid('w1'), projectId: pid('p0') };
    assert.deepEqual(become({ ...before(), changes: sourcesOf({ busy }).changes }), ['workspace/w1/projects/p0']);
    assert.deepEqual(become(before()), ['workspace/w1/projects/p0']);
  });

  it('is a workspace if it gets another group', () => {
    const { become } = seenBy(before());
    const runs = [runOf('w1', 'bo@x.org'), { ...runOf('w2', 'cy@x.org'), id: 'b2' }];
    assert.deepEqual(become({ ...before(), ledger: sourcesOf({ runs }).ledger }), ['workspace/w2']);
  });

  it('is searched for in one workspace if only that one changed', () => {
    const { now, drawn } = drawnRows(before());
    new Mirror(drawn);
    now.sources = { ...before(), list: sourcesOf({ workspaces: labs('Alph', 'Bet', 'Gamma') }).list };
    assert.deepEqual(
      drawn.takeChanges(wid('w1')).map((row) => row?.id),
      ['workspace/w1'],
    );
    assert.deepEqual(
      drawn.takeChanges().map((row) => row?.id),
      ['workspace/w0'],
    );
  });

  it('is nothing that VS Code has not requested yet', () => {
    const { now, drawn } = drawnRows(before());
    assert.deepEqual(drawn.takeChanges(), []);
    drawn.children().forEach((row) => drawn.appearance(row));
    now.sources = { ...before(), details: sourcesOf({ projects: projects('Other') }).details };
    assert.deepEqual(drawn.takeChanges(), [], 'nothing below a workspace was drawn');
  });

  it('keeps each row the object that VS Code knows it by', () => {
    const { mirror, become } = seenBy(before());
    const rows = new Map(mirror.seen().map(([row]) => [row.id, row]));
    become({ ...before(), list: sourcesOf({ workspaces: labs('Alpha', 'Bet', 'Gamma', 'Delta') }).list });
    assert.ok(mirror.seen().length > rows.size);
    for (const [row] of mirror.seen()) {
      assert.ok(!rows.has(row.id) || rows.get(row.id) === row, row.id);
    }
  });
});

describe('A row in the hands of another extension', () => {
  const secrets = ['Hush', 'hush@x.org', 'https://app.prolific.com'];
  const project = projectOf('p1', { title: 'Hush', description: 'Hush', owner: 'ada', users });
  const balance = balanceOf({ currency_code: 'GBP', available_balance: 5, balance_breakdown: { fees: 1 } });
  const failure = rejected('server', 503);
  const study = studyOf('s1', { name: 'Hush', internal_name: 'Hush', currency_code: 'GBP' });
  const states: readonly Sources[] = [
    sourcesOf({ session: signedInAs('ada') }),
    sourcesOf({
      session: signedInAs('ada'),
      workspaces: [
        workspaceOf('w1', {
          title: 'Hush',
          description: 'Hush',
          owner: 'ada',
          users: [{ id: 'ada', name: 'Hush', email: 'hush@x.org' }],
        }),
      ],
      list: { complete: false, failure },
      projects: known([project]),
      balance: known(balance),
      runs: [runOf('w1', 'hush@x.org')],
      studies: failedRead(failure, { items: [study, studyOf('s2', { status: 'COMPLETED' })], complete: false }),
    }),
    sourcesOf({
      workspaces: [workspaceOf('w1', { title: 'Hush' })],
      projects: failedRead(lost(), [project]),
      balance: failedRead(lost(), balance),
    }),
  ];

  it('is ids and nothing else, in every state: no session, client, link, address, or server text', () => {
    const kinds = new Set<string>();
    for (const sources of states) {
      const { mirror } = seenBy(sources);
      assert.equal(mirror.seen().length, allRows(sources).length);
      for (const [row] of mirror.seen()) {
        kinds.add(row.kind);
        assert.equal(Object.getPrototypeOf(row), Object.prototype);
        for (const [key, value] of Object.entries(row)) {
          assert.match(key, /^(kind|id|workspaceId|projectId|studyId|group|memberId|runId|position|part|detail)$/);
          assert.ok(typeof value === 'string' || typeof value === 'number', `${key} of ${row.id}`);
        }
        const shown = inspect(row, { depth: Infinity, showHidden: true, getters: true });
        assert.ok(!secrets.some((secret) => shown.includes(secret)), shown);
        assert.ok(!shown.includes(ScriptedClient.name), shown);
      }
    }
    assert.equal(kinds.size, 17, [...kinds].join(', '));
  });

  it('is frozen, and is recognized as ours while a copy isn’t', () => {
    const { mirror, handedOut } = seenBy(states[1] ?? sourcesOf({}));
    for (const [row] of mirror.seen()) {
      assert.ok(Object.isFrozen(row), row.id);
      assert.ok(handedOut.has(row));
      assert.ok(!handedOut.has({ ...row }));
    }
  });
});
