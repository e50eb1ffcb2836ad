import { strict as assert } from 'node:assert';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { WorkspaceDetails } from '../../../../src/workspaces/store/workspaceDetails';
import { balanceOf, lost, pid, projectOf, wid, whole } from '../../support/apiValues';
import { settle } from '../../support/scriptedClient';
import { ScriptedSessions, signedInAs, unreachableAt, production } from '../../support/session/scriptedSessions';

const id = wid('w1');
const other = wid('w2');

function opened() {
  const ada = signedInAs('ada');
  const sessions = new ScriptedSessions(ada);
  const clock = { now: 1_000_000 };
  const details = new WorkspaceDetails(new CurrentAccount(sessions), () => clock.now);
  const { projectLists, balances } = ada.client;
  const asked = () => projectLists.sent.length + balances.sent.length;
  const answerAll = async (title = 'Pilot') => {
    projectLists.open.forEach((question) => question.succeed(whole(projectOf('p1', { title }))));
    balances.open.forEach((question) => question.succeed(balanceOf({ available_balance: 5 })));
    await settle();
  };
  const titles = () => details.projects(id).value?.map(({ title }) => title.raw);
  return { ada, sessions, clock, details, projectLists, balances, asked, answerAll, titles };
}

describe('Projects and balance of a workspace', () => {
  it('are requested when it is opened, with one request each', async () => {
    const { details, projectLists, balances, answerAll, titles } = opened();
    details.open(id);
    assert.deepEqual([projectLists.sent, balances.sent], [[id], [id]]);
    await answerAll();
    assert.deepEqual(titles(), ['Pilot']);
    assert.equal(details.balance(id).value?.available, 5);
    details.open(id);
    assert.equal(projectLists.sent.length, 1);
  });

  it('arrive separately: neither waits for the other or fails with it', async () => {
    const { details, projectLists, balances } = opened();
    const told: string[] = [];
    details.onDidChange((changed) => told.push(changed));
    details.open(id);
    balances.next.fail(lost());
    await settle();
    assert.deepEqual(told, [id]);
    assert.deepEqual(details.balance(id).failure, lost());
    assert.equal(details.projects(id).failure, undefined);
    projectLists.next.succeed(whole());
    await settle();
    assert.deepEqual(details.projects(id).value, []);
  });

  it('are read again on Retry only if they failed', async () => {
    const { details, projectLists, balances, asked } = opened();
    details.open(id);
    projectLists.next.succeed(whole());
    balances.next.fail(lost());
    await settle();
    const retried = details.retry(id);
    assert.deepEqual([projectLists.sent.length, balances.sent.length], [1, 2]);
    balances.next.succeed(balanceOf());
    await retried;
    assert.equal(details.balance(id).failure, undefined);
    await details.retry(id);
    assert.equal(asked(), 3, 'nothing has failed any more');
  });
});

describe('Refreshing the details', () => {
  it('reloads what is open, and drops the rest', async () => {
    const { details, projectLists, balances, answerAll } = opened();
    details.open(id);
    details.open(other);
    await answerAll();
    details.close(other);
    const refreshed = details.refresh({ isVisible: true });
    assert.deepEqual(
      [projectLists.sent, balances.sent],
      [
        [id, other, id],
        [id, other, id],
      ],
    );
    assert.equal(details.projects(other).value, undefined);
    assert.notEqual(details.projects(id).value, undefined, 'rows stay meanwhile');
    await answerAll('Renamed');
    await refreshed;
    assert.deepEqual(details.projects(id).value, [projectOf('p1', { title: 'Renamed' })]);
  });

  it('reads nothing for a tree that nobody sees', async () => {
    const { details, asked, answerAll } = opened();
    details.open(id);
    await answerAll();
    await details.refresh({ isVisible: false });
    assert.equal(asked(), 2);
    assert.equal(details.projects(id).value, undefined);
    details.open(id);
    assert.equal(asked(), 4);
  });

  it('is one read for ten clicks', async () => {
    const { details, asked, answerAll } = opened();
    details.open(id);
    await answerAll();
    const clicks = Array.from({ length: 10 }, () => details.refresh({ isVisible: true }));
    assert.equal(asked(), 4);
    await answerAll();
    await Promise.all(clicks);
  });
});

describe('The projects, for a command', () => {
  it('are read if they are unknown, and returned as soon as they are known', async () => {
    const { details, asked, answerAll } = opened();
    const reading = details.whenProjectsRead(id);
    await answerAll();
    assert.equal((await reading).value?.length, 1);
    await details.whenProjectsRead(id);
    assert.equal(asked(), 1);
  });

  it('are read again if they could not be read before', async () => {
    const { details, projectLists, answerAll } = opened();
    const failing = details.whenProjectsRead(id);
    projectLists.next.fail(lost());
    assert.deepEqual((await failing).failure, lost());
    const reading = details.whenProjectsRead(id);
    await answerAll();
    assert.equal((await reading).value?.length, 1);
  });

  it('are read again, however recent, if they have to be current', async () => {
    const { details, projectLists, answerAll } = opened();
    details.open(id);
    await answerAll();
    const reading = details.readProjects(id);
    assert.equal(projectLists.sent.length, 2);
    await answerAll('Renamed');
    assert.equal((await reading).value?.[0]?.title.raw, 'Renamed');
  });
});

describe('One project as read from the server', () => {
  it('replaces what was known about it, or is added to the others', async () => {
    const { ada, details, answerAll } = opened();
    details.open(id);
    await answerAll();
    details.putProject(id, projectOf('p1', { title: 'Renamed' }), ada);
    details.putProject(id, projectOf('p2'), ada);
    assert.deepEqual(
      details.projects(id).value?.map((project) => [project.id, project.title.raw]),
      [
        [pid('p1'), 'Renamed'],
        [pid('p2'), 'Project p2'],
      ],
    );
  });

  it('is not accepted from a session that has ended', async () => {
    const { ada, sessions, details, answerAll, titles } = opened();
    details.open(id);
    await answerAll();
    sessions.become(signedInAs('ada'));
    details.putProject(id, projectOf('p1', { title: 'Late' }), ada);
    assert.deepEqual(titles(), ['Pilot']);
  });
});

describe('The details and the session', () => {
  it('are dropped with the account, and so are its responses', async () => {
    const { sessions, details, answerAll, titles } = opened();
    details.open(id);
    const grace = sessions.become(signedInAs('grace'));
    await answerAll('of ada');
    assert.equal(titles(), undefined);
    details.open(id);
    grace.client.projectLists.next.succeed(whole(projectOf('p1', { title: 'of grace' })));
    await settle();
    assert.deepEqual(titles(), ['of grace']);
    sessions.become({ kind: 'signedOut' });
    assert.equal(titles(), undefined);
    assert.equal(details.balance(id).value, undefined);
  });

  it('survive a network outage, and the same account signing in again', async () => {
    const { sessions, details, answerAll, titles } = opened();
    details.open(id);
    await answerAll();
    for (const session of [{ kind: 'verifying' }, unreachableAt(production), signedInAs('ada')] as const) {
      sessions.become(session);
      assert.deepEqual(titles(), ['Pilot']);
    }
  });

  it('are dropped with a workspace that is gone, and no longer requested', async () => {
    const { details, asked, answerAll, titles } = opened();
    details.open(id);
    details.open(other);
    await answerAll();
    details.keepOnly(new Set([other]));
    assert.equal(titles(), undefined);
    const refreshed = details.refresh({ isVisible: true });
    assert.equal(asked(), 6, 'the one that is left');
    await answerAll();
    await refreshed;
  });
});
