import { strict as assert } from 'node:assert';
import type { SubmissionCounts } from '../../../../src/api';
import { countsOf, sid } from '../../support/apiValues';
import { settle } from '../../support/scriptedClient';
import { onNotify } from '../../support/prompts/scriptedPrompts';
import { five, minute, none, watching } from './watchingWindow';

describe('News about a watched study', () => {
  it('is announced once each: that it is full, is paused, and has submissions to review', async () => {
    const { time, answer, person, finish } = await watching();
    const next = async (fields: Readonly<Record<string, unknown>>, counts?: SubmissionCounts) => {
      await time.pass(minute);
      await answer(fields, counts);
      person.finish();
    };
    await answer({});
    person.expect(onNotify('“Study s1” has 1 submission to review.'));
    await next({}, countsOf({ 'AWAITING REVIEW': 1 }));
    await next({}, five);
    person.expect(onNotify('All places of “Study s1” are taken.'), onNotify('“Study s1” is now paused.'));
    await next({ places_taken: 40, status: 'PAUSED' }, five);
    await next({ places_taken: 40, status: 'PAUSED' }, five);
    await next({ places_taken: 39 }, none);
    person.expect(onNotify('All places of “Study s1” are taken.'), onNotify(/has 5 submissions to review/));
    await next({ places_taken: 40, status: 'AWAITING REVIEW' }, five);
    finish();
  });

  it('does not include what was already true when watching began', async () => {
    const { answer, finish } = await watching();
    await answer({ places_taken: 40, status: 'PAUSED' }, five);
    finish();
  });

  it('does not include a pause by the user', async () => {
    const { changes, answer, reads, finish } = await watching();
    await answer({});
    await changes.inTurn({ studyId: sid('s1') }, () => Promise.resolve());
    await settle();
    assert.equal(reads(), 2, 'it is read at once after a change');
    await answer({ status: 'PAUSED' });
    finish();
  });

  it('includes a pause by itself, even if the user changed another study', async () => {
    const { time, changes, answer, person, reads, finish } = await watching();
    await answer({});
    await changes.inTurn({ studyId: sid('s2') }, () => Promise.resolve());
    assert.equal(reads(), 1);
    await time.pass(minute);
    person.expect(onNotify('“Study s1” is now paused.', 'Stop Watching'));
    await answer({ status: 'PAUSED' });
    finish();
  });

  it('offers to stop watching', async () => {
    const { time, answer, person, watch, reads, state } = await watching();
    await answer({});
    await time.pass(minute);
    person.expect(onNotify(/to review/, 'Stop Watching'));
    await answer({}, five);
    assert.equal(watch.view, undefined);
    await time.pass(60 * minute);
    assert.equal(reads(), 2);
    assert.equal(state.get('prolific.watchedStudy'), undefined);
  });
});
