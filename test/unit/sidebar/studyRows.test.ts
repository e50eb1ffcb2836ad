import { strict as assert } from 'node:assert';
import type { Row } from '../../../src/sidebar/rows/row';
import { activeStudiesRoots, appearanceOf } from '../../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../../src/sidebar/sources';
import { balanceOf, countsOf, lost, projectOf, rejected, sid, studyOf, whole, workspaceOf } from '../support/apiValues';
import { allRows, drawnRows, known, notRead, sourcesOf, failedRead } from '../support/sources';
import { Mirror } from './tree/mirror';

const base = {
  workspaces: [workspaceOf('w1', { title: 'Lab' })],
  projects: known([projectOf('p1', { title: 'Pilot' })]),
  balance: known(balanceOf({ currency_code: 'GBP' })),
};

const faces = studyOf('s1', {
  name: 'How do you remember a face?',
  internal_name: 'FACES-2',
  total_available_places: 40,
  places_taken: 32,
  reward: 62.5,
  estimated_completion_time: 5,
  total_cost: 3_500,
  date_created: '2026-05-01T09:00:00Z',
  published_at: '2026-05-03T09:00:00Z',
});

function look(sources: Sources, kind: Row['kind'], roots?: typeof activeStudiesRoots) {
  const found = allRows(sources, roots).find(({ row }) => row.kind === kind);
  const appearance = found && appearanceOf(found.row, sources);
  assert.ok(appearance !== undefined, `there is no ${kind}`);
  return appearance;
}

const below = (sources: Sources) =>
  allRows(sources)
    .filter(({ above }) => above?.kind === 'project' || above?.kind === 'studyGroup')
    .map(({ row }) => appearanceOf(row, sources)?.label);

describe('The studies below a project', () => {
  it('are the active, paused, scheduled, and awaiting-review ones, then drafts and completed ones, collapsed', () => {
    const studies = known(
      whole(
        studyOf('s1', { name: 'done', status: 'COMPLETED' }),
        studyOf('s2', { name: 'paused', status: 'PAUSED' }),
        studyOf('s3', { name: 'runs' }),
        studyOf('s4', { name: 'draft', status: 'UNPUBLISHED' }),
        studyOf('s5', { name: 'full', status: 'AWAITING REVIEW' }),
        studyOf('s6', { name: 'strange', status: 'PROCESSING' }),
      ),
    );
    assert.deepEqual(below(sourcesOf({ ...base, studies })), [
      'runs',
      'paused',
      'full',
      'strange',
      'Drafts (1)',
      'draft',
      'Completed (1)',
      'done',
    ]);
  });

  it('say so before they are read, if there are none, and if there are more', () => {
    assert.deepEqual(below(sourcesOf({ ...base, studies: notRead })), ['Loading studies…']);
    assert.deepEqual(below(sourcesOf({ ...base, studies: known(whole()) })), ['No studies in this project yet']);
    const cut = known({ items: [faces], complete: false });
    assert.deepEqual(below(sourcesOf({ ...base, studies: cut })), ['FACES-2', 'Only 1 study is shown']);
  });

  it('say what went wrong and retry, next to what was read before', () => {
    const fresh = sourcesOf({ ...base, studies: failedRead(rejected('notFound', 404)) });
    assert.deepEqual(below(fresh), ["Couldn't load studies"]);
    assert.match(look(fresh, 'studiesProblem').description ?? '', /can't view the studies/);
    const old = sourcesOf({ ...base, studies: failedRead(lost(), whole(faces)) });
    assert.equal(below(old)[0], 'FACES-2');
    assert.match(below(old)[1] ?? '', /^Studies not updated since/);
    assert.deepEqual(look(old, 'studiesProblem').onClick, { command: 'prolific.retry' });
  });
});

describe('The row of a study', () => {
  const sources = (fields: Parameters<typeof sourcesOf>[0] = {}) =>
    sourcesOf({
      ...base,
      studies: known(whole(faces)),
      counts: known(countsOf({ 'AWAITING REVIEW': 5, ACTIVE: 3 })),
      ...fields,
    });

  it('shows name, state, places, and submissions to review', () => {
    const { label, description, accessibleLabel, icon, contextValue } = look(sources(), 'study');
    assert.deepEqual([label, description], ['FACES-2', 'Active · 32 of 40 places · 5 to review']);
    assert.equal(accessibleLabel, 'FACES-2, study, Active, 32 of 40 places, 5 to review');
    assert.deepEqual([icon, contextValue], ['play-circle', 'study;watch;pause;stop;addPlaces']);
  });

  it('shows everything else in its tooltip, including fractions of pence', () => {
    const tooltip = look(sources(), 'study').tooltip.map((line) => line.replace(/\d+, \d{4}, .*?M/, '…'));
    assert.deepEqual(tooltip, [
      'FACES-2',
      'Public name: How do you remember a face?',
      'Active',
      '32 of 40 places',
      '5 to review',
      'In progress: 3',
      'Approved: 0',
      'Unreviewed submissions are approved after 21 days (for this study, not before May …)',
      'Reward: £0.625',
      'Reward per hour: £7.50',
      'Time: 5 minutes',
      'Cost including fees: £35.00',
      'Created: May …',
      'Published: May …',
      'ID: s1',
    ]);
  });

  it('alone shows that it is being changed', () => {
    const { description, icon } = look(sources({ busy: { studyId: sid('s1') } }), 'study');
    assert.deepEqual([description, icon], ['saving… · 32 of 40 places · 5 to review', 'loading~spin']);
  });

  it('says when a scheduled study starts, and omits what is unknown', () => {
    const scheduled = studyOf('s1', { status: 'SCHEDULED', publish_at: '2026-05-09T09:00:00Z' });
    const { tooltip } = look(sources({ studies: known(whole(scheduled)), counts: notRead }), 'study');
    assert.deepEqual(
      tooltip.map((line) => line.replace(/:? May.*/, '')),
      ['Study s1', 'Scheduled', 'Starts', 'ID: s1'],
    );
  });

  it('says why submissions could not be counted', () => {
    const { tooltip } = look(sources({ counts: failedRead(rejected('server', 503)) }), 'study');
    assert.ok(tooltip.some((line) => line.startsWith("Couldn't count submissions: Prolific is having problems")));
  });
});

describe('The rows of Active Studies', () => {
  const active = { studies: [studyOf('s2', { status: 'PAUSED', workspace: 'w9' }), faces] };

  it('say where a study is, as far as it is known', () => {
    const located = studyOf('s1', { workspace: 'w1', project: 'p1' });
    const description = (fields: Parameters<typeof sourcesOf>[0]) =>
      look(sourcesOf({ ...base, active: { studies: [located] }, ...fields }), 'activeStudy', activeStudiesRoots)
        .description;
    assert.equal(description({}), 'Active · Lab, Pilot');
    assert.equal(description({ projects: notRead }), 'Active · Lab');
    assert.equal(description({ workspaces: [] }), 'Active');
  });

  it('are in one list, active ones first', () => {
    const sources = sourcesOf({ ...base, active });
    assert.deepEqual(
      activeStudiesRoots(sources).map(({ id }) => id),
      ['activeStudy/s1', 'activeStudy/s2'],
    );
  });

  it('say what went wrong, and that there are more', () => {
    const failed = sourcesOf({ ...base, active: { ...active, failure: lost() } });
    assert.match(look(failed, 'activeNote', activeStudiesRoots).label, /^Studies not updated since/);
    const cut = sourcesOf({ ...base, active: { ...active, complete: false } });
    assert.equal(look(cut, 'activeNote', activeStudiesRoots).label, 'Only 2 studies are shown');
  });
});

describe('What VS Code has to redraw for studies', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => studyOf(`s${index}`, { name: `Study ${index}` }));
  const before = sourcesOf({ ...base, studies: known(whole(...many)) });

  it('is one row if one study of two thousand changed', () => {
    const { now, drawn } = drawnRows(before);
    const mirror = new Mirror(drawn);
    const changed = many.map((study) => (study.id === 's7' ? { ...study, placesTaken: 3 } : study));
    now.sources = sourcesOf({ ...base, studies: known(whole(...changed)) });
    assert.deepEqual(mirror.update(), ['workspace/w1/projects/p1/studies/s7']);
  });

  it('is one row if its submissions were counted', () => {
    const { now, drawn } = drawnRows(before);
    const mirror = new Mirror(drawn);
    const counts = known(countsOf({ 'AWAITING REVIEW': 2 }));
    now.sources = { ...before, studies: { ...before.studies, counts: (id) => (id === 's9' ? counts : notRead) } };
    assert.deepEqual(mirror.update(), ['workspace/w1/projects/p1/studies/s9']);
  });

  it('is the project if a study moves to another group', () => {
    const { now, drawn } = drawnRows(sourcesOf({ ...base, studies: known(whole(faces)) }));
    const mirror = new Mirror(drawn);
    now.sources = sourcesOf({ ...base, studies: known(whole({ ...faces, state: 'COMPLETED' })) });
    assert.deepEqual(mirror.update(), ['workspace/w1/projects/p1']);
  });
});
