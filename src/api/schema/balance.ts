import * as v from 'valibot';
import { indivisible, optional, optionalNumber, optionalText } from './fields';
import type { ParsedBy } from './response';

const breakdown = v.pipe(
  optional(v.object({ rewards: optionalNumber, fees: optionalNumber, vat: optionalNumber })),
  v.transform((parts) => parts ?? { rewards: undefined, fees: undefined, vat: undefined }),
);

/**
 * OpenAPI: WorkspaceBalance. Amounts are in the smallest unit of the currency (pence, cents), undefined if the service
 * doesn't report them; fractions occur. The breakdown's parts are taken from the documentation's example and from
 * Prolific's clients.
 */
export const balance = indivisible(
  v.pipe(
    v.object({
      currency_code: optionalText,
      total_balance: optionalNumber,
      balance_breakdown: breakdown,
      available_balance: optionalNumber,
      available_balance_breakdown: breakdown,
    }),
    v.transform((fields) => ({
      currency: fields.currency_code,
      total: fields.total_balance,
      totalParts: fields.balance_breakdown,
      available: fields.available_balance,
      availableParts: fields.available_balance_breakdown,
    })),
  ),
);
export type Balance = ParsedBy<typeof balance>;
