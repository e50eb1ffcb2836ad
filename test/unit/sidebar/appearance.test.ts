import { strict as assert } from 'node:assert';
import { Redacted, type Failure } from '../../../src/api';
import type { Row } from '../../../src/sidebar/rows/row';
import { activeStudiesRoots, appearanceOf } from '../../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../../src/sidebar/sources';
import { hostileTexts } from '../../sandbox/labs/hostile';
import { balanceOf, lost, pid, projectOf, rejected, studyOf, wid, workspaceOf } from '../support/apiValues';
import { signedInAs } from '../support/session/scriptedSessions';
import { allRows, runOf, known, sourcesOf, failedRead } from '../support/sources';

const perceptionLab = workspaceOf('w1', {
  title: 'Lab',
  owner: 'ada',
  users: [{ id: 'ada', name: 'Ada', email: 'ada@x.org', roles: ['WORKSPACE_ADMIN'] }],
});
const base = { workspaces: [perceptionLab] };

function lookOf(row: Row, sources: Sources) {
  const appearance = appearanceOf(row, sources);
  assert.ok(appearance !== undefined, `${row.id} looks like nothing`);
  return appearance;
}

function look(sources: Sources, kind: Row['kind']) {
  const found = allRows(sources).find(({ row }) => row.kind === kind);
  assert.ok(found !== undefined, `there is no ${kind}`);
  return lookOf(found.row, sources);
}

describe('The projects of a workspace', () => {
  const pilot = projectOf('p1', {
    title: 'Pilot',
    description: 'First try',
    owner: 'bo',
    users: [{ id: 'bo', name: 'Bo' }],
  });

  it('say so while they are being read, and cannot be expanded', () => {
    const row = look(sourcesOf(base), 'projects');
    assert.deepEqual([row.label, row.description, row.isExpandable], ['Projects', 'loading…', false]);
    assert.equal(row.accessibleLabel, 'Projects, loading…');
  });

  it('are counted once they are read, and cannot be expanded if there are none', () => {
    const some = look(sourcesOf({ ...base, projects: known([pilot]) }), 'projects');
    assert.deepEqual([some.label, some.description, some.isExpandable], ['Projects (1)', undefined, true]);
    const none = look(sourcesOf({ ...base, projects: known([]) }), 'projects');
    assert.deepEqual([none.label, none.isExpandable], ['Projects (0)', false]);
  });

  it('each show title and kind, and the owner if it is a member', () => {
    const row = look(sourcesOf({ ...base, projects: known([pilot]) }), 'project');
    assert.deepEqual([row.label, row.description, row.contextValue], ['Pilot', 'private', 'project']);
    assert.deepEqual(row.tooltip, ['Pilot', 'First try', 'Visibility: private', 'Owner: Bo', 'ID: p1']);
    assert.equal(row.accessibleLabel, 'Pilot, project, private');
    const bare = look(
      sourcesOf({ ...base, projects: known([projectOf('p1', { title: '', owner: 'bo' })]) }),
      'project',
    );
    assert.deepEqual(bare.tooltip, ['Untitled (p1)', 'Visibility: private', 'ID: p1']);
  });

  it('show that they are public, or an unknown kind', () => {
    const kindOf = (type: string) =>
      look(sourcesOf({ ...base, projects: known([projectOf('p1', { type })]) }), 'project').description;
    assert.equal(kindOf('PUBLIC'), 'public');
    assert.equal(kindOf('SHARED'), 'SHARED');
  });

  it('show on one row alone that it is being saved', () => {
    const busy = { workspaceId: wid('w1'), projectId: pid('p1') };
    const sources = sourcesOf({ ...base, projects: known([pilot]), busy });
    const row = look(sources, 'project');
    assert.deepEqual([row.icon, row.description], ['loading~spin', 'saving… · private']);
    assert.equal(row.accessibleLabel, 'Pilot, project, saving…, private');
    assert.equal(look(sources, 'workspace').icon, 'project');
    const saved = look(sourcesOf({ ...base, busy: { workspaceId: wid('w1') } }), 'workspace');
    assert.equal(saved.accessibleLabel, 'Lab, workspace, saving…, 1 member, your role: Admin');
  });
});

describe('The balance of a workspace', () => {
  const written = (fields: Parameters<typeof balanceOf>[0]) =>
    look(sourcesOf({ ...base, balance: known(balanceOf(fields)) }), 'balance').description;

  it('shows what is available out of the total, or as much of that as Prolific reports', () => {
    assert.equal(look(sourcesOf(base), 'balance').description, 'loading…');
    const pounds = { currency_code: 'GBP' };
    const [total_balance, available_balance] = [12_500, 4_200];
    assert.equal(written({ ...pounds, total_balance, available_balance }), '£42.00 available of £125.00');
    assert.equal(written({ ...pounds, available_balance }), '£42.00 available');
    assert.equal(written({ ...pounds, total_balance }), '£125.00 total');
    assert.equal(written(pounds), 'Not available');
    assert.equal(written({ total_balance: 0, available_balance: -5 }), '-5 available of 0');
  });

  it('has parts if Prolific reports them', () => {
    const balance_breakdown = { rewards: 300, fees: 100 };
    const sources = sourcesOf({ ...base, balance: known(balanceOf({ currency_code: 'USD', balance_breakdown })) });
    assert.equal(look(sources, 'balance').isExpandable, true);
    const parts = allRows(sources).filter(({ row }) => row.kind === 'balancePart');
    assert.deepEqual(
      parts.map(({ row }) => lookOf(row, sources).accessibleLabel),
      ['Rewards, $3.00 total', 'Fees, $1.00 total'],
    );
    assert.equal(look(sourcesOf({ ...base, balance: known(balanceOf()) }), 'balance').isExpandable, false);
  });
});

describe('A row for something that could not be read', () => {
  const problem = (sources: Sources) => look(sources, 'detailProblem');

  it('says what, since when if there are older rows, and retries on a click', () => {
    const fresh = problem(sourcesOf({ ...base, projects: failedRead(lost()) }));
    assert.equal(fresh.label, "Couldn't load projects");
    assert.match(fresh.description ?? '', /Couldn't reach Prolific \(ECONNRESET\)/);
    assert.deepEqual([fresh.contextValue, fresh.onClick], ['problem', { command: 'prolific.retry' }]);
    const since = (sources: Sources) => problem(sources).label.replace(/since .*\d.*/, 'since …');
    assert.equal(since(sourcesOf({ ...base, projects: failedRead(lost(), []) })), 'Projects not updated since …');
    assert.equal(
      since(sourcesOf({ ...base, balance: failedRead(lost(), balanceOf()) })),
      'Balance not updated since …',
    );
  });

  it('names the missing right', () => {
    for (const cause of [rejected('forbidden', 403), rejected('notFound', 404)]) {
      assert.match(
        problem(sourcesOf({ ...base, projects: failedRead(cause) })).description ?? '',
        /^Only members can view/,
      );
      assert.match(problem(sourcesOf({ ...base, balance: failedRead(cause) })).description ?? '', /no wallet/);
    }
    const server = problem(sourcesOf({ ...base, balance: failedRead(rejected('server', 503)) }));
    assert.match(server.description ?? '', /having problems \(status 503\)/);
  });
});

describe('A row with a hostile text', () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`shows “${name}” as text in every kind of row`, () => {
      const kinds = new Set<string>();
      for (const sources of [hostileSources(text, undefined), hostileSources(text, 'kept')]) {
        for (const { row } of [...allRows(sources), ...allRows(sources, activeStudiesRoots)]) {
          kinds.add(row.kind);
          const { label, description = '', tooltip, accessibleLabel: spoken } = lookOf(row, sources);
          assert.notEqual(label.trim(), '', `a ${row.kind} without a name`);
          for (const shown of [label, description, ...tooltip, spoken]) {
            assert.doesNotMatch(shown, /\]\s*\(|\$\(|[\u202a-\u202e\n\r\u2028\u2029\0]/, `alive in ${row.kind}`);
            assert.ok(shown.length < 4_000, `too long in ${row.kind}`);
          }
        }
      }
      assert.equal(kinds.size, 19, [...kinds].join(', '));
    });
  }

  /** Every server text is hostile, including error messages. */
  function hostileSources(text: string, value: 'kept' | undefined): Sources {
    const words = { title: text, detail: text, fields: new Map([[text, [text]]]) };
    const cause: Failure = { ...rejected('invalid', 400), body: new Redacted(words) };
    const balance = balanceOf({ currency_code: text, total_balance: 1, balance_breakdown: { fees: 1 } });
    const project = projectOf('p1', {
      title: text,
      description: text,
      type: text,
      owner: 'm',
      users: [{ id: 'm', name: text }],
    });
    const users = [{ id: 'm', name: text, email: text, roles: [text] }];
    const fields = { name: text, internal_name: text, currency_code: text, workspace: 'w1', project: 'p1', reward: 1 };
    const studies = [studyOf('s1', { ...fields, status: text }), studyOf('s2', { ...fields, status: 'COMPLETED' })];
    return sourcesOf({
      session: signedInAs('m'),
      workspaces: [workspaceOf('w1', { title: text, description: text, owner: 'm', users })],
      list: { complete: false, failure: cause },
      projects: value === undefined ? failedRead(cause) : failedRead(cause, [project]),
      balance: value === undefined ? failedRead(cause) : failedRead(cause, balance),
      runs: [runOf('w1', `${text}@x.org`)],
      studies: failedRead(cause, { items: studies, complete: false }),
      counts: failedRead(cause),
      active: { studies: [studyOf('s3', fields)], ...(value === undefined ? { failure: cause } : {}) },
    });
  }
});
