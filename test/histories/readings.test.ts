/** Every record, timer and message that earlier code wrote is still read, and as the same. */
import { expect, test } from 'vitest';
import {
  decodeRecord,
  encodeRecord,
  type StoredRecord,
  spelledOut,
} from '../../shared/core/record/record-codec.ts';
import { readHistory } from './history-files.ts';
import { readable, readingsOf } from './readings.ts';
import { writtenLines } from './written-lines.ts';

test.each(readable)('%s are read as their history says', (name) => {
  expect(readingsOf(name)).toBe(readHistory(`readings/${name}.ndjson`));
});

test('every kind of message is among those that are still read', () => {
  const kinds = (bodies: readonly string[]) =>
    new Set(bodies.map((body) => JSON.parse(body)).map((data) => data.kind ?? data['detail-type']));
  expect([...kinds(writtenLines('lane-messages'))].sort()).toEqual(['look', 'probe', 'resolve', 'timer']);
  const intake = kinds(writtenLines('intake-messages'));
  for (const kind of [
    'enrol',
    'told',
    'many',
    'look',
    'erase',
    'OrderPlaced',
    'MailClicked',
    'shopifyWebhook',
  ])
    expect(intake).toContain(kind);
});

test('a record of an earlier shape says the same once it is written in this one', () => {
  for (const record of writtenLines<StoredRecord>('records')) {
    const customer = decodeRecord(record);
    const again = JSON.parse(JSON.stringify(encodeRecord(customer))) as StoredRecord;
    expect(decodeRecord(again)).toEqual(customer);
  }
});

test('a record of an earlier shape has the same ids once they are left out', () => {
  for (const record of writtenLines<StoredRecord>('records')) {
    const again = spelledOut(JSON.parse(JSON.stringify(encodeRecord(decodeRecord(record)))));
    for (const list of ['enrolments', 'ended', 'sends', 'pending'])
      expect(idsIn(again[list])).toEqual(idsIn(record[list]));
  }
});

const idsIn = (entries: unknown) =>
  ((entries ?? []) as Record<string, unknown>[]).map(({ id, key, run, touch, order }) => {
    // A key that is the order is stored as a number.
    return { id, run, touch, key: key === 1 ? order : key };
  });
