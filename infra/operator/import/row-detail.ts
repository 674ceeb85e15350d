/** One row as the `detail` of a storefront's event: texts become numbers, dates and yes or no by the field they are for. */
import { Temporal } from 'temporal-polyfill';
import { minorDigits } from '../../../shared/core/values/minor-digits.ts';
import { BadRow } from './import-refusal.ts';

export interface RowOptions {
  /** For days and times without an offset. */
  readonly timeZone: string;
  /** Amounts are decimals such as "54.00" rather than integers of the minor unit. */
  readonly decimal: boolean;
}

type Detail = Record<string, unknown>;

const money = /(^|\.)(total|discount|unitPrice|cost|price)$/;
const counts = /(^|\.)(quantity|supplyDays|nth|rating)$/;
const yesNo = /(^|\.)(acceptsMarketing|gift|isTest|granted)$/;

/** Nested as on the wire; `item.…` fields are one line of an order. Throws {@link BadRow}. */
export function detailOf(fields: ReadonlyMap<string, unknown>, options: RowOptions): Detail {
  const currency = String(fields.get('order.currency') ?? 'JPY');
  const detail: Detail = {};
  for (const [field, value] of fields) {
    if (value === undefined || value === null || value === '') continue;
    put(detail, field, typeof value === 'string' ? typed(field, value, currency, options) : value);
  }
  const { item, ...rest } = detail;
  if (item === undefined) return rest;
  return { ...rest, order: { ...(rest.order as object), items: [item] } };
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

function typed(field: string, text: string, currency: string, options: RowOptions): unknown {
  if (field === 'occurredAt') return momentOf(text, options.timeZone);
  if (money.test(field)) return amountOf(field, text, currency, options.decimal);
  if (counts.test(field)) return numberOf(field, text);
  if (yesNo.test(field)) return yesOrNo(field, text);
  if (field === 'consent.topics') return text.split(/[\s;|]+/).filter(Boolean);
  return text;
}

function numberOf(field: string, text: string): number {
  const digits = text.replaceAll(',', '').trim();
  const value = Number(digits);
  if (digits !== '' && Number.isFinite(value)) return value;
  throw new BadRow(`${field} is not a number`);
}

function amountOf(field: string, text: string, currency: string, decimal: boolean): number {
  const value = numberOf(field, text.replace(/^(\p{Sc}|[A-Z]{3})\s*/u, ''));
  if (decimal) return Math.round(value * 10 ** minorDigits(currency));
  if (Number.isInteger(value)) return value;
  throw new BadRow(`${field} has decimals: add --decimal, or give whole minor units`);
}

function yesOrNo(field: string, text: string): boolean {
  if (/^(true|yes|y|1|はい|有)$/i.test(text)) return true;
  if (/^(false|no|n|0|いいえ|無)$/i.test(text)) return false;
  throw new BadRow(`${field} is neither yes nor no`);
}

/** An instant as RFC 3339; a time without offset is of the store's zone, a day alone is its noon. */
function momentOf(text: string, timeZone: string): string {
  const iso = text.trim().replaceAll('/', '-').replace(' ', 'T');
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
