/** Our own counting of sizes and capacity, held against the one in Amazon's DynamoDB Local. */
import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { type IndexChange, itemBytes, readUnits, writeUnits } from '../../shared/aws/capacity.ts';
import { fromItem, type Item, toItem } from '../../shared/aws/dynamo-table.ts';
import { itemSize } from '../../shared/core/values/item-size.ts';
import { type Database, tables } from './databases.ts';

let n = 0;
const TableName = tables.records;
const newKey = () => ({ pk: { S: `cap-${String(n++).padStart(4, '0')}` } });

const odd: readonly AttributeValue[] = [
  ...[
    '0',
    '1',
    '-1',
    '12',
    '123',
    '10',
    '1000',
    '1.2',
    '0.012',
    '1763782980.123',
    '-12.5',
    '1e30',
    '1e-5',
  ].map((N) => ({ N })),
  ...['', 'a', '日本語', '😀', 'é'].map((S) => ({ S })),
  { BOOL: true },
  { NULL: true },
  { SS: ['ab', 'cde'] },
  { NS: ['1', '22.5'] },
  { M: {} },
  { L: [] },
  { M: { a: { S: 'b' }, list: { L: [{ N: '7' }, { L: [{ S: 'x' }] }, { M: { k: { NULL: true } } }] } } },
];

export function capacityIsCountedAsAmazonDoes(database: () => Database) {
  const unitsOfPut = async (item: Item) => {
    const put = new PutItemCommand({ TableName, Item: item, ReturnConsumedCapacity: 'TOTAL' });
    return (await database().client().send(put)).ConsumedCapacity?.CapacityUnits;
  };

  test('every kind of value is as big as Amazon counts it, to the byte', async () => {
    for (const value of odd) {
      const bare = itemBytes({ ...newKey(), value, pad: { S: '' } });
      const padded = (bytes: number) => ({ ...newKey(), value, pad: { S: 'x'.repeat(bytes - bare) } });
      expect([value, await unitsOfPut(padded(1024)), await unitsOfPut(padded(1025))]).toEqual([value, 1, 2]);
    }
  });

  test('the size of plain data is the size of the item made of it', () => {
    for (const value of odd) {
      const item = { ...newKey(), value };
      const hasNoPlainForm = value.SS !== undefined || value.NS !== undefined || Number(value.N) > 2 ** 53;
      if (!hasNoPlainForm) expect(itemSize(fromItem(item))).toBe(itemBytes(item));
    }
  });

  test('a write costs by the bigger of before and after, and by what it does to the index', async () => {
    const key = newKey();
    const itemOf = (bytes: number, shard: string | undefined, sweepAt: number) =>
      ({
        ...toItem({ pad: 'x'.repeat(bytes), sweepShard: shard, ...(shard && { sweepAt }) }),
        ...key,
      }) as Item;
    let before: Item | undefined;
    const steps: [bytes: number, shard: string | undefined, sweepAt: number, index: IndexChange][] = [
      [100, undefined, 0, 'none'],
      [2000, undefined, 0, 'none'],
      [100, undefined, 0, 'none'],
      [100, 'S#01', 100, 'added'],
      [1500, 'S#01', 100, 'same'],
      [1500, 'S#01', 200, 'moved'],
      [5000, 'S#02', 200, 'moved'],
      [100, undefined, 0, 'removed'],
      [100, undefined, 0, 'none'],
    ];
    for (const [bytes, shard, sweepAt, index] of steps) {
      const item = itemOf(bytes, shard, sweepAt);
      const sizes = { oldBytes: before ? itemBytes(before) : 0, newBytes: itemBytes(item) };
      expect([index, await unitsOfPut(item)]).toEqual([index, writeUnits({ ...sizes, index })]);
      before = item;
    }
  });

  test('an update costs by the whole item', async () => {
    const key = newKey();
    const item = { ...key, pad: { S: 'x'.repeat(3000) }, sweepShard: { S: 'S#00' }, sweepAt: { N: '1' } };
    await unitsOfPut(item);
    const update = new UpdateItemCommand({
      TableName,
      Key: key,
      UpdateExpression: 'SET sweepAt = :to',
      ExpressionAttributeValues: { ':to': { N: '2' } },
      ReturnConsumedCapacity: 'TOTAL',
    });
    const { ConsumedCapacity } = await database().client().send(update);
    const bytes = itemBytes(item);
    expect(ConsumedCapacity?.CapacityUnits).toBe(
      writeUnits({ oldBytes: bytes, newBytes: bytes, index: 'moved' }),
    );
  });

  test('a read costs by 4 KB, half where it need not be consistent, and something where nothing is', async () => {
    const read = async (Key: Item, ConsistentRead: boolean) => {
      const get = new GetItemCommand({
        TableName,
        Key,
        ConsistentRead,
        ReturnConsumedCapacity: 'TOTAL',
      });
      return (await database().client().send(get)).ConsumedCapacity?.CapacityUnits;
    };
    for (const bytes of [100, 4096, 4097, 9000]) {
      const key = newKey();
      const bare = itemBytes({ ...key, pad: { S: '' } });
      await unitsOfPut({ ...key, pad: { S: 'x'.repeat(bytes - bare) } });
      expect(await read(key, true)).toBe(readUnits(bytes, true));
      expect(await read(key, false)).toBe(readUnits(bytes, false));
    }
    expect(await read(newKey(), true)).toBe(readUnits(0, true));
  });
}
