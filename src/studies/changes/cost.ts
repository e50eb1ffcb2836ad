import type { Study, StudyCost } from '../../api';

/**
 * Returns the most that places may cost, including fees, in the smallest unit of the currency. The service reports the
 * cost of all places in up to two ways, of which the larger counts. Undefined if it reports neither.
 */
export function costOfPlaces(
  places: number,
  study: Pick<Study, 'places' | 'totalCost'>,
  projected: StudyCost | undefined,
): number | undefined {
  const totals = [study.totalCost, projected && totalOf(projected)].filter((total) => total !== undefined);
  return totals.length === 0 || !study.places ? undefined : Math.ceil((Math.max(...totals) * places) / study.places);
}

/** Returns the number of remaining places. Undefined if Prolific calculates the places. */
export function freePlaces({ places, placesTaken = 0 }: Pick<Study, 'places' | 'placesTaken'>): number | undefined {
  return places === undefined ? undefined : Math.max(0, places - placesTaken);
}

/** Returns the total. Undefined without fees, since it would be too low. There may be no tax on them. */
function totalOf({ rewards: { rewards, fees, tax = 0 } }: StudyCost): number | undefined {
  return rewards === undefined || fees === undefined ? undefined : rewards + fees + tax;
}
