import assert from 'node:assert/strict';
import { dayMs, minuteMs } from '../../../sandbox/clock';
import { studyFrom, type StudyDraft } from '../../../sandbox/studies/draft';
import { advanceStudy } from '../../../sandbox/studies/simulation';
import { countsOf, placesTaken, totalOf, type Study } from '../../../sandbox/studies/study';

describe('sandbox: studies over time', () => {
  const study = (draft: Partial<StudyDraft>): Study =>
    studyFrom({ name: 'Study', status: 'ACTIVE', minutes: 10, ...draft }, { id: 's', owner: 'ada', now: 0 });

  it('do not change if nobody takes part automatically', () => {
    const still = study({ places: 10, submissions: { APPROVED: 3 } });
    const before = structuredClone(still);
    advanceStudy(still, dayMs);
    assert.deepEqual(still, before);
  });

  it('fill one by one, with submissions that take their time and then await review', () => {
    const filling = study({ places: 10, participantEverySeconds: 60 });
    advanceStudy(filling, 5 * minuteMs);
    assert.deepEqual([countsOf(filling).ACTIVE, countsOf(filling)['AWAITING REVIEW']], [5, 0]);
    advanceStudy(filling, 13 * minuteMs);
    assert.deepEqual([countsOf(filling).ACTIVE, countsOf(filling)['AWAITING REVIEW']], [7, 3]);
    assert.equal(placesTaken(filling), 10);
  });

  it('are the same in one step and in many', () => {
    const draft = { places: 30, participantEverySeconds: 45, returnEvery: 4 };
    const [stepwise, atOnce] = [study(draft), study(draft)];
    for (let minute = 1; minute <= 90; minute += 1) {
      advanceStudy(stepwise, minute * minuteMs);
    }
    advanceStudy(atOnce, 90 * minuteMs);
    assert.deepEqual(stepwise, atOnce);
  });

  it('await review once they are full and nobody is taking part any more', () => {
    const filling = study({ places: 3, participantEverySeconds: 60 });
    advanceStudy(filling, 12 * minuteMs);
    assert.equal(filling.status, 'ACTIVE');
    advanceStudy(filling, 13 * minuteMs);
    assert.equal(filling.status, 'AWAITING REVIEW');
    assert.equal(totalOf(filling), 3);
  });

  it('are completed as soon as they are full if they approve automatically', () => {
    const approving = study({ places: 3, participantEverySeconds: 60, approvesAutomatically: true });
    advanceStudy(approving, 12 * minuteMs);
    assert.deepEqual([approving.status, countsOf(approving).APPROVED], ['ACTIVE', 2]);
    advanceStudy(approving, 13 * minuteMs);
    assert.deepEqual([approving.status, countsOf(approving).APPROVED], ['COMPLETED', 3]);
  });

  it('are completed when nobody reviews for 21 days', () => {
    const waiting = study({ places: 3, participantEverySeconds: 60 });
    advanceStudy(waiting, 21 * dayMs + 12 * minuteMs);
    assert.equal(waiting.status, 'AWAITING REVIEW');
    assert.equal(countsOf(waiting).APPROVED, 2);
    advanceStudy(waiting, 21 * dayMs + 13 * minuteMs);
    assert.equal(waiting.status, 'COMPLETED');
    assert.equal(countsOf(waiting).APPROVED, 3);
  });

  it('offer the place of a returned submission again', () => {
    const filling = study({ places: 4, participantEverySeconds: 60, returnEvery: 3 });
    advanceStudy(filling, 60 * minuteMs);
    assert.equal(countsOf(filling).RETURNED, 1);
    assert.equal(countsOf(filling)['AWAITING REVIEW'], 4);
    assert.equal(filling.status, 'AWAITING REVIEW');
  });

  it('can pause by themselves, and those who take part still finish', () => {
    const pausing = study({ places: 10, participantEverySeconds: 60, pausesAt: 4 });
    advanceStudy(pausing, 60 * minuteMs);
    assert.equal(pausing.status, 'PAUSED');
    assert.deepEqual([countsOf(pausing).ACTIVE, countsOf(pausing)['AWAITING REVIEW']], [0, 4]);
  });

  it('are published at the scheduled time, after a moment, and recruit from then on', () => {
    const scheduled = study({ status: 'SCHEDULED', publishInHours: 1, places: 5, participantEverySeconds: 60 });
    advanceStudy(scheduled, 59 * minuteMs);
    assert.equal(scheduled.status, 'SCHEDULED');
    advanceStudy(scheduled, 60 * minuteMs);
    assert.equal(scheduled.status, 'PUBLISHING');
    advanceStudy(scheduled, 61 * minuteMs);
    assert.deepEqual([scheduled.status, scheduled.publishedAt, totalOf(scheduled)], ['ACTIVE', 61 * minuteMs, 0]);
    advanceStudy(scheduled, 63 * minuteMs);
    assert.equal(totalOf(scheduled), 2);
  });

  it('continue forever without a number of places', () => {
    const endless = study({ places: null, participantEverySeconds: 60 });
    advanceStudy(endless, 100 * minuteMs);
    assert.deepEqual([totalOf(endless), endless.status], [100, 'ACTIVE']);
  });
});
