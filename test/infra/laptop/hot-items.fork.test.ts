import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answered } from '../../../infra/laptop/table/asked.ts';
import { dynaliteWithin } from '../../../infra/laptop/table/dynalite-within.ts';
import { HotItems } from '../../../infra/laptop/table/hot-items.ts';
import { dynaliteAlone, names, seenTable } from './seen-table.ts';
import { before, keyOf, put, query, reads, set, tableOf, update, writes } from './table-steps.ts';

const TableName = names.tables.records;

/** The table with what is asked most answered before it, asked as its process does. */
const hotTable = () => seenTable(dynaliteWithin(), (...parts) => new HotItems(...parts));

/** An answer without the order of its items and of their fields, which mean nothing here. */
const said = ({ status, output }: Answered) => {
  const inOrder = (_: string, value: unknown): unknown =>
    Array.isArray(value)
      ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value;
  return `${status} ${JSON.stringify(JSON.parse(JSON.stringify(output, inOrder)), inOrder)}`;
};

test('whatever is asked in whatever order, the answers are those of dynalite alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(writes, reads), { minLength: 4, maxLength: 30 }), async (asked) => {
      const [alone, hot] = [await dynaliteAlone(), await hotTable()];
      for (const [operation, input] of asked) {
        const [wanted, got] = [await alone(operation, input), await hot.do(operation, input)];
        expect([operation, input, said(got)]).toEqual([operation, input, said(wanted)]);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('plain operations reach dynalite once for each item, and not again until it is asked for more', async () => {
  const hot = await hotTable();
  for (let v = 1; v <= 20; v += 1) await hot.do(...put(0, v, true, v === 1 ? {} : before(v - 1)));
  expect(hot.asked()).toBe(1);
  const { output } = await hot.do('Scan', { TableName });
  expect(output.Items).toMatchObject([{ version: { N: '20' } }]);
  // It was told of the item, and asked.
  expect(hot.asked()).toBe(3);
});

test('a batch over both tables is answered from memory, each item under its own table', async () => {
  const hot = await hotTable();
  for (const n of [0, 2]) await hot.do(...put(n, n, false, {}));
  const before = hot.asked();
  const Keys = (n: number) => ({ [tableOf(n)]: { Keys: [keyOf(n)], ConsistentRead: true } });
  const { output } = await hot.do('BatchGetItem', { RequestItems: { ...Keys(0), ...Keys(2) } });
  expect(output.Responses).toEqual({
    [tableOf(0)]: [expect.objectContaining(keyOf(0))],
    [tableOf(2)]: [expect.objectContaining(keyOf(2))],
  });
  expect(hot.asked()).toBe(before);
});

test('what has left the index is no longer found there', async () => {
  const hot = await hotTable();
  const waiting = query({
    IndexName: names.sweepIndex,
    KeyConditionExpression: 'sweepShard = :shard',
    ExpressionAttributeValues: { ':shard': { S: 'S#1' } },
  });
  await hot.do(...put(0, 1, true, {}));
  expect((await hot.do(...waiting)).output.Items).toHaveLength(1);
  await hot.do(...put(0, 2, false, before(1)));
  expect((await hot.do(...waiting)).output.Items).toEqual([]);
});

test('of two writers at once on one condition, one is refused', async () => {
  const hot = await hotTable();
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
  const both = await Promise.all([1, 2].map((v) => hot.do(...put(0, v, true, absent))));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('a plain write and one that only dynalite can do, at once, are both kept', async () => {
  const one = { UpdateExpression: 'ADD seen :one', ExpressionAttributeValues: { ':one': { N: '1' } } };
  for (let round = 0; round < 20; round += 1) {
    const hot = await hotTable();
    const writes = [update(0, set(1)), update(0, one), update(0, set(2)), update(0, one)];
    await Promise.all(writes.map(([operation, input]) => hot.do(operation, input)));
    const { output } = await hot.do('GetItem', { TableName, Key: keyOf(0) });
    expect(output.Item).toMatchObject({ seen: { N: '2' }, state: { S: 'sent' } });
  }
});
