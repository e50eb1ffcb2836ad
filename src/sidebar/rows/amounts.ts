import * as l10n from '@vscode/l10n';
import { formatMoney } from '../../text/money';

/** The available and total amounts. Prolific may omit either. */
export function amountsText(
  available: number | undefined,
  total: number | undefined,
  currency: string | undefined,
): string {
  if (available !== undefined && total !== undefined) {
    return l10n.t('{0} available of {1}', formatMoney(available, currency), formatMoney(total, currency));
  }
  if (available !== undefined) {
    return l10n.t('{0} available', formatMoney(available, currency));
  }
  return total === undefined ? l10n.t('Not available') : l10n.t('{0} total', formatMoney(total, currency));
}
