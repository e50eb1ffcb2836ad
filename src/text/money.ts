import { forLanguage } from './language';
import { formatCount } from './plural';

const currencyNames = forLanguage((language) => new Intl.DisplayNames(language, { type: 'currency' }));

/**
 * Formats an amount from the API as money. Amounts are in the currency's smallest unit (pence, cents); fractions are
 * rounded. Without a valid currency code the plain number is returned, since its unit is unknown. (docs:
 * api-reference/workspaces/get-workspace-balance)
 */
export function formatMoney(amount: number, currency: string | undefined): string {
  return format(amount, currency, 0);
}

/** Formats what one submission earns. Unlike other amounts, its fractions of a penny or cent are shown. */
export function formatReward(amount: number, currency: string | undefined): string {
  return format(amount, currency, 2);
}

function format(amount: number, currency: string | undefined, furtherDigits: number): string {
  if (currency === undefined || !/^[A-Z]{3}$/i.test(currency)) {
    return formatCount(amount);
  }
  const digits = formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
  return formatOf(currency, furtherDigits === 0 ? undefined : digits + furtherDigits).format(amount / 10 ** digits);
}

const formats = forLanguage((language) => {
  const made = new Map<string, Intl.NumberFormat>();
  return (currency: string, maximumFractionDigits: number | undefined) => {
    const key = `${currency} ${maximumFractionDigits ?? ''}`;
    const options = { style: 'currency', currency, signDisplay: 'negative', maximumFractionDigits } as const;
    const found = made.get(key) ?? new Intl.NumberFormat(language, options);
    made.set(key, found);
    return found;
  };
});

function formatOf(currency: string, maximumFractionDigits?: number): Intl.NumberFormat {
  return formats()(currency, maximumFractionDigits);
}

/** The name of a currency in the user's language, such as "British Pound". */
export function currencyName(currency: string): string {
  return currencyNames().of(currency) ?? currency;
}
