/**
 * The customer record as it lies in the table: one compressed text instead of hundreds of nested attributes. Writes
 * are billed by the kilobyte, and whoever maps each attribute pays for it at each read and write besides. What
 * conditions and indexes ask for stays outside.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StoredRecord } from '../core/record/record-codec.ts';
import type { Plain } from './dynamo-table.ts';

/** No record is near this; what inflates to more is not ours. */
const mostInflated_bytes = 4 * 1024 * 1024;

/** `shape` and `version` as they are, the rest in `doc` (JSON text, raw DEFLATE). */
export function packed({ shape, version, ...rest }: StoredRecord): Plain {
  return { shape, version, doc: deflateRawSync(JSON.stringify(rest)) };
}

/** The record of an item; one without `doc` has its fields beside each other. */
export function unpacked(item: Plain): StoredRecord {
  const { doc, ...beside } = item;
  if (!(doc instanceof Uint8Array)) return beside as StoredRecord;
  const text = inflateRawSync(doc, { maxOutputLength: mostInflated_bytes }).toString('utf8');
  return { ...(JSON.parse(text) as Plain), ...beside } as StoredRecord;
}
