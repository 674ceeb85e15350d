import { minorDigits } from '../../core/values/money/minor-digits.ts';

/** A format takes forty times as long to make as to use, and a mail shows several amounts of one currency. */
const formats = new Map<string, Intl.NumberFormat>();
const mostFormats = 100;

/**
 * An amount in minor units as the reader writes it: 5400 JPY is ￥5,400, 5400 USD is $54.00.
 * What is no amount, or has no currency, is shown as it came.
 */
export function money(amount: unknown, currency: unknown, locale: string): string {
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return String(amount ?? '');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return String(amount);
  const digits = minorDigits(currency);
  return formatOf(locale, currency, digits).format(amount / 10 ** digits);
}

function formatOf(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const name = `${locale} ${currency}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (formats.size >= mostFormats) formats.clear();
  formats.set(name, made);
  return made;
}
