import { language } from './language';

/**
 * Writes an amount of the API as money. Amounts come in the smallest unit of the currency, pence or cents; fractions
 * of it are rounded. Without a currency that has a name the plain number is shown, since its unit is not known.
 * (docs: api-reference/workspaces/get-workspace-balance)
 */
export function formatMoney(amount: number, currency: string | undefined): string {
  if (currency === undefined || !/^[A-Z]{3}$/i.test(currency)) {
    return new Intl.NumberFormat(language()).format(amount);
  }
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency, signDisplay: 'negative' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

/** The name of a currency in the user's language, such as "British Pound". */
export function currencyName(currency: string): string {
  return new Intl.DisplayNames(language(), { type: 'currency' }).of(currency) ?? currency;
}
