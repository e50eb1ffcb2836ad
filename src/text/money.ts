import { forLanguage, language } from './language';
import { formatCount } from './plural';

const currencyNames = forLanguage((language) => new Intl.DisplayNames(language, { type: 'currency' }));

/**
 * Formats an amount from the API as money. Amounts are in the currency's smallest unit (pence, cents); fractions are
 * rounded. Without a valid currency code the plain number is returned, since its unit is unknown. (docs:
 * api-reference/workspaces/get-workspace-balance)
 */
export function formatMoney(amount: number, currency: string | undefined): string {
  if (currency === undefined || !/^[A-Z]{3}$/i.test(currency)) {
    return formatCount(amount);
  }
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency, signDisplay: 'negative' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

/** The name of a currency in the user's language, such as "British Pound". */
export function currencyName(currency: string): string {
  return currencyNames().of(currency) ?? currency;
}
