/** Every record, timer and message that earlier code wrote is still read, and as the same. */
import { expect, test } from 'vitest';
import { decodeRecord, encodeRecord, type StoredRecord } from '../../shared/core/record/record-codec.ts';
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

test('a record of this shape is written back as it was', () => {
  for (const record of writtenLines<StoredRecord>('records'))
    expect(encodeRecord(decodeRecord(record))).toEqual(record);
});
