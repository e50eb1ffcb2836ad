import { strict as assert } from 'node:assert';
import { lost, rejected, studyOf } from '../../support/apiValues';
import { settle } from '../../support/scriptedClient';
import { onNotify } from '../../support/prompts/scriptedPrompts';
import { elsewhere, signedInAs } from '../../support/session/scriptedSessions';
import { five, memory, minute, none, numbers, opened, watching } from './watchingWindow';

describe('Watching a study', () => {
  it('shows its places and what there is to review', async () => {
    const { answer, look, finish } = await watching();
    assert.equal(look()?.text, '32/40', 'as far as that is known already');
    await answer({}, five);
    const { icon, text, tooltip, accessibleLabel } = look() ?? assert.fail();
    assert.deepEqual([icon, text], ['play-circle', '32/40 · 5 to review']);
    assert.match(tooltip, /^Study s1\nActive\n32 of 40 places\n5 to review\nUpdated: .+$/);
    assert.equal(accessibleLabel, 'Watched study Study s1: Active, 32 of 40 places, 5 to review');
    finish();
  });

  it('shows what is known if Prolific calculates the places', async () => {
    const { client, look } = await watching();
    client.studies.next.succeed(studyOf('s1', { places_taken: 212 }));
    await settle();
    client.submissionCounts.next.succeed(none);
    await settle();
    assert.equal(look()?.text, '212 places taken');
  });

  it('reads it once a minute, with one count', async () => {
    const { time, reads, answer, client, look } = await watching();
    await answer({});
    for (let read = 2; read <= 4; read += 1) {
      await time.pass(minute - 1);
      assert.equal(reads(), read - 1);
      await time.pass(1);
      assert.equal(reads(), read);
      await answer({ places_taken: 30 + read });
      assert.equal(look()?.text, `${30 + read}/40`);
    }
    assert.equal(client.submissionCounts.sent.length, 4);
    assert.equal(client.studyLists.sent.length + client.projectStudies.sent.length, 0, 'nothing else is polled');
  });

  it('reads nothing while the window has no focus, and reads at once when it regains focus after a minute', async () => {
    const { time, reads, answer, setFocus } = await watching();
    await answer({});
    await setFocus(false);
    await time.pass(30 * minute);
    assert.equal(reads(), 1);
    await setFocus(true);
    assert.equal(reads(), 2);
    await answer({});
    await setFocus(false);
    await setFocus(true);
    assert.equal(reads(), 2, 'not sooner than after a minute, however often the focus comes and goes');
    await time.pass(minute);
    assert.equal(reads(), 3);
  });

  it('reads once even if the focus comes and goes during a read', async () => {
    const { reads, setFocus } = await watching();
    await setFocus(false);
    await setFocus(true);
    assert.equal(reads(), 1);
  });

  it('reads less and less often while reads fail, says so, and returns to once a minute after that', async () => {
    const { time, reads, answer, fail, look } = await watching();
    await answer({});
    await time.pass(minute);
    for (const pause of [2, 4, 8, 15, 15]) {
      await fail(lost());
      const before = reads();
      await time.pass(pause * minute - 1);
      assert.equal(reads(), before, `after ${pause} minutes`);
      await time.pass(1);
      assert.equal(reads(), before + 1);
    }
    assert.deepEqual([look()?.icon, look()?.text], ['warning', '32/40'], 'what was read stays');
    assert.match(look()?.tooltip ?? '', /Couldn't update: Couldn't reach Prolific/);
    await answer({});
    assert.equal(look()?.icon, 'play-circle');
    const before = reads();
    await time.pass(minute);
    assert.equal(reads(), before + 1);
  });

  it('waits as long as Prolific asks', async () => {
    const { time, reads, fail } = await watching();
    await fail({ ...rejected('rateLimited', 429), retryAfterMs: 10 * minute });
    await time.pass(10 * minute - 1);
    assert.equal(reads(), 1);
    await time.pass(1);
    assert.equal(reads(), 2);
  });

  it('says so if submissions cannot be counted, and keeps the previous number', async () => {
    const { time, client, answer, look } = await watching();
    await answer({}, five);
    await time.pass(minute);
    client.studies.next.succeed(studyOf('s1', numbers));
    await settle();
    client.submissionCounts.next.fail(rejected('server', 503));
    await settle();
    assert.deepEqual([look()?.icon, look()?.text], ['warning', '32/40 · 5 to review']);
  });

  it('survives the computer’s clock being set back', async () => {
    const { time, timeOfDay, reads, answer } = await watching();
    await answer({});
    timeOfDay.aheadMs -= 60 * minute;
    await time.pass(minute);
    assert.equal(reads(), 2);
  });
});

describe('Watching ends', () => {
  it('when the study is completed, which is announced', async () => {
    const { time, answer, person, watch, reads, finish } = await watching();
    await answer({});
    await time.pass(minute);
    person.expect(onNotify("“Study s1” is completed, so it's no longer watched."));
    await answer({ status: 'COMPLETED' });
    assert.equal(watch.view, undefined);
    await time.pass(60 * minute);
    assert.equal(reads(), 2);
    finish();
  });

  it('when it no longer exists, which is announced', async () => {
    const { time, answer, fail, person, watch, finish } = await watching();
    await answer({});
    await time.pass(minute);
    person.expect(onNotify(/^“Study s1” no longer exists, or this account doesn't have access/));
    await fail(rejected('notFound', 404));
    assert.equal(watch.view, undefined);
    finish();
  });

  it('when another study is watched instead', async () => {
    const { watch, session, client } = await watching();
    await watch.start(session, studyOf('s2'));
    client.studies.next.succeed(studyOf('s1'));
    await settle();
    assert.deepEqual([client.studies.sent, watch.view?.id], [['s1', 's2'], 's2']);
  });

  it('when the window closes', async () => {
    const { time, watch, answer, reads } = await watching();
    await answer({});
    watch.dispose();
    await time.pass(60 * minute);
    assert.equal(reads(), 1);
  });
});

describe('The watched study', () => {
  it('is kept across a restart, as ids only, and what was true before is not announced', async () => {
    const before = await watching();
    await before.answer({}, five);
    before.watch.dispose();
    assert.deepEqual(
      [...before.state.values.values()],
      [{ origin: 'https://api.prolific.com', account: 'ada', study: 's1' }],
    );
    const { look, answer, finish } = opened({ state: before.state });
    assert.deepEqual([look()?.icon, look()?.text], ['eye', '…']);
    await answer({ places_taken: 40 }, five);
    assert.equal(look()?.text, '40/40 · 5 to review');
    finish();
  });

  it('is separate for each account and API origin, and returns with its own', async () => {
    const before = await watching();
    before.watch.dispose();
    for (const other of [signedInAs('grace'), signedInAs('ada', elsewhere)]) {
      const { watch, reads } = opened({ state: before.state, session: other });
      assert.equal(watch.view, undefined);
      assert.equal(reads(), 0);
    }
    const { sessions, watch } = opened({ state: before.state, session: signedInAs('grace') });
    const ada = sessions.become(signedInAs('ada'));
    assert.equal(watch.view?.id, 's1');
    assert.deepEqual(ada.client.studies.sent, ['s1']);
    sessions.become({ kind: 'signedOut' });
    assert.equal(watch.view, undefined);
  });

  it('is dropped if what VS Code kept is unreadable', () => {
    for (const value of [
      null,
      's1',
      { study: 's1' },
      { origin: 'https://api.prolific.com', account: 'ada', study: 1 },
    ]) {
      const state = memory();
      state.values.set('prolific.watchedStudy', value);
      assert.equal(opened({ state }).watch.view, undefined);
    }
  });
});
