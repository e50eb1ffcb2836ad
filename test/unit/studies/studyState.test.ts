import { strict as assert } from 'node:assert';
import { earliestApproval, groupOf, isActive, mayHaveSubmissions, optionsOf } from '../../../src/studies/studyState';
import { countsOf, studyOf } from '../support/apiValues';

describe('The state of a study', () => {
  const states = [
    ['ACTIVE', 'current', ['PAUSE', 'STOP', 'ADD_PLACES']],
    ['PAUSED', 'current', ['START', 'STOP', 'ADD_PLACES']],
    ['AWAITING REVIEW', 'current', ['ADD_PLACES']],
    ['SCHEDULED', 'current', []],
    ['PUBLISHING', 'current', []],
    ['COMPLETED', 'completed', ['ADD_PLACES']],
    ['UNPUBLISHED', 'drafts', []],
    ['PROCESSING', 'current', []],
  ] as const;

  for (const [status, group, options] of states) {
    it(`${status}: is grouped with ${group}, and allows ${options.join(', ') || 'nothing'}`, () => {
      const study = studyOf('s1', { status, total_available_places: 20 });
      assert.equal(groupOf(study), group);
      assert.deepEqual(optionsOf(study), options);
    });
  }

  it('doesn’t allow more places if Prolific calculates them', () => {
    assert.deepEqual(optionsOf(studyOf('s1', { status: 'ACTIVE', total_available_places: null })), ['PAUSE', 'STOP']);
  });

  it('is active if the study recruits, is about to, or has submissions to review', () => {
    const active = states.filter(([status]) => isActive(studyOf('s1', { status }))).map(([status]) => status);
    assert.deepEqual(active, ['ACTIVE', 'PAUSED', 'AWAITING REVIEW', 'SCHEDULED', 'PUBLISHING']);
  });

  it('says whether submissions are worth counting', () => {
    const counted = states
      .filter(([status]) => mayHaveSubmissions(studyOf('s1', { status })))
      .map(([status]) => status);
    assert.deepEqual(counted, ['ACTIVE', 'PAUSED', 'AWAITING REVIEW']);
    assert.equal(mayHaveSubmissions(studyOf('s1', { status: 'ACTIVE', number_of_submissions: 0 })), false);
    assert.equal(mayHaveSubmissions(studyOf('s1', { status: 'ACTIVE', number_of_submissions: 3 })), true);
  });
});

describe('When submissions nobody reviews are approved', () => {
  const published = studyOf('s1', { published_at: '2026-05-01T12:00:00Z' });

  it('is 21 days after the study was published at the earliest', () => {
    const earliest = earliestApproval(published, countsOf({ 'AWAITING REVIEW': 1 }));
    assert.equal(earliest?.toISOString(), '2026-05-22T12:00:00.000Z');
  });

  it('is unknown if nothing is waiting or Prolific doesn’t say', () => {
    assert.equal(earliestApproval(published, countsOf()), undefined);
    assert.equal(earliestApproval(published, undefined), undefined);
    assert.equal(earliestApproval(studyOf('s1'), countsOf({ 'AWAITING REVIEW': 1 })), undefined);
  });
});
