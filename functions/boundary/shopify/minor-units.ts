import { minorDigits } from '../../../shared/core/values/money/minor-digits.ts';
import { fieldsOf, firstOf, malformed, type PayloadFields, textOf } from './payload-fields.ts';

const largest = 1_000_000_000_000_000n;

/**
 * A decimal amount as an integer of the currency's minor unit: "19.99" USD is 1999, "1000.00" JPY is 1000. Digits
 * beyond the minor unit are rounded half away from zero; nothing passes through a binary fraction. Undefined where
 * no amount is told. Throws `MalformedEvent` for what is no amount or passes 10^15.
 */
export function minorUnits(amount: unknown, currency: string, field: string): number | undefined {
  if (amount === undefined || amount === null || amount === '') return undefined;
  const text = typeof amount === 'number' || typeof amount === 'string' ? String(amount).trim() : '';
  const parts = /^(-?)(\d{1,16})(?:\.(\d{1,32}))?$/.exec(text);
  if (!parts) return malformed(field, 'an amount such as "19.99"');
  const [, sign, whole = '', fraction = ''] = parts;
  const digits = minorDigits(currency);
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const units = kept + (Number(fraction[digits] ?? 0) >= 5 ? 1n : 0n);
  if (units > largest) return malformed(field, 'a smaller amount');
  return Number(sign && units > 0n ? -units : units);
}

/** The code of the currency an amount is told in: the payload's own, else that of one of its `…_set`. */
export function currencyOf(code: unknown, set?: unknown): string | undefined {
  const shop = fieldsOf(fieldsOf(set).shop_money);
  const found = textOf(firstOf(code, shop.currency_code), 8)?.toUpperCase();
  return found !== undefined && /^[A-Z]{3}$/.test(found) ? found : undefined;
}

/** An amount in the shop's own currency: the plain field, else that of its `…_set`. None without a currency. */
export function shopAmount(
  payload: PayloadFields,
  name: string,
  currency: string | undefined,
): number | undefined {
  if (currency === undefined) return undefined;
  const shop = fieldsOf(fieldsOf(payload[`${name}_set`]).shop_money);
  return minorUnits(firstOf(payload[name], shop.amount), currency, `payload.${name}`);
}
