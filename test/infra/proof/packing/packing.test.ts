import { beforeAll, expect, test } from 'vitest';
import { populationOf } from '../../../../infra/proof/packing/population.ts';
import { packedBefore, sizesOf } from '../../../../infra/proof/packing/record-units.ts';
import { trained } from '../../../../infra/proof/packing/train.ts';
import { laidOut } from '../../../../shared/aws/columns.ts';
import { packed, unpacked } from '../../../../shared/aws/packed-record.ts';
import {
  decodeRecord,
  encodeRecord,
  type StoredRecord,
} from '../../../../shared/core/record/record-codec.ts';

/** A store that no dictionary was made of. */
const options = { seed: 'of a test', customers: 3, days: 400, ordersPerYear: 3 };
let records: StoredRecord[] = [];

beforeAll(async () => {
  records = (await populationOf(options)).map(({ record }) => record);
});

const asText = (record: StoredRecord): StoredRecord => JSON.parse(JSON.stringify(record));

test('the same name makes the same records', async () => {
  const again = await populationOf({ ...options, customers: 1, days: 60 });
  const first = await populationOf({ ...options, customers: 1, days: 60 });
  expect(again).toEqual(first);
  expect(records.length).toBeGreaterThan(100);
});

test('every record that was saved comes back out of its packing, ids and all', () => {
  for (const record of records) {
    const back = unpacked(packed(record));
    expect(back).toEqual(asText(record));
    expect(encodeRecord(decodeRecord(back))).toEqual(asText(record));
  }
});

test('the record of a customer of a year takes less than one write unit, three fifths of what it took before', () => {
  const [now, before] = [sizesOf(records), sizesOf(records, packedBefore)];
  expect(now.units.p50).toBeLessThan(1.1);
  expect(now.p50_bytes).toBeLessThan(0.63 * before.p50_bytes);
});

test('the same records make the same dictionary, of ASCII, with what they have in common', () => {
  const texts = records.slice(-60).map(({ shape: _, version: _version, ...rest }) => laidOut(rest));
  const dictionary = trained(texts, 2000);
  expect(trained(texts, 2000)).toBe(dictionary);
  expect(dictionary.length).toBeGreaterThan(1500);
  expect(dictionary.length).toBeLessThanOrEqual(2000);
  expect(dictionary).toMatch(/^[\x20-\x7e]+$/);
  expect(dictionary).toContain('"accepts-marketing"');
});
