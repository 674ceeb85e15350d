/**
 * What a request to DynamoDB costs, from sizes alone. Pure. Source: "Read/write capacity" and "DynamoDB item sizes and
 * formats" in Amazon's DynamoDB Developer Guide; checked against DynamoDB Local's own counting in the contract tests.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { numberBytes, utf8Bytes } from '../core/values/item-size.ts';

const writeUnit_bytes = 1024;
const readUnit_bytes = 4096;

/** Bytes of an item as it goes over the wire (`{ pk: { S: … } }`), its keys among them. */
export function itemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  let sum = 0;
  for (const [name, value] of Object.entries(item)) sum += utf8Bytes(name) + attributeBytes(value);
  return sum;
}

function attributeBytes(value: AttributeValue): number {
  if (value.S !== undefined) return utf8Bytes(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + attributeBytes(one), 3);
  if (value.SS !== undefined) return value.SS.reduce((sum, one) => sum + utf8Bytes(one), 0);
  if (value.NS !== undefined) return value.NS.reduce((sum, one) => sum + numberBytes(one), 0);
  if (value.B !== undefined) return binaryBytes(value.B);
  if (value.BS !== undefined) return value.BS.reduce((sum, one) => sum + one.length, 0);
  return 1; // a boolean or null
}

/** On the wire binary is base64 text. */
function binaryBytes(value: Uint8Array | string): number {
  return typeof value === 'string' ? Buffer.byteLength(value, 'base64') : value.length;
}

/** Read units of one item; a missing one costs as much as the smallest. Half where the read need not be consistent. */
export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / readUnit_bytes)) * (consistent ? 1 : 0.5);
}

/**
 * What a write does to its entry in the keys-only index: `none`, no entry before or after; `same`, untouched;
 * `added` and `removed`, one write; `moved`, a removal and an addition.
 */
export type IndexChange = 'none' | 'same' | 'added' | 'moved' | 'removed';

const indexUnits: Readonly<Record<IndexChange, number>> = {
  none: 0,
  same: 0,
  added: 1,
  removed: 1,
  moved: 2,
};

/**
 * Write units of one write: the bigger of the item before and after counts (0 bytes: there was none). A write whose
 * condition was refused is counted by the item in its way alone: as `newBytes` too, with the index untouched.
 */
export function writeUnits(write: {
  readonly oldBytes: number;
  readonly newBytes: number;
  readonly index: IndexChange;
}): number {
  const bytes = Math.max(write.oldBytes, write.newBytes);
  return Math.max(1, Math.ceil(bytes / writeUnit_bytes)) + indexUnits[write.index];
}
