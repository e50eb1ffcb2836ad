import * as l10n from '@vscode/l10n';
import { formatMoney } from '../../../text/money';

/** The available and total amounts. Prolific may omit either. */
export function amountsText(
  available: number | undefined,
  total: number | undefined,
  currency: string | undefined,
): string {
  if (available !== undefined && total !== undefined) {
    return l10n.t({
      message: '{0} available of {1}',
      args: [formatMoney(available, currency), formatMoney(total, currency)],
      comment: ['{0} and {1} are amounts of money.'],
    });
  }
  if (available !== undefined) {
    return l10n.t({
      message: '{0} available',
      args: [formatMoney(available, currency)],
      comment: ['{0} is an amount of money.'],
    });
  }
  return total === undefined
    ? l10n.t({ message: 'Not available', comment: ['Stands in for an amount of money that Prolific does not report.'] })
    : l10n.t({ message: '{0} total', args: [formatMoney(total, currency)], comment: ['{0} is an amount of money.'] });
}
