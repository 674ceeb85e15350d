/** A customer record out of the item that holds it, for whoever looks at the table from outside. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { unpacked } from '../../../shared/aws/packed-record.ts';
import { type StoredRecord, spelledOut } from '../../../shared/core/record/record-codec.ts';
import type { TableItem } from './asked.ts';

/** As it is stored, with its ids spelled out. `item`: as it goes over the wire, where bytes are base64 text. */
export function recordOfItem(item: TableItem): StoredRecord {
  const { doc, ...beside } = unmarshall(item);
  return spelledOut(
    unpacked(typeof doc === 'string' ? { ...beside, doc: Buffer.from(doc, 'base64') } : beside),
  );
}
