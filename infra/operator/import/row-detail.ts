/** One row as the `detail` of a storefront's event: texts become numbers, dates and yes or no by the field they are for. */
import { Temporal } from 'temporal-polyfill';
import { yesOrNo } from '../../../shared/core/events/yes-or-no.ts';
import { birthdayOf } from '../../../shared/core/values/birthday.ts';
import { listedWords } from '../../../shared/core/values/consent-words.ts';
import { isCurrencyCode } from '../../../shared/core/values/money/currency-code.ts';
import { isTimeZone } from '../../../shared/core/values/time-zone.ts';
import { amountOf, quantityOf } from './amount.ts';
import { isBlank, type RowFields } from './column-map.ts';
import { isId, wholeId } from './id-text.ts';
import { BadRow } from './import-refusal.ts';

export interface RowOptions {
  /** For days and times without an offset. */
  readonly timeZone: string;
  /** Amounts are decimals such as "54.00" rather than integers of the minor unit. */
  readonly decimal: boolean;
  /** Of the orders that name none. */
  readonly currency?: string | undefined;
}

type Detail = Record<string, unknown>;

const money = /^order\.(total|discount)$|^(item|order\.items)\.(unitPrice|cost)$/;
const counts = /(^|\.)(quantity|supplyDays|nth|rating)$/;
const yesNo = /(^|\.)(acceptsMarketing|gift|isTest|granted)$/;
const ofTheWire = /^(customer|order|item|consent)\./;

/** Nested as on the wire; `item.…` fields are one line of an order. Throws {@link BadRow}. */
export function detailOf(given: RowFields, options: RowOptions): Detail {
  const fields = withCurrency(given, options);
  const read: Reading = { ...options, currency: fields.get('order.currency') };
  const detail: Detail = {};
  for (const [field, value] of fields) {
    if (!isBlank(value)) put(detail, field, readValue(field, value, read));
  }
  const { item, ...rest } = detail;
  if (item === undefined) return rest;
  return { ...rest, order: { ...(rest.order as object), items: [item] } };
}

function withCurrency(fields: RowFields, { currency }: RowOptions): RowFields {
  const isOfOrder = [...fields.keys()].some((field) => /^(order|item)\./.test(field));
  if (currency === undefined || !isOfOrder || !isBlank(fields.get('order.currency'))) return fields;
  return new Map([...fields, ['order.currency', currency]]);
}

type Reading = Omit<RowOptions, 'currency'> & { readonly currency: unknown };

function readValue(field: string, value: unknown, read: Reading): unknown {
  if (typeof value === 'string') return typed(field, value, read);
  if (typeof value === 'number') {
    if (money.test(field)) return amountOf(field, value, currencyOf(field, read), read.decimal);
    return isId(field) ? wholeId(field, value) : value;
  }
  if (!Array.isArray(value)) return value;
  return value.map((each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    const entries = Object.entries(each).filter(([, inner]) => !isBlank(inner));
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, readValue(`${field}.${key}`, inner, read)]),
    );
  });
}

function put(into: Detail, field: string, value: unknown): void {
  const keys = field.split('.');
  const last = keys.pop() as string;
  let node = into;
  for (const key of keys) {
    if (key === '__proto__') return;
    const next = node[key];
    if (typeof next !== 'object' || next === null) node[key] = {};
    node = node[key] as Detail;
  }
  if (last !== '__proto__') node[last] = value;
}

function typed(field: string, text: string, read: Reading): unknown {
  if (text.includes('\ufffd') && ofTheWire.test(field)) {
    throw new BadRow(`${field} has letters that were lost when the file was saved: export it anew`);
  }
  if (field === 'occurredAt') return momentOf(text, read.timeZone);
  if (field === 'customer.birthday') return dayOf(field, text);
  if (field === 'customer.timeZone') return zoneOf(field, text);
  if (isId(field)) return wholeId(field, text);
  if (money.test(field)) return amountOf(field, text, currencyOf(field, read), read.decimal);
  if (counts.test(field)) return quantityOf(field, text);
  if (yesNo.test(field)) return saidOf(field, text);
  if (field === 'consent.topics') return listedWords(text);
  return text;
}

/** A code with a slip, such as JPN, would move every amount by its decimals. */
function currencyOf(field: string, { currency }: Reading): string {
  if (isBlank(currency)) {
    throw new BadRow(
      `${field} has no currency: give a column order.currency, or --currency JPY for orders that name none`,
    );
  }
  if (typeof currency === 'string' && isCurrencyCode(currency)) return currency;
  throw new BadRow('order.currency is no currency: give its code of ISO 4217, such as JPY');
}

function dayOf(field: string, text: string): string {
  const day = birthdayOf(text);
  if (day !== undefined) return day;
  throw new BadRow(`${field} is no day: give 1985-03-05, or nothing`);
}

function zoneOf(field: string, text: string): string {
  if (isTimeZone(text)) return text;
  throw new BadRow(`${field} is no zone: give a name such as Asia/Tokyo, or nothing`);
}

function saidOf(field: string, text: string): boolean {
  const said = yesOrNo(text);
  if (said !== undefined) return said;
  throw new BadRow(`${field} is neither yes nor no`);
}

/** An instant as RFC 3339; a time without offset is of the store's zone, a day alone is its noon. */
function momentOf(text: string, timeZone: string): string {
  const iso = text
    .trim()
    .replaceAll('/', '-')
    .replace(/ (?=[+-]\d\d:?\d\d$)/, '')
    .replace(' ', 'T');
  try {
    if (/[zZ]$|[+-]\d\d:?\d\d$/.test(iso) && iso.includes('T')) return Temporal.Instant.from(iso).toString();
    const plain = iso.includes('T')
      ? Temporal.PlainDateTime.from(iso)
      : Temporal.PlainDate.from(iso).toPlainDateTime('12:00');
    return plain.toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    throw new BadRow('occurredAt is no date: give 2024-03-05, or 2024-03-05T12:30:00+09:00');
  }
}
