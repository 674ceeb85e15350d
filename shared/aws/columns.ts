/**
 * Plain data laid out so that it compresses well, with nothing lost: a list of entries goes column by column, so that
 * like stands beside like and each name stands once; each moment stands once, in a table at the end.
 *
 * `[{ name: column }]` is a list of entries. A column is a list with 0 where an entry has no such field, or, where most
 * have none, an object by row, or, where all are moments, a text with a letter for each row. A moment elsewhere is
 * `-1 - place`. `{ "": value }` is a value as it stands.
 */
import {
  findMoments,
  isMoment,
  letterOf,
  millisecondsOf,
  mostLettered,
  placesOf,
  readMoments,
  writtenMoments,
} from './moments.ts';

type Plain = Record<string, unknown>;

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asItStands = (value: unknown): Plain => ({ '': value });
/** Names that mean something else here, or to JavaScript. */
const isOdd = (name: string): boolean => name === '' || name in Object.prototype;

/** Data as JSON has it, as text. */
export function laidOut(data: unknown): string {
  const found = new Set<number>();
  findMoments(data, found);
  const moments = [...found].sort((one, other) => one - other);
  const places = new Map(moments.map((moment, place) => [moment, place]));
  return JSON.stringify([packedValue(data, places), writtenMoments(moments)]);
}

/** The reverse of {@link laidOut}. Throws a `SyntaxError` for what is no JSON. */
export function readLaidOut(text: string): unknown {
  const [value, table] = JSON.parse(text) as [unknown, string];
  return readValue(value, readMoments(table));
}

type Places = ReadonlyMap<number, number>;
const placeOf = (moment: number, places: Places): number => places.get(millisecondsOf(moment)) as number;

function packedValue(value: unknown, places: Places): unknown {
  if (typeof value === 'number') {
    if (isMoment(value)) return -1 - placeOf(value, places);
    return value < 0 ? asItStands(value) : value;
  }
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isObject)) return packedEntries(value, places);
    return value.map((one) => packedValue(one, places));
  }
  if (!isObject(value)) return value;
  const out: Plain = {};
  for (const name in value) {
    if (isOdd(name)) return asItStands(value);
    out[name] = packedValue(value[name], places);
  }
  return out;
}

function packedEntries(entries: readonly Plain[], places: Places): unknown {
  const columns: Plain = {};
  let fields = 0;
  for (const entry of entries) {
    fields = 0;
    for (const name in entry) {
      if (isOdd(name)) return asItStands(entries);
      fields += 1;
      columns[name] ??= packedColumn(entries, name, places);
    }
  }
  // A last entry without a field would not be counted again.
  return fields === 0 ? asItStands(entries) : [columns];
}

function packedColumn(entries: readonly Plain[], name: string, places: Places): unknown {
  const letters = places.size <= mostLettered ? packedMoments(entries, name, places) : undefined;
  if (letters !== undefined) return letters;
  const column: unknown[] = [];
  const rows: Plain = {};
  let there = 0;
  for (const [row, entry] of entries.entries()) {
    const value = entry[name];
    if (value === undefined) column.push(0);
    else {
      there += 1;
      const packed = value === 0 ? asItStands(0) : packedValue(value, places);
      column.push(packed);
      rows[row] = packed;
    }
  }
  return there * 2 < entries.length ? rows : column;
}

/** The letters of a column of moments; nothing for another one. */
function packedMoments(entries: readonly Plain[], name: string, places: Places): string | undefined {
  let letters = '';
  for (const entry of entries) {
    const value = entry[name];
    if (value === undefined) letters += ' ';
    else if (isMoment(value)) letters += letterOf(placeOf(value, places));
    else return undefined;
  }
  return letters.trimEnd();
}

function readValue(value: unknown, moments: readonly number[]): unknown {
  if (typeof value === 'number') return value < 0 ? moments[-1 - value] : value;
  if (Array.isArray(value)) {
    const [first] = value;
    if (value.length === 1 && isObject(first) && !Object.hasOwn(first, ''))
      return readEntries(first, moments);
    return value.map((one) => readValue(one, moments));
  }
  if (!isObject(value)) return value;
  if (Object.hasOwn(value, '')) return value[''];
  const out: Plain = {};
  for (const name in value) out[name] = readValue(value[name], moments);
  return out;
}

function readEntries(columns: Plain, moments: readonly number[]): Plain[] {
  const entries: Plain[] = [];
  const put = (row: number, name: string, value: unknown) => {
    while (entries.length <= row) entries.push({});
    (entries[row] as Plain)[name] = value;
  };
  for (const [name, column] of Object.entries(columns)) {
    if (typeof column === 'string')
      for (const [row, place] of placesOf(column).entries()) {
        if (place !== undefined) put(row, name, moments[place]);
      }
    else if (Array.isArray(column))
      for (const [row, value] of column.entries()) {
        if (value !== 0) put(row, name, readValue(value, moments));
      }
    else
      for (const row in column as Plain) put(Number(row), name, readValue((column as Plain)[row], moments));
  }
  return entries;
}
