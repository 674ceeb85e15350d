/** What today's code may put into its tables is among what was written, so that tomorrow's code is held to read it. */
import { expect, test } from 'vitest';
import * as keys from '../../shared/aws/table-keys.ts';
import { readHistory } from './history-files.ts';
import { wholeItems } from './whole-items.ts';
import { asLine, recordOf, type WrittenItem, wholeReadings, writings } from './whole-readings.ts';
import { wholeRecord } from './whole-record.ts';

const [store = '', last = []] = [...writings()].at(-1) ?? [];
const parsed = async (name: string) =>
  (await wholeItems(name)).map((item) => JSON.parse(asLine(item)) as WrittenItem);

/** Without what chance gives it; a record by what it holds, for its bytes hang on the library that packs it. */
function formOf(item: WrittenItem): string {
  const { write: _, doc, ...told } = item;
  return JSON.stringify({ ...told, doc: recordOf(item) ?? doc });
}

test('the last writing holds what today’s code writes; if not: npm run histories:whole', async () => {
  expect(last.map(formOf)).toEqual((await parsed(store)).map(formOf));
});

test('its record holds all that the record may hold, and nothing of it is lost on the way', () => {
  const [record] = last.flatMap((item) => recordOf(item) ?? []);
  expect(JSON.parse(JSON.stringify(record))).toEqual(
    JSON.parse(JSON.stringify({ ...wholeRecord, store, version: 1 })),
  );
});

test('whole records are, before and after later facts, what their history says', () => {
  expect(wholeReadings()).toBe(readHistory('readings/whole-records.ndjson'));
});

test('every kind of item that has a place in a table is among them', () => {
  const kindOf = (pk: string, sk = 'REC') => `${pk.split('#')[0]}/${sk.split('#')[0]}`;
  const named = Object.entries(keys).filter(([name]) => name.endsWith('Place') && name !== 'besidePlace');
  const places = named.map(([, place]) => (place as (...parts: unknown[]) => keys.TablePlace)('s', 1, 2, 3));
  const kinds = places.map(({ key: { pk, sk } }) => kindOf(pk.S, sk?.S));
  const written = last.map(({ pk, sk }) => kindOf(String(pk?.S), sk && String(sk.S)));
  expect([...new Set(written)].sort()).toEqual([...new Set(kinds)].sort());
});
