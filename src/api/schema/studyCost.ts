import * as v from 'valibot';
import { indivisible, optional, optionalNumber, optionalText } from './fields';
import type { ParsedBy } from './response';

/** OpenAPI: AmountAndCurrency. The amount is in the smallest unit of the currency. */
const money = v.pipe(
  optional(v.object({ amount: optionalNumber, currency: optionalText })),
  v.transform((value) => value ?? { amount: undefined, currency: undefined }),
);

/** OpenAPI: StudyCostBreakdown. */
const breakdown = v.pipe(
  optional(v.object({ rewards: money, fees: money, tax: money })),
  v.transform((parts) => {
    const { rewards, fees, tax } = parts ?? {};
    return {
      rewards: rewards?.amount,
      fees: fees?.amount,
      tax: tax?.amount,
      currency: rewards?.currency ?? fees?.currency ?? tax?.currency,
    };
  }),
);

/** OpenAPI: StudyTotalCost. What rewards and bonuses cost, each undefined if the service doesn't report it. */
export const studyCost = indivisible(v.object({ rewards: breakdown, bonuses: breakdown }));
export type StudyCost = ParsedBy<typeof studyCost>;
