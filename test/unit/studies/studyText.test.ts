import { strict as assert } from 'node:assert';
import { placesText, reviewText, sortByName, sortCurrent, stateText, studyName } from '../../../src/studies/studyText';
import { countsOf, studyOf } from '../support/apiValues';

describe('A study in words', () => {
  it('uses the internal name, else the public name, else the end of its id', () => {
    assert.equal(studyName(studyOf('s1', { internal_name: 'FACES-2', name: 'Faces' })), 'FACES-2');
    assert.equal(studyName(studyOf('s1', { internal_name: ' ', name: 'Faces' })), 'Faces');
    assert.equal(studyName(studyOf('s1', { internal_name: '\u200b', name: 'Faces' })), 'Faces');
    assert.equal(studyName(studyOf('66aa06000000000000000001', { name: '' })), 'Untitled (…000001)');
  });

  it('shows its state, an unknown one as received', () => {
    assert.equal(stateText(studyOf('s1', { status: 'AWAITING REVIEW' })), 'Awaiting review');
    assert.equal(stateText(studyOf('s1', { status: 'UNPUBLISHED' })), 'Draft');
    assert.equal(stateText(studyOf('s1', { status: 'PROCESSING' })), 'PROCESSING');
    assert.equal(stateText(studyOf('s1', { status: null })), 'Unknown state');
  });

  for (const [fields, text] of [
    [{ total_available_places: 40, places_taken: 32 }, '32 of 40 places'],
    [{ total_available_places: 1, places_taken: 0 }, '0 of 1 place'],
    [{ total_available_places: 12_000, places_taken: 1_500 }, '1,500 of 12,000 places'],
    [{ total_available_places: 40 }, '40 places'],
    [{ total_available_places: null, places_taken: 212 }, '212 places taken'],
    [{ total_available_places: null, places_taken: 1 }, '1 place taken'],
    [{}, undefined],
    [{ status: 'UNPUBLISHED', total_available_places: 40, places_taken: 0 }, '40 places'],
    [{ status: 'UNPUBLISHED', places_taken: 0 }, undefined],
    [{ status: 'SCHEDULED', total_available_places: 1, places_taken: 0 }, '1 place'],
  ] as const) {
    it(`describes its places as ${text ?? 'nothing'}, given ${JSON.stringify(fields)}`, () => {
      assert.equal(placesText(studyOf('s1', fields)), text);
    });
  }

  it('says how many submissions are waiting, if any', () => {
    assert.equal(reviewText(countsOf({ 'AWAITING REVIEW': 5 })), '5 to review');
    assert.equal(reviewText(countsOf({ APPROVED: 5 })), undefined);
    assert.equal(reviewText(undefined), undefined);
  });
});

describe('The order of studies', () => {
  it('puts active ones first, unknown states last, and the newest first within each state', () => {
    const studies = [
      studyOf('a', { status: 'PROCESSING' }),
      studyOf('b', { status: 'AWAITING REVIEW' }),
      studyOf('c', { status: 'ACTIVE', date_created: '2026-05-01T00:00:00Z' }),
      studyOf('d', { status: 'SCHEDULED' }),
      studyOf('e', { status: 'ACTIVE', date_created: '2026-05-02T00:00:00Z' }),
      studyOf('f', { status: 'PAUSED' }),
    ];
    assert.equal(
      sortCurrent(studies)
        .map(({ id }) => id)
        .join(''),
      'ecfdba',
    );
  });

  it('is by name in a picker', () => {
    const studies = [studyOf('a', { name: 'Wave 10' }), studyOf('b', { name: 'x', internal_name: 'Wave 2' })];
    assert.equal(
      sortByName(studies)
        .map(({ id }) => id)
        .join(''),
      'ba',
    );
  });
});
