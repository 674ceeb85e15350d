import { expect, test } from 'vitest';
import type { TableItem } from '../../../infra/laptop/table/asked.ts';
import { ChangeLog } from '../../../infra/laptop/table/change-log.ts';
import { dynaliteWithin } from '../../../infra/laptop/table/dynalite-within.ts';
import { Expiry } from '../../../infra/laptop/table/expiry.ts';
import { HotItems } from '../../../infra/laptop/table/hot-items.ts';
import type { CommittedWrite, RefusedWrite } from '../../../infra/laptop/table/seam.ts';
import { StraightThrough } from '../../../infra/laptop/table/straight-through.ts';
import { WorkerUsage } from '../../../infra/laptop/table/worker-usage.ts';
import { names, seenTable } from './seen-table.ts';
import { before, keyOf, put, update } from './table-steps.ts';

const TableName = names.tables.records;
const ending = {
  table: names.tables.beside,
  keyOf: (n: number) => ({ pk: { S: `C#${n}` }, sk: { S: 'X' } }),
};
const day_s = 24 * 60 * 60;

const ways = {
  'answered from memory': HotItems,
  'passed straight through': StraightThrough,
} as const;

async function watched(way: (typeof ways)[keyof typeof ways] = HotItems) {
  const table = await seenTable(dynaliteWithin(), (ask, parts) => new way(ask, parts));
  const [committed, refused]: [CommittedWrite[], RefusedWrite[]] = [[], []];
  table.seam.subscribe({
    committed: (write) => void committed.push(write),
    refused: (write) => void refused.push(write),
  });
  return { ...table, committed, refused };
}

/** A table whose items expire, with what it was told of. */
async function expiring() {
  const table = await watched();
  const midnights: number[] = [];
  const { seam, tables, backend } = table;
  const expiry = seam.subscribe(
    new Expiry({ tables, table: table.table, ask: backend.ask, expiring: (at_ms) => midnights.push(at_ms) }),
  );
  const putWith = (n: number, ttl: TableItem[string]) =>
    table.do('PutItem', { TableName: ending.table, Item: { ...ending.keyOf(n), ttl } });
  const has = async (n: number) =>
    (await table.do('GetItem', { TableName: ending.table, Key: ending.keyOf(n) })).output.Item !== undefined;
  return { ...table, expiry, midnights, putWith, has };
}

for (const [name, way] of Object.entries(ways)) {
  test(`a write ${name} is told by whoever asked for it, and one refused with what is there`, async () => {
    const table = await watched(way);
    await table.do(...put(0, 1, false, {}), 'worker');
    await table.do(...put(0, 2, false, before(9)), 'worker');
    await table.do(...update(0, { UpdateExpression: 'REMOVE version' }));
    await table.do('DeleteItem', { TableName, Key: keyOf(1) });
    const first = { ...keyOf(0), version: { N: '1' } };
    const place = { table: TableName, key: keyOf(0) };
    expect(table.committed).toEqual([
      { ...place, before: undefined, after: first, by: 'worker' },
      { ...place, before: first, after: keyOf(0), by: 'other' },
      { table: TableName, key: keyOf(1), before: undefined, after: undefined, by: 'other' },
    ]);
    expect(table.refused).toEqual([{ ...place, there: first, by: 'worker' }]);
  });

  test(`a table with a key of its own is seen too, ${name}`, async () => {
    const table = await watched(way);
    await table.do('CreateTable', {
      TableName: 'other',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    });
    const Item = { id: { N: '7' }, pk: { S: 'a' }, sk: { S: 'b' } };
    // The table is there a moment after it was asked for.
    await expect.poll(async () => (await table.do('PutItem', { TableName: 'other', Item })).status).toBe(200);
    expect(table.committed).toEqual([
      { table: 'other', key: { id: { N: '7' } }, before: undefined, after: Item, by: 'other' },
    ]);
  });
}

test('PartiQL, which nobody here can read along, is refused before it reaches a database that knows it', async () => {
  const table = await watched(StraightThrough);
  const { status } = await table.do('ExecuteStatement', { Statement: `DELETE FROM "${TableName}"` });
  expect([status, table.asked()]).toEqual([400, 0]);
});

test('writers at once on one item are told in a row: each finds what the one before it left', async () => {
  const table = await watched();
  const add = { UpdateExpression: 'ADD seen :one', ExpressionAttributeValues: { ':one': { N: '1' } } };
  const all = Array.from({ length: 40 }, (_, n) =>
    table.do(...(n % 3 === 0 ? update(0, add) : put(0, n, n % 2 === 0, {}))),
  );
  await Promise.all(all);
  expect(table.committed).toHaveLength(40);
  expect(table.committed.slice(1).map((write) => write.before)).toEqual(
    table.committed.slice(0, -1).map((write) => write.after),
  );
});

test('only what the workers ask is counted', async () => {
  const table = await watched();
  const usage = table.seam.subscribe(new WorkerUsage());
  const data = { S: 'x'.repeat(3000) };
  await table.do('PutItem', { TableName, Item: { ...keyOf(0), data } });
  await table.do('GetItem', { TableName, Key: keyOf(0) });
  expect(usage).toMatchObject({ requests: {}, capacity: { read: 0, write: 0 } });
  await table.do(...put(0, 1, true, {}), 'worker'); // 3 of what was there, 1 of the index
  await table.do(...put(0, 2, false, before(7)), 'worker'); // refused: 1
  await table.do(
    'BatchWriteItem',
    { RequestItems: { [TableName]: [{ DeleteRequest: { Key: keyOf(0) } }] } },
    'worker',
  ); // 1, and 1 of the index
  await table.do('GetItem', { TableName, Key: keyOf(0), ConsistentRead: true }, 'worker'); // 1 of nothing
  expect(usage).toMatchObject({
    requests: { PutItem: 2, BatchWriteItem: 1, GetItem: 1 },
    capacity: { read: 1, write: 7 },
  });
});

test('what is over is deleted at the midnight after, told as nobody’s doing, and counts for nobody', async () => {
  const table = await expiring();
  const usage = table.seam.subscribe(new WorkerUsage());
  const log = table.seam.subscribe(new ChangeLog(10));
  await table.putWith(0, { N: String(2 * day_s) });
  await table.putWith(1, { N: String(2 * day_s - 1) });
  expect(table.midnights).toEqual([3, 2].map((day) => day * day_s * 1000));
  await table.expiry.expire(2 * day_s * 1000);
  expect([await table.has(0), await table.has(1)]).toEqual([true, false]);
  expect(log.since(2)).toMatchObject([
    { event: 'REMOVE', key: ending.keyOf(1), after: undefined, expired: true },
  ]);
  expect(usage.capacity.write).toBe(0);
});

test('an item that was given more time stays, and what is no moment, or one of long ago, ends nothing', async () => {
  const table = await expiring();
  const day = (n: number) => ({ N: String(n * day_s - 10) });
  await table.putWith(0, day(1));
  await table.putWith(0, day(9));
  await table.putWith(1, { S: '100' });
  await table.putWith(2, day(1));
  await table.putWith(3, day(3000));
  await table.expiry.expire(3000 * day_s * 1000);
  expect(await Promise.all([0, 1, 2, 3].map(table.has))).toEqual([true, true, true, false]);
});

test('a write while an item expires is not lost', async () => {
  const table = await expiring();
  await table.putWith(0, { N: '10' });
  await Promise.all([table.expiry.expire(day_s * 1000), table.putWith(0, { N: String(5 * day_s) })]);
  expect(await table.has(0)).toBe(true);
});

test('the table tells by which attribute its items expire, and stops when that is switched off', async () => {
  const table = await expiring();
  const described = async () =>
    (await table.do('DescribeTimeToLive', { TableName: ending.table })).output.TimeToLiveDescription;
  expect(await described()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
  const off = { AttributeName: 'ttl', Enabled: false };
  await table.do('UpdateTimeToLive', { TableName: ending.table, TimeToLiveSpecification: off });
  await table.putWith(0, { N: '10' });
  expect(await described()).toEqual({ TimeToLiveStatus: 'DISABLED' });
  expect(table.midnights).toEqual([]);
});

test('the log of changes leaves out what changed nothing, keeps so many, and says when it has lost some', async () => {
  const table = await watched();
  const log = table.seam.subscribe(new ChangeLog(3));
  const data = (members: string[]) => ({ TableName, Item: { ...keyOf(0), data: { SS: members } } });
  await table.do('PutItem', data(['a', 'b']));
  await table.do('PutItem', data(['b', 'a']));
  await table.do(...update(0, { UpdateExpression: 'REMOVE nothing' }));
  await table.do('DeleteItem', { TableName, Key: keyOf(1) });
  expect(log.since(0).map(({ sequence, event }) => [sequence, event])).toEqual([[1, 'INSERT']]);
  for (let v = 0; v < 5; v += 1) await table.do(...put(0, v, false, {}));
  expect(log.since(6)).toEqual([]);
  expect(log.since(3).map(({ sequence }) => sequence)).toEqual([4, 5, 6]);
  expect(() => log.since(2)).toThrow(expect.objectContaining({ code: 'CHANGES_TRIMMED' }));
});
