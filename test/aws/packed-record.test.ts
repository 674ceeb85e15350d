import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { verdictOf } from '../../functions/queue/verdict.ts';
import { dictionaryFiles, dictionaryOf, writtenWith } from '../../shared/aws/dictionaries/dictionaries.ts';
import { CorruptRecord, NewerDictionary, packed, unpacked } from '../../shared/aws/packed-record.ts';
import type { StoredRecord } from '../../shared/core/record/record-codec.ts';
import { readJsonHistory } from '../histories/history-files.ts';
import { writtenLines } from '../histories/written-lines.ts';

const folder = join(import.meta.dirname, '..', '..', 'shared', 'aws', 'dictionaries');
const released: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(folder, 'released.json'), 'utf8'),
);
const dictionaries = new Map(
  [...dictionaryFiles.keys()].map((number) => [number, dictionaryOf(number) as Buffer]),
);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const record: StoredRecord = {
  shape: 2,
  store: 'shop',
  id: 'c1',
  version: 3,
  lifecycle: { orders: 1 },
  points: [7],
};

test('every record that earlier code wrote comes back as it was', () => {
  for (const one of writtenLines<StoredRecord>('records')) expect(unpacked(packed(one))).toEqual(one);
});

test('a record is in the zlib format, with the number of its dictionary beside it', () => {
  const { doc, dict, ...beside } = packed(record);
  expect({ dict, ...beside }).toEqual({ dict: writtenWith, shape: 2, version: 3 });
  // RFC 1950: method 8, a check of the two bytes by 31, and the flag that a dictionary was preset.
  const [method = 0, flags = 0] = doc as Uint8Array;
  expect(method & 0x0f).toBe(8);
  expect((method * 256 + flags) % 31).toBe(0);
  expect(flags & 0x20).toBe(0x20);
});

test('records of earlier code are read: raw DEFLATE without a number, and fields beside each other', () => {
  const { shape, version, ...rest } = record;
  expect(unpacked({ shape, version, doc: deflateRawSync(JSON.stringify(rest)) })).toEqual(record);
  expect(unpacked({ ...record })).toEqual(record);
});

test('a dictionary that newer code brought parks the message, as a newer shape does', () => {
  const newer = { ...packed(record), dict: 99 };
  expect(() => unpacked(newer)).toThrow(NewerDictionary);
  expect(() => unpacked(newer)).toThrow(/dictionary 99.*Nothing was written/);
  expect(verdictOf(new NewerDictionary(99))).toEqual({ do: 'delay', delay_s: 900, parked: true });
});

test('a changed bit is an error by name wherever it is, and never another record', () => {
  const item = packed(record);
  const doc = item.doc as Uint8Array;
  const read = (broken: Record<string, unknown>) => {
    try {
      return unpacked(broken);
    } catch (error) {
      return error instanceof CorruptRecord ? 'corrupt' : error;
    }
  };
  const found = Array.from(doc, (byte, at) => {
    const broken = Uint8Array.from(doc);
    broken[at] = byte ^ 0x04;
    return read({ ...item, doc: broken });
  });
  // The last byte before the checksum may be filled up with bits that mean nothing.
  const [padding = 'corrupt'] = found.splice(-5, 1);
  expect(new Set(found)).toEqual(new Set(['corrupt']));
  expect(['corrupt', record]).toContainEqual(padding);
  expect(() => unpacked({ ...item, doc: doc.subarray(0, -1) })).toThrow(CorruptRecord);
  expect(() => unpacked({ ...item, doc: deflateSync('{}') })).toThrow(CorruptRecord);
  expect(verdictOf(new CorruptRecord('x'))).toEqual({ do: 'bury' });
});

test('no dictionary of a release is changed or missing: its bytes have the hash of their day', () => {
  const today = Object.fromEntries(
    [...dictionaries].map(([number, bytes]) => [String(number), sha256(bytes)]),
  );
  expect(today).toMatchObject(released);
  // What was released before this line was written; lines are added here and never changed.
  expect(released).toMatchObject(readJsonHistory<Record<string, string>>('dictionaries.json'));
});

test('a record is written with a dictionary that the release before could read', () => {
  expect(Object.keys(released)).toContain(String(writtenWith));
});

test('each dictionary is a file of its number and hash, and nothing else lies beside them', () => {
  const files = [...dictionaries].map(([number, bytes]) => `${number}-${sha256(bytes).slice(0, 12)}.txt`);
  expect(readdirSync(folder).sort()).toEqual([...files, 'dictionaries.ts', 'released.json'].sort());
});

test('a dictionary is ASCII within what zlib reaches, so that text and bytes are one', () => {
  for (const bytes of dictionaries.values()) {
    expect(bytes.every((byte) => byte >= 0x20 && byte < 0x7f)).toBe(true);
    expect(bytes.length).toBeLessThan(32_768 - 4096);
  }
});
