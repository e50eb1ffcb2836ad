import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { studyCost } from '../../../../src/api/schema/studyCost';
import { costOfPlaces, freePlaces } from '../../../../src/studies/changes/cost';
import { studyOf } from '../../support/apiValues';

function cost(rewards: Readonly<Record<string, number>>) {
  const amounts = Object.entries(rewards).map(([key, amount]) => [key, { amount, currency: 'GBP' }]);
  return v.parse(studyCost, { rewards: Object.fromEntries(amounts) as unknown }).value;
}

describe('The maximum cost of places in a study', () => {
  const study = studyOf('s1', { total_available_places: 40, total_cost: 8_000 });

  it('is their share of the total including fees, rounded up', () => {
    assert.equal(costOfPlaces(10, study, undefined), 2_000);
    assert.equal(costOfPlaces(1, { ...study, totalCost: 8_001 }, undefined), 201);
  });

  it('uses the larger of the two totals that the service reports', () => {
    assert.equal(costOfPlaces(10, study, cost({ rewards: 6_000, fees: 2_000, tax: 400 })), 2_100);
    assert.equal(costOfPlaces(10, study, cost({ rewards: 6_000, fees: 1_000 })), 2_000);
  });

  it('is unknown if only the rewards are known, or if Prolific calculates the places', () => {
    assert.equal(costOfPlaces(10, { ...study, totalCost: undefined }, cost({ rewards: 6_000 })), undefined);
    assert.equal(costOfPlaces(10, { ...study, places: undefined }, undefined), undefined);
    assert.equal(costOfPlaces(10, { ...study, places: 0 }, undefined), undefined);
  });

  it('is asked for remaining places, whose number is never negative', () => {
    assert.equal(freePlaces({ places: 40, placesTaken: 32 }), 8);
    assert.equal(freePlaces({ places: 40, placesTaken: 45 }), 0);
    assert.equal(freePlaces({ places: 40, placesTaken: undefined }), 40);
    assert.equal(freePlaces({ places: undefined, placesTaken: 32 }), undefined);
  });
});
