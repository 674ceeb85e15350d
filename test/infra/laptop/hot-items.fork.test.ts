import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../../infra/laptop/table/database.ts';
import type { Answered } from '../../../infra/laptop/table/database-front.ts';
import { dynaliteWithin } from '../../../infra/laptop/table/dynalite-within.ts';
import { HotItems } from '../../../infra/laptop/table/hot-items.ts';
import type { Json } from '../../../infra/laptop/table/metering.ts';
import { createProductTable } from '../../../infra/laptop/table/product-table.ts';
import type { Names } from '../../../infra/stack/names.ts';

const names = { table: 'table', sweepIndex: 'sweep' } as Names;
const TableName = names.table;

async function emptyTable() {
  const { ask } = dynaliteWithin();
  const call = async (operation: string, body: Buffer | string) => {
    const { status, output } = await ask(operation, JSON.parse(String(body)) as Json);
    return { status, body: Buffer.from(JSON.stringify(output)) };
  };
  await createProductTable({ call } as Database, names);
  const isReady = async () => JSON.stringify(await ask('DescribeTable', { TableName })).includes('"ACTIVE"');
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 1));
  return ask;
}

/** The table with what is asked most answered before it, asked as its process does. */
async function hotTable() {
  const ask = await emptyTable();
  let itself = 0;
  const items = new HotItems((operation, input) => {
    itself += 1;
    return ask(operation, input);
  });
  return {
    asked: () => itself,
    async do(operation: string, input: Json): Promise<Answered> {
      const quick = items.answer(operation, input, JSON.stringify(input).length);
      if (quick) return quick;
      let answer: Answered = { status: 0, output: {} };
      await items.askAlone(operation, input, async () => {
        answer = await ask(operation, input);
      });
      return answer;
    },
  };
}

const keyOf = (n: number) => ({ pk: { S: `C#${n % 2}` }, sk: { S: n < 2 ? 'REC' : `TOUCH#${n}` } });
const version = (n: number) => ({ N: String(n) });
const before = (n: number) => ({
  ConditionExpression: '#v = :v',
  ExpressionAttributeNames: { '#v': 'version' },
  ExpressionAttributeValues: { ':v': version(n) },
});
const set = (n: number, condition?: string) => ({
  UpdateExpression: 'SET #a = :a, #state = :s',
  ...(condition && { ConditionExpression: condition }),
  ExpressionAttributeNames: { '#a': 'a', '#state': 'state' },
  ExpressionAttributeValues: { ':a': version(n), ':s': { S: 'sent' } },
});

type Step = readonly [operation: string, input: Json];
const small = fc.nat(3);
const put = (n: number, v: number, sweep: boolean, more: object): Step => {
  const index = sweep && { sweepShard: { S: 'S#1' }, sweepAt: { N: String(100 + v) } };
  return ['PutItem', { TableName, Item: { ...keyOf(n), version: version(v), ...index }, ...more }];
};
const update = (n: number, input: object): Step => ['UpdateItem', { TableName, Key: keyOf(n), ...input }];
const query = (input: object): Step => ['Query', { TableName, ...input }];

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(small, small, fc.boolean()).map(([n, v, sweep]) => put(n, v, sweep, {})),
  fc
    .tuple(small, small)
    .map(([n, v]) => put(n, v, true, { ConditionExpression: 'attribute_not_exists(pk)' })),
  fc.tuple(small, small, small).map(([n, v, old]) => put(n, v, false, before(old))),
  fc.tuple(small, small).map(([n, v]) => put(n, v, false, { ReturnValues: 'ALL_OLD' })),
  fc.tuple(small, small).map(([n, v]) => update(n, set(v))),
  fc.tuple(small, small).map(([n, v]) => update(n, set(v, 'attribute_not_exists(#state) OR #a = :a'))),
  fc.tuple(small, small).map(([n, v]) => update(n, { ...set(v), ReturnValues: 'ALL_NEW' })),
  small.map((n) =>
    update(n, { UpdateExpression: 'ADD seen :one', ExpressionAttributeValues: { ':one': { N: '1' } } }),
  ),
  small.map((n): Step => ['DeleteItem', { TableName, Key: keyOf(n) }]),
  small.map((n): Step => ['GetItem', { TableName, Key: keyOf(n) }]),
  small.map((n): Step => ['GetItem', { TableName, Key: keyOf(n), ProjectionExpression: 'version' }]),
  small.map((n): Step => ['GetItem', { TableName: 'none', Key: keyOf(n) }]),
  small.map((n): Step => ['PutItem', { TableName, Item: { ...keyOf(n), sweepAt: { S: 'no number' } } }]),
  small.map((n): Step => ['PutItem', { TableName, Item: { ...keyOf(n), list: { SS: [] } } }]),
  fc
    .uniqueArray(small, { minLength: 1 })
    .map((ns): Step => ['BatchGetItem', { RequestItems: { [TableName]: { Keys: ns.map(keyOf) } } }]),
  small.map((n) =>
    query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': keyOf(n).pk, ':sk': { S: 'T' } },
    }),
  ),
  fc.constant(
    query({
      IndexName: names.sweepIndex,
      KeyConditionExpression: 'sweepShard = :shard',
      ExpressionAttributeValues: { ':shard': { S: 'S#1' } },
    }),
  ),
  fc.constant<Step>(['Scan', { TableName }]),
);

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
    fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 30 }), async (asked) => {
      const [alone, hot] = [await emptyTable(), await hotTable()];
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
  expect(hot.asked()).toBe(2);
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
