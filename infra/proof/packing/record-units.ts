/** What saved records take of the table: bytes of the item as it is billed, in write units of 1 KB, and the processor's time. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { itemBytes, writeUnits } from '../../../shared/aws/capacity.ts';
import { packed, unpacked } from '../../../shared/aws/packed-record.ts';
import type { StoredRecord } from '../../../shared/core/record/record-codec.ts';

type Packing = (record: StoredRecord) => Record<string, unknown>;

/** `units`: bytes as parts of a KB. `billed`: on average, in whole units. */
export interface RecordSizes {
  readonly records: number;
  readonly p50_bytes: number;
  readonly p90_bytes: number;
  readonly units: { readonly p50: number; readonly p90: number };
  readonly billed: number;
}

const unit_bytes = 1024;
const twoDigits = (value: number) => Math.round(value * 100) / 100;

/** What stands beside the packed record in its item: keys, the name of the write. */
const beside = ({ store, id }: StoredRecord) => ({
  pk: `C#${store}#${id}`,
  sk: 'REC',
  write: 'b7f0d1c29a3e',
});

function bytesOf(record: StoredRecord, packing: Packing): number {
  const item = marshall({ ...packing(record), ...beside(record) }, { removeUndefinedValues: true });
  return itemBytes(item as Record<string, AttributeValue>);
}

export function sizesOf(records: readonly StoredRecord[], packing: Packing = packed): RecordSizes {
  const bytes = records.map((record) => bytesOf(record, packing)).sort((one, other) => one - other);
  const quantile = (share: number) => bytes[Math.floor(bytes.length * share)] ?? 0;
  const billed = bytes.reduce(
    (sum, one) => sum + writeUnits({ oldBytes: one, newBytes: one, index: 'none' }),
    0,
  );
  return {
    records: bytes.length,
    p50_bytes: quantile(0.5),
    p90_bytes: quantile(0.9),
    units: { p50: twoDigits(quantile(0.5) / unit_bytes), p90: twoDigits(quantile(0.9) / unit_bytes) },
    billed: twoDigits(billed / bytes.length),
  };
}

/** As records were packed before there were dictionaries, for comparison. */
export const packedBefore: Packing = ({ shape, version, ...rest }) => ({
  shape,
  version,
  doc: deflateRawSync(JSON.stringify(rest)),
});

function timeOf(
  records: readonly StoredRecord[],
  packing: Packing,
  unpacking: (item: never) => unknown,
): number {
  const began = process.cpuUsage();
  for (const record of records) unpacking(packing(record) as never);
  const { user, system } = process.cpuUsage(began);
  return user + system;
}

const unpackedBefore = ({ doc }: { doc: Uint8Array }) => JSON.parse(inflateRawSync(doc).toString('utf8'));

/** How much of the processor packing and unpacking take, as a multiple of what they took before: one run, turn about. */
export function packingTimeRatio(records: readonly StoredRecord[], before = records): number {
  const rounds = 6;
  let [now_us, before_us] = [0, 0];
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [timeOf(records, packed, unpacked), timeOf(before, packedBefore, unpackedBefore)];
    // The first round warms the machine.
    if (round === 0) continue;
    now_us += one;
    before_us += other;
  }
  return twoDigits(now_us / before_us);
}
