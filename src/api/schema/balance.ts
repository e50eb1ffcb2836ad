import * as v from 'valibot';
import { indivisible, optional, optionalNumber, optionalText } from './fields';
import type { ParsedBy } from './response';

const breakdown = v.pipe(
  optional(v.object({ rewards: optionalNumber, fees: optionalNumber, vat: optionalNumber })),
  v.transform((parts) => parts ?? { rewards: undefined, fees: undefined, vat: undefined }),
);

/**
 * OpenAPI: WorkspaceBalance. All amounts in the smallest unit of the currency (pence, cents), undefined where the service
 * does not tell; fractions occur. The parts of a breakdown are what the documentation's example and the clients have.
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
