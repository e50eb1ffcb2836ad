import type { Amounts } from '../model';
import { placesTaken, type Study } from './study';

/** As recorded from the service (`fees_percentage` 0.333333); tax is on the fees, as in the United Kingdom. */
export const feeRate = 0.333333;
export const taxRate = 0.2;

export function costOf(study: Study, places: number): Amounts {
  const rewards = study.reward * places;
  const fees = rewards * feeRate;
  return { rewards: round(rewards), fees: round(fees), vat: round(fees * taxRate) };
}

/** For all places, whether taken or not. */
export function totalCost(study: Study): number {
  return sum(costOf(study, study.places ?? placesTaken(study)));
}

export function sum({ rewards, fees, vat }: Amounts): number {
  return round(rewards + fees + vat);
}

export function add(amounts: Amounts, others: Amounts, factor: number): Amounts {
  return {
    rewards: round(amounts.rewards + factor * others.rewards),
    fees: round(amounts.fees + factor * others.fees),
    vat: round(amounts.vat + factor * others.vat),
  };
}

/** To a hundredth of a penny, so that fractions of pence stay. */
function round(amount: number): number {
  return Math.round(amount * 100) / 100;
}
