/**
 * The customer record as it lies in the table: one compressed text instead of hundreds of nested attributes. Writes
 * are billed by the kilobyte, and whoever maps each attribute pays for it at each read and write besides. What
 * conditions and indexes ask for stays outside.
 */
import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { StoredRecord } from '../core/record/record-codec.ts';
import { laidOut, readLaidOut } from './columns.ts';
import { dictionaryFiles, dictionaryOf, writtenWith } from './dictionaries/dictionaries.ts';
import type { Plain } from './dynamo-table.ts';
import { shortBytes, shortText } from './short-text.ts';

/** No record is near this; what inflates to more is not ours. */
const mostInflated_bytes = 4 * 1024 * 1024;

/** A record was compressed with a dictionary that newer code brought. Nothing is written; the message is put back. */
export class NewerDictionary extends Error {
  override readonly name = 'NewerDictionary';
  readonly code = 'NEWER_DICTIONARY';
  constructor(found: unknown) {
    super(
      `A customer record is packed with dictionary ${found}, and this code has ${[...dictionaryFiles.keys()].join(', ')}: ` +
        'deploy the newer code again, or wait until its deployment is done. Nothing was written.',
    );
  }
}

/** The bytes of a record are not those that were written. Nothing is made of them; restore the item. */
export class CorruptRecord extends Error {
  override readonly name = 'CorruptRecord';
  readonly code = 'CORRUPT_RECORD';
  constructor(cause: unknown) {
    super(`A packed customer record cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

/**
 * `shape` and `version` as they are, the rest in `doc`: text (`columns.ts`, `short-text.ts`) in the zlib format (RFC 1950), whose checksum
 * is over the text, with a preset dictionary; `dict` is its number.
 */
export function packed({ shape, version, ...rest }: StoredRecord): Plain {
  const doc = deflateSync(shortBytes(laidOut(rest)), {
    dictionary: dictionaryOf(writtenWith),
    memLevel: 9,
  });
  return { shape, version, doc, dict: writtenWith };
}

/**
 * The record of an item. One without `dict` is raw DEFLATE of JSON, and one without `doc` has its fields beside each
 * other: so they were written once. Throws {@link NewerDictionary}, {@link CorruptRecord}.
 */
export function unpacked({ doc, dict, ...beside }: Plain): StoredRecord {
  if (!(doc instanceof Uint8Array)) return beside as StoredRecord;
  const dictionary = dictionaryOf(dict);
  if (dict !== undefined && dictionary === undefined) throw new NewerDictionary(dict);
  try {
    const options = { maxOutputLength: mostInflated_bytes };
    const rest = dictionary
      ? readLaidOut(shortText(inflateSync(doc, { ...options, dictionary })))
      : JSON.parse(inflateRawSync(doc, options).toString('utf8'));
    return { ...(rest as Plain), ...beside } as StoredRecord;
  } catch (error) {
    throw new CorruptRecord(error);
  }
}
