import { strict as assert } from 'node:assert';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { StudyStore } from '../../../../src/studies/store/studyStore';
import { activeStates } from '../../../../src/studies/studyState';
import { countsOf, lost, pid, sid, studyOf, wid, whole } from '../../support/apiValues';
import { settle } from '../../support/scriptedClient';
import { ScriptedSessions, signedInAs, type Scripted } from '../../support/session/scriptedSessions';
import type { Study } from '../../../../src/api';

const location = { workspaceId: wid('w1'), projectId: pid('p1') };
const minuteMs = 60_000;

function opened() {
  const clock = { now: 1_000_000 };
  const ada = signedInAs('ada');
  const sessions = new ScriptedSessions(ada);
  const studies = new StudyStore(new CurrentAccount(sessions), () => clock.now);
  return { clock, ada, sessions, studies };
}

/** Answers the lists of active studies, of which those in a state are given. */
async function answerActive({ client }: Scripted, inStates: Readonly<Record<string, readonly Study[]>>): Promise<void> {
  client.studyLists.open.forEach(({ about, succeed }) => succeed(whole(...(inStates[about] ?? []))));
  await settle();
}

describe('The studies of a project', () => {
  it('are read when it is opened, with counts for those that may have submissions', async () => {
    const { ada, studies } = opened();
    void studies.openProject(location);
    ada.client.projectStudies.next.succeed(
      whole(
        studyOf('s1', { number_of_submissions: 3 }),
        studyOf('s2', { status: 'COMPLETED' }),
        studyOf('s3', { status: 'UNPUBLISHED' }),
        studyOf('s4', { number_of_submissions: 0 }),
        studyOf('s5', { status: 'AWAITING REVIEW' }),
        studyOf('s6', { status: 'SCHEDULED' }),
      ),
    );
    await settle();
    assert.deepEqual(ada.client.submissionCounts.sent, ['s1', 's5']);
    ada.client.submissionCounts.next.succeed(countsOf({ 'AWAITING REVIEW': 3 }));
    await settle();
    assert.equal(studies.counts(sid('s1')).value?.awaitingReview, 3);
    assert.equal(studies.get(sid('s2'))?.workspace, 'w1', 'the list says not in which workspace, but the tree knows');
  });

  it('are not read again within a minute, and neither are their counts', async () => {
    const { ada, studies, clock } = opened();
    void studies.openProject(location);
    ada.client.projectStudies.next.succeed(whole(studyOf('s1')));
    await settle();
    ada.client.submissionCounts.next.succeed(countsOf());
    await settle();
    clock.now += minuteMs - 1;
    await studies.openProject(location);
    assert.deepEqual([ada.client.projectStudies.sent.length, ada.client.submissionCounts.sent.length], [1, 1]);
    clock.now += 1;
    void studies.openProject(location);
    assert.equal(ada.client.projectStudies.sent.length, 2);
  });

  it('are not counted if the project was closed in the meantime', async () => {
    const { ada, studies } = opened();
    void studies.openProject(location);
    studies.projects.close(location.projectId);
    ada.client.projectStudies.next.succeed(whole(studyOf('s1')));
    await settle();
    assert.deepEqual(ada.client.submissionCounts.sent, []);
  });

  it('are read again on Refresh if the project is open in a visible tree, and dropped otherwise', async () => {
    const { ada, studies } = opened();
    void studies.openProject(location);
    ada.client.projectStudies.next.succeed(whole(studyOf('s1')));
    await settle();
    ada.client.submissionCounts.next.succeed(countsOf());
    void studies.refreshProjects({ isVisible: true });
    ada.client.projectStudies.next.succeed(whole(studyOf('s1'), studyOf('s2')));
    await settle();
    assert.deepEqual(ada.client.submissionCounts.sent, ['s1', 's1', 's2']);
    await studies.refreshProjects({ isVisible: false });
    assert.equal(studies.projects.of(location.projectId).value, undefined);
    assert.equal(ada.client.projectStudies.sent.length, 2);
  });

  it('stay, along with the failure, if they could not be read again, until the user retries', async () => {
    const { ada, studies } = opened();
    void studies.openProject(location);
    ada.client.projectStudies.next.succeed(whole(studyOf('s1', { status: 'PAUSED', number_of_submissions: 0 })));
    await settle();
    void studies.refreshProjects({ isVisible: true });
    ada.client.projectStudies.next.fail(lost());
    await settle();
    const { value, failure } = studies.projects.of(location.projectId);
    assert.deepEqual([value?.items.length, failure?.kind], [1, 'network']);
    await studies.openProject(location);
    assert.equal(ada.client.projectStudies.sent.length, 2);
    void studies.retryProject(location.projectId);
    ada.client.projectStudies.next.succeed(whole());
    await settle();
    assert.equal(studies.projects.of(location.projectId).failure, undefined);
  });

  it('update a changed study in its place, even while they are being read', async () => {
    const { ada, studies } = opened();
    void studies.openProject(location);
    ada.client.projectStudies.next.succeed(whole(studyOf('s1'), studyOf('s2')));
    await settle();
    studies.put(studyOf('s1', { status: 'PAUSED', project: 'p1' }), ada);
    const statesOf = () =>
      studies.projects.of(location.projectId).value?.items.map(({ id, state }) => `${id} ${state}`);
    assert.deepEqual(statesOf(), ['s1 PAUSED', 's2 ACTIVE']);
    void studies.projects.read(location.projectId);
    studies.put(studyOf('s2', { status: 'PAUSED', project: 'p1' }), ada);
    ada.client.projectStudies.next.succeed(whole(studyOf('s1'), studyOf('s2')));
    await settle();
    assert.deepEqual(statesOf(), ['s1 ACTIVE', 's2 PAUSED']);
  });
});

describe('The active studies of all workspaces', () => {
  it('are requested by state, and shown once all have arrived', async () => {
    const { ada, studies } = opened();
    void studies.refreshActive();
    assert.deepEqual(ada.client.studyLists.sent, [...activeStates]);
    await answerActive(ada, {
      ACTIVE: [studyOf('s1', { workspace: 'w1' })],
      PAUSED: [studyOf('s2', { status: 'PAUSED', workspace: 'w1' })],
    });
    assert.deepEqual([...studies.active.list.studies.keys()], ['s1', 's2']);
    assert.deepEqual(ada.client.submissionCounts.sent, ['s1', 's2']);
    assert.deepEqual(ada.client.studies.sent, [], 'where they are is known');
  });

  it('are located once each if the list does not say where they are', async () => {
    const { ada, studies } = opened();
    void studies.refreshActive();
    await answerActive(ada, { ACTIVE: [studyOf('s1'), studyOf('s2')] });
    assert.deepEqual(ada.client.studies.sent, ['s1', 's2']);
    ada.client.studies.next.succeed(studyOf('s1', { workspace: 'w1', project: 'p1', currency_code: 'GBP' }));
    ada.client.studies.open[1]?.succeed(studyOf('s2'));
    await settle();
    void studies.refreshActive();
    await answerActive(ada, { ACTIVE: [studyOf('s1'), studyOf('s2')] });
    assert.deepEqual(ada.client.studies.sent, ['s1', 's2']);
    const { workspace, project, currency } = studies.get(sid('s1')) ?? studyOf('s1');
    assert.deepEqual([workspace, project, currency], ['w1', 'p1', 'GBP']);
  });

  it('are not read again within a minute unless the user refreshes or the last attempt failed', async () => {
    const { ada, studies, clock } = opened();
    void studies.refreshActiveIfStale();
    await answerActive(ada, {});
    clock.now += minuteMs - 1;
    await studies.refreshActiveIfStale();
    assert.equal(ada.client.studyLists.sent.length, activeStates.length);
    void studies.refreshActive();
    ada.client.studyLists.open.forEach(({ fail }) => fail(lost()));
    await settle();
    void studies.refreshActiveIfStale();
    assert.equal(ada.client.studyLists.sent.length, 3 * activeStates.length);
  });

  it('stay if one of the lists could not be read', async () => {
    const { ada, studies } = opened();
    void studies.refreshActive();
    await answerActive(ada, { ACTIVE: [studyOf('s1', { workspace: 'w1' })] });
    void studies.refreshActive();
    ada.client.studyLists.next.fail(lost());
    await answerActive(ada, { PAUSED: [studyOf('s2', { status: 'PAUSED', workspace: 'w1' })] });
    assert.deepEqual([...studies.active.list.studies.keys()], ['s1']);
    assert.equal(studies.active.list.failure?.kind, 'network');
  });

  it('share a read in progress', async () => {
    const { ada, studies } = opened();
    void studies.refreshActive();
    void studies.refreshActive();
    assert.equal(ada.client.studyLists.sent.length, activeStates.length);
    await answerActive(ada, {});
  });

  it('lose a study that is no longer active and gain one that is, even while they are being read', async () => {
    const { ada, studies } = opened();
    void studies.refreshActive();
    await answerActive(ada, { ACTIVE: [studyOf('s1', { workspace: 'w1' })] });
    studies.put(studyOf('s1', { status: 'COMPLETED' }), ada);
    studies.put(studyOf('s2', { status: 'PAUSED' }), ada);
    assert.deepEqual([...studies.active.list.studies.keys()], ['s2']);
    void studies.refreshActive();
    studies.put(studyOf('s3'), ada);
    await answerActive(ada, { ACTIVE: [studyOf('s1', { workspace: 'w1' })] });
    assert.deepEqual([...studies.active.list.studies.keys()], ['s1', 's3']);
  });

  it('add up to a number of submissions to review', async () => {
    const { ada, studies } = opened();
    void studies.refreshActive();
    await answerActive(ada, {
      ACTIVE: [studyOf('s1', { workspace: 'w1' }), studyOf('s2', { workspace: 'w1' })],
    });
    assert.equal(studies.toReview, 0);
    ada.client.submissionCounts.open.forEach(({ succeed }, index) =>
      succeed(countsOf({ 'AWAITING REVIEW': 5 + index })),
    );
    await settle();
    assert.equal(studies.toReview, 11);
  });

  it('are dropped with the account, and so are late responses', async () => {
    const { ada, studies, sessions } = opened();
    void studies.refreshActive();
    await answerActive(ada, { ACTIVE: [studyOf('s1', { workspace: 'w1' })] });
    void studies.refreshActive();
    void studies.openProject(location);
    const grace = sessions.become(signedInAs('grace'));
    await answerActive(ada, { ACTIVE: [studyOf('s1', { workspace: 'w1' })] });
    ada.client.projectStudies.next.succeed(whole(studyOf('s1')));
    ada.client.submissionCounts.next.succeed(countsOf({ 'AWAITING REVIEW': 5 }));
    studies.put(studyOf('s1'), ada);
    await settle();
    assert.deepEqual([studies.active.list.studies.size, studies.toReview, studies.get(sid('s1'))], [0, 0, undefined]);
    void studies.refreshActive();
    await answerActive(grace, { ACTIVE: [studyOf('s9', { workspace: 'w9' })] });
    assert.deepEqual([...studies.active.list.studies.keys()], ['s9']);
  });
});
