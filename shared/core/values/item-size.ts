/**
 * The size of an item in DynamoDB's own count, without DynamoDB: what the record's bounds are kept by.
 * Source: "DynamoDB item sizes and formats" in Amazon's DynamoDB Developer Guide.
 */

/** UTF-8 bytes of a text; a lone surrogate counts as the three bytes of its replacement. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (isHigh(unit) && isLow(text.charCodeAt(i + 1))) {
      bytes += 2;
      i++;
    } else bytes += 2;
  }
  return bytes;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** One byte for each two significant digits, one more, and one for a minus sign. `decimal` as `-12.5` or `1e+30`. */
export function numberBytes(decimal: string): number {
  const [mantissa = '', exponent = '0'] = decimal.toLowerCase().replace(/^[-+]/, '').split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return 1;
  // Digits are stored in pairs that begin at the decimal point: a pair may be half empty at either end.
  const places = Number(exponent) - fraction.length + (digits.length - significant.length);
  const pairsFrom = Math.floor(places / 2);
  const pairsTo = Math.ceil((places + significant.length) / 2);
  return pairsTo - pairsFrom + 1 + (decimal.startsWith('-') ? 1 : 0);
}

/** Bytes of a plain value as DynamoDB holds it: lists and maps cost 3, and 1 more for each thing in them. */
export function valueBytes(value: unknown): number {
  if (typeof value === 'string') return utf8Bytes(value);
  if (typeof value === 'number') return numberBytes(String(value));
  if (value === null || typeof value !== 'object') return 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + valueBytes(one), 3);
  let sum = 3;
  for (const [name, one] of Object.entries(value)) {
    if (one !== undefined) sum += 1 + utf8Bytes(name) + valueBytes(one);
  }
  return sum;
}

/** Bytes of an item of plain data: its names and values. Undefined values are not stored. */
export function itemSize(item: Readonly<Record<string, unknown>>): number {
  let sum = 0;
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) sum += utf8Bytes(name) + valueBytes(value);
  }
  return sum;
}
