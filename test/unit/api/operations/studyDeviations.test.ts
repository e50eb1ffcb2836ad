import assert from 'node:assert/strict';
import * as v from 'valibot';
import { studyDeviations } from '../../../sandbox/contract/deviations';
import { respondWith } from '../../../sandbox/faults';
import { largeLab } from '../../../sandbox/labs/large';
import { projectId, type ProjectId } from '../../../../src/api/schema/project';
import { ApiBench, rejectionOf, shown, valueOf } from '../support';

describe('api: where the service is known to differ from its file about studies', () => {
  const bench = new ApiBench();
  const covered = new Set<string>();

  /** An example of a deviation listed in test/sandbox/contract/deviations/studies.ts. */
  function example(id: string, title: string, run: () => Promise<void>): void {
    covered.add(id);
    it(`${id}: ${title}`, run);
  }

  /** A project with many studies. */
  function archive(studies: number): ProjectId {
    bench.sandbox.reset(largeLab(1, { studies }));
    const project = bench.sandbox.state.workspaces[0]?.projects.find(({ title }) => title === 'Archive');
    return v.parse(projectId, project?.id);
  }

  const queriesAsked = () => bench.sandbox.requests.map(({ path }) => path.replace(/^.*\?/, ''));

  example('studies-query', 'pages are asked for by number, of 200 at most', async () => {
    const project = archive(250);
    assert.equal(valueOf(await bench.client.getProjectStudies(project)).items.length, 250);
    assert.deepEqual(queriesAsked(), [
      'ordering=-date_created&page=1&page_size=200',
      'ordering=-date_created&page=2&page_size=200',
    ]);
  });

  example('studies-query', 'smaller pages than asked for are all read, each once', async () => {
    const project = archive(110);
    Object.assign(bench.sandbox.behavior, { maxPageSize: 20 });
    assert.equal(valueOf(await bench.client.getProjectStudies(project)).items.length, 110);
    assert.equal(bench.sandbox.requests.length, 6);
  });

  for (const stateFilter of ['obeyed', 'ignored'] as const) {
    example('studies-state', `only what is in that state is listed where the filter is ${stateFilter}`, async () => {
      bench.sandbox.behavior.stateFilter = stateFilter;
      const { items } = valueOf(await bench.client.getStudies('AWAITING REVIEW'));
      assert.deepEqual(
        items.map(({ internalName, state }) => [internalName?.raw, state]),
        [['SLEEP-pilot', 'AWAITING REVIEW']],
      );
    });
  }

  for (const [links, meta] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    const envelope = `${links ? 'with' : 'without'} _links, ${meta ? 'with' : 'without'} meta`;
    example('studies-envelope', `a list whose pages are short in the middle is read whole ${envelope}`, async () => {
      const project = archive(90);
      const { studies } = bench.sandbox.state;
      [3, 17, 55].forEach((number) => {
        bench.sandbox.behavior.droppedStudies.add(studies.all[number]?.study.id ?? '');
      });
      Object.assign(bench.sandbox.behavior, { links, meta, maxPageSize: 20 });
      const { items, complete } = valueOf(await bench.client.getProjectStudies(project));
      assert.deepEqual([items.length, complete], [87, true]);
    });
  }

  example('study-fields', 'a study tells its places, cost, currency, dates, workspace and project', async () => {
    const study = valueOf(await bench.client.getStudy(bench.studyId()));
    assert.deepEqual([study.places, study.placesTaken, study.currency, study.rewardPerHour], [40, 32, 'GBP', 900]);
    assert.deepEqual([study.workspace, study.project], [bench.workspaceId(), bench.projectId()]);
    assert.equal(study.publishedAt?.toISOString(), '2026-05-04T04:12:00.000Z');
  });

  for (const studyLocation of ['omitted', 'present'] as const) {
    example('study-short-fields', `a list may say where its studies are: ${studyLocation}`, async () => {
      bench.sandbox.behavior.studyLocation = studyLocation;
      const [active] = valueOf(await bench.client.getStudies('SCHEDULED')).items;
      assert.equal(active?.workspace !== undefined, studyLocation === 'present');
      const [ofProject] = valueOf(await bench.client.getProjectStudies(bench.projectId())).items;
      assert.equal(ofProject?.project, bench.projectId(), 'the project that was asked for is known');
    });
  }

  for (const places of [undefined, null, 12.5]) {
    example('study-required', `a study may have any number of places, or none: ${shown(places)}`, async () => {
      bench.sandbox.fault({}, respondWith({ id: 's', total_available_places: places, reward: 62.5 }));
      const study = valueOf(await bench.client.getStudy(bench.studyId()));
      assert.deepEqual([study.places, study.reward], [places ?? undefined, 62.5]);
    });
  }

  for (const [status, state] of [
    ['AWAITING REVIEW', 'AWAITING REVIEW'],
    ['awaiting_review', 'AWAITING REVIEW'],
    ['PROCESSING', 'PROCESSING'],
    [null, ''],
    [undefined, ''],
    [7, ''],
  ] as const) {
    example('study-status', `${shown(status)} is read as “${state}”`, async () => {
      bench.sandbox.fault({}, respondWith({ id: 's', status }));
      assert.equal(valueOf(await bench.client.getStudy(bench.studyId())).state, state);
    });
  }

  for (const errorShape of ['A', 'B'] as const) {
    example('study-errors', `a permission that is missing is told in shape ${errorShape}`, async () => {
      Object.assign(bench.sandbox.behavior, { errorShape });
      bench.sandbox.behavior.gatedOperations.add('get-study-cost');
      const { kind, body } = rejectionOf(await bench.client.getStudyCost(bench.studyId()));
      assert.equal(kind, 'notFound');
      assert.equal(body.reveal().detail, 'You do not currently have permission to access to this feature.');
    });
  }

  for (const [wrongStateStatus, kind] of [
    [400, 'invalid'],
    [409, 'conflict'],
  ] as const) {
    example('study-transition-refused', `an action that the state forbids is refused with ${kind}`, async () => {
      bench.sandbox.behavior.wrongStateStatus = wrongStateStatus;
      const rejection = rejectionOf(await bench.client.transitionStudy(bench.studyId(), 'START'));
      assert.deepEqual([rejection.kind, rejection.effect], [kind, 'none']);
    });
  }

  for (const [statusAfterStop, state] of [
    ['by-review', 'AWAITING REVIEW'],
    ['COMPLETED', 'COMPLETED'],
  ] as const) {
    example('study-after-stop', `what became of a stopped study is read: ${state}`, async () => {
      bench.sandbox.behavior.statusAfterStop = statusAfterStop;
      valueOf(await bench.client.transitionStudy(bench.studyId(), 'STOP'));
      assert.equal(valueOf(await bench.client.getStudy(bench.studyId())).state, state);
    });
  }

  example('places-taken', 'a rejected submission frees its place', async () => {
    const id = bench.studyId();
    const before = valueOf(await bench.client.getStudy(id));
    bench.sandbox.state.studies.reject(id, 2);
    assert.equal(valueOf(await bench.client.getStudy(id)).placesTaken, (before.placesTaken ?? 0) - 2);
    assert.equal(valueOf(await bench.client.countStudySubmissionsByStatus(id)).rejected, 2);
  });

  it('each known deviation has an example here', () => {
    assert.deepEqual([...covered].sort(), studyDeviations.map(({ id }) => id).sort());
  });
});
