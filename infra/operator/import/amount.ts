/** Numbers as people and shops write them: read where only one reading is possible, refused where two are. */
import { minorDigits } from '../../../shared/core/values/money/minor-digits.ts';
import { BadRow } from './import-refusal.ts';

/** Marks are taken off: `54.00` for "54,00", `-1234.5` for "-1.234,50" and "-1 234.50". */
interface Written {
  readonly number: string;
  /** With one mark and three digits behind it, which may be thousands or decimals: "1,234". */
  readonly unsure?: ',' | '.';
}

const blankGroups = /^\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?=[.,]|$)/u;
const commaGroups = /^\d{1,3}(?:,\d{2,3})*,\d{3}$/;
const dotGroups = /^\d{1,3}(?:\.\d{3})+$/;

function written(text: string): Written | undefined {
  const [, sign = '', body = ''] = /^([+-]?)\s*(.*)$/u.exec(text.trim()) ?? [];
  const blanks = blankGroups.test(body);
  const plain = blanks ? body.replace(/[^\d.,]/gu, '') : body;
  if (!/^[\d.,]*\d$/.test(plain)) return undefined;
  const [whole = '', ...behind] = plain.split(/[.,](?=\d*$)/);
  const fraction = behind[0];
  const minus = sign === '-' ? '-' : '';
  if (fraction === undefined) return { number: `${minus}${whole}` };
  const mark = plain.at(-fraction.length - 1) === ',' ? ',' : '.';
  if (!/[.,]/.test(whole)) return withOneMark(minus, { whole, mark, fraction, blanks });
  const groups = mark === ',' ? dotGroups : commaGroups;
  // "1.234,56" and "1,234.56" have two marks, "1,234,567" one that stands twice.
  if (!blanks && groups.test(whole)) return { number: `${minus}${whole.replace(/[.,]/g, '')}.${fraction}` };
  const isGrouped = mark === ',' ? commaGroups.test(plain) : dotGroups.test(plain);
  return !blanks && isGrouped ? { number: `${minus}${plain.replaceAll(mark, '')}` } : undefined;
}

interface OneMark {
  readonly whole: string;
  readonly mark: ',' | '.';
  readonly fraction: string;
  readonly blanks: boolean;
}

function withOneMark(minus: string, { whole, mark, fraction, blanks }: OneMark): Written | undefined {
  const number = `${minus}${whole || '0'}.${fraction}`;
  if (blanks) return { number };
  // Nobody writes 0,400 or 1234,500 for a thousand's group.
  if (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return { number, unsure: mark };
  return mark === ',' && (whole === '' || fraction.length > 3) ? undefined : { number };
}

/** A count; "1,5" is one and a half, "1,234" may be a thousand or not and is refused. */
export function quantityOf(field: string, text: string): number {
  const read = written(text);
  if (!read) throw new BadRow(`${field} is not a number`);
  if (read.unsure === ',') throw new BadRow(`${field} ${twoReadings}`);
  return Number(read.number);
}

const twoReadings =
  'may be thousands or decimals: give it with a point for decimals and nothing for thousands';

/** In the currency's minor unit. `decimal`: written as 54.00 rather than as 5400. */
export function amountOf(field: string, given: string | number, currency: string, decimal: boolean): number {
  const digits = minorDigits(currency);
  const number =
    typeof given === 'number' ? numberText(given) : textOfAmount(field, given, currency, decimal);
  const [whole = '', fraction = ''] = number.split('.');
  const beyond = fraction.slice(decimal ? digits : 0);
  if (/[1-9]/.test(beyond) || (!decimal && fraction !== '' && digits > 0)) {
    throw new BadRow(
      decimal
        ? `${field} has more decimals than ${currency} has`
        : `${field} has decimals: add --decimal, or give whole minor units`,
    );
  }
  const minor = Number(decimal ? whole + fraction.slice(0, digits).padEnd(digits, '0') : whole);
  if (Number.isSafeInteger(minor)) return minor === 0 ? 0 : minor;
  throw new BadRow(`${field} is not a number`);
}

/** What a binary fraction adds far behind the point, as in 0.1 + 0.2, is not the shop's. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : Number(value.toPrecision(15)).toFixed(10).replace(/0+$/, '');

function textOfAmount(field: string, given: string, currency: string, decimal: boolean): string {
  const [, said, text = ''] = /^(?:(\p{Sc}|[A-Z]{3})\s*)?(.*)$/u.exec(given) ?? [];
  if (said !== undefined && said.length === 3 && said !== currency) {
    throw new BadRow(`${field} is in another currency than its order`);
  }
  const read = written(text);
  if (!read) throw new BadRow(`${field} is not a number`);
  if (read.unsure === undefined) return read.number;
  if (isGroup(read.unsure, minorDigits(currency), decimal)) return read.number.replace('.', '');
  if (read.unsure === '.' && (!decimal || minorDigits(currency) === 3)) return read.number;
  throw new BadRow(`${field} ${twoReadings}`);
}

/** "5,400" is five thousand where there is nothing smaller than one: in yen, and in minor units. */
const isGroup = (mark: ',' | '.', digits: number, decimal: boolean) =>
  mark === ',' && (!decimal || digits === 0);
