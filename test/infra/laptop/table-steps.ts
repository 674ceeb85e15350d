/** Requests to the product's tables, drawn at random: few keys and few values, so that they meet. */
import fc from 'fast-check';
import { names, type Step } from './seen-table.ts';

const day_s = 24 * 60 * 60;

/** The first two are records, the others lie beside them. */
const isRecord = (n: number) => n < 2;
export const keyOf = (n: number) => ({
  pk: { S: `C#${n % 2}` },
  ...(isRecord(n) ? {} : { sk: { S: `TOUCH#${n}` } }),
});
export const tableOf = (n: number) => names.tables[isRecord(n) ? 'records' : 'beside'];
export const everyKey = [0, 1, 2, 3].map((n) => ({ TableName: tableOf(n), Key: keyOf(n) }));
const version = (n: number) => ({ N: String(n) });
export const before = (n: number) => ({
  ConditionExpression: '#v = :v',
  ExpressionAttributeNames: { '#v': 'version' },
  ExpressionAttributeValues: { ':v': version(n) },
});
export const set = (n: number, condition?: string) => ({
  UpdateExpression: 'SET #a = :a, #state = :s',
  ...(condition && { ConditionExpression: condition }),
  ExpressionAttributeNames: { '#a': 'a', '#state': 'state' },
  ExpressionAttributeValues: { ':a': version(n), ':s': { S: 'sent' } },
});
const expressed = (UpdateExpression: string, value?: object) => ({
  UpdateExpression,
  ...(value && { ExpressionAttributeValues: { ':v': value } }),
});

const itemOf = (n: number, v: number, sweep: boolean) => ({
  ...keyOf(n),
  version: version(v),
  ...(sweep && isRecord(n) && { sweepShard: { S: 'S#1' }, sweepAt: { N: String(100 + v) } }),
});
export const put = (n: number, v: number, sweep: boolean, more: object): Step => [
  'PutItem',
  { TableName: tableOf(n), Item: itemOf(n, v, sweep), ...more },
];
export const update = (n: number, input: object): Step => [
  'UpdateItem',
  { TableName: tableOf(n), Key: keyOf(n), ...input },
];
export const query = (input: object): Step => ['Query', { TableName: names.tables.records, ...input }];
const remove = (n: number, more: object = {}): Step => [
  'DeleteItem',
  { TableName: tableOf(n), Key: keyOf(n), ...more },
];

const small = fc.nat(3);
const some = fc.uniqueArray(small, { minLength: 1 });
/** None with an empty map inside: DynamoDB Local streams such a map as nothing at all. */
const value = fc.constantFrom(
  { S: '日本語' },
  { S: '' },
  { N: '-12.5' },
  { N: '0.012' },
  { B: 'AQID' },
  { BOOL: false },
  { NULL: true },
  { SS: ['a', 'b'] },
  { SS: ['b', 'a'] },
  { NS: ['1', '2'] },
  { L: [{ S: 'x' }, { M: { y: { BOOL: true } } }] },
  { M: { count: { N: '1' }, list: { L: [] } } },
);
/** What is asked of each of them, table by table. */
function byTable<T>(ns: readonly number[], asked: (n: number, nth: number) => T): Record<string, T[]> {
  const all: Record<string, T[]> = {};
  for (const [nth, n] of ns.entries()) all[tableOf(n)] = [...(all[tableOf(n)] ?? []), asked(n, nth)];
  return all;
}
const oneWrite = (n: number, v: number, sweep: boolean) =>
  v === 0 ? { DeleteRequest: { Key: keyOf(n) } } : { PutRequest: { Item: itemOf(n, v, sweep) } };

/** Writes of all kinds, among them such as are refused, and such as change nothing. */
export const writes: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(small, small, fc.boolean()).map(([n, v, sweep]) => put(n, v, sweep, {})),
  fc
    .tuple(small, small)
    .map(([n, v]) => put(n, v, true, { ConditionExpression: 'attribute_not_exists(pk)' })),
  fc.tuple(small, small, small).map(([n, v, old]) => put(n, v, false, before(old))),
  fc.tuple(small, small).map(([n, v]) => put(n, v, false, { ReturnValues: 'ALL_OLD' })),
  fc.tuple(small, value).map(([n, data]) => put(n, 1, false, { Item: { ...keyOf(n), data } })),
  fc
    .tuple(small, small)
    .map(([n, v]) => put(n, v, false, { Item: { ...keyOf(n), ttl: { N: String(v * day_s - 10) } } })),
  fc.tuple(small, small).map(([n, v]) => update(n, set(v))),
  fc.tuple(small, small).map(([n, v]) => update(n, set(v, 'attribute_not_exists(#state) OR #a = :a'))),
  fc.tuple(small, small).map(([n, v]) => update(n, { ...set(v), ReturnValues: 'ALL_NEW' })),
  fc.tuple(small, value).map(([n, data]) => update(n, expressed('SET inner.part = :v', data))),
  fc.tuple(small, value).map(([n, data]) => update(n, expressed('SET data = if_not_exists(data, :v)', data))),
  small.map((n) => update(n, expressed('REMOVE data, sweepShard'))),
  small.map((n) => update(n, expressed('ADD seen :v', { N: '1' }))),
  small.map((n) => update(n, expressed('DELETE data :v', { SS: ['a'] }))),
  small.map((n) => remove(n)),
  fc.tuple(small, small).map(([n, old]) => remove(n, before(old))),
  small.map((n) => remove(n, { ReturnValues: 'ALL_OLD' })),
  small.map(
    (n): Step => ['PutItem', { TableName: tableOf(n), Item: { ...keyOf(n), sweepAt: { S: 'no number' } } }],
  ),
  small.map((n): Step => ['PutItem', { TableName: tableOf(n), Item: { ...keyOf(n), list: { SS: [] } } }]),
  fc
    .tuple(some, small, fc.boolean())
    .map(
      ([ns, v, sweep]): Step => [
        'BatchWriteItem',
        { RequestItems: byTable(ns, (n, i) => oneWrite(n, (v + i) % 4, sweep)) },
      ],
    ),
);

/** Writes that are all done or none, which dynalite does not know. */
export const transactions: fc.Arbitrary<Step> = fc.tuple(some, small, small).map(([ns, v, old]): Step => {
  const TransactItems = ns.map((n, i) => {
    if (i === 0)
      return { Put: { TableName: tableOf(n), Item: itemOf(n, v, false), ...(old > 1 && before(old)) } };
    return i === 1
      ? { Update: { TableName: tableOf(n), Key: keyOf(n), ...set(v) } }
      : { Delete: { TableName: tableOf(n), Key: keyOf(n) } };
  });
  return ['TransactWriteItems', { TransactItems }];
});

export const reads: fc.Arbitrary<Step> = fc.oneof(
  small.map((n): Step => ['GetItem', { TableName: tableOf(n), Key: keyOf(n) }]),
  small.map(
    (n): Step => ['GetItem', { TableName: tableOf(n), Key: keyOf(n), ProjectionExpression: 'version' }],
  ),
  small.map((n): Step => ['GetItem', { TableName: 'none', Key: keyOf(n) }]),
  some.map((ns): Step => {
    const asked = Object.entries(byTable(ns, keyOf)).map(([table, Keys]) => [table, { Keys }]);
    return ['BatchGetItem', { RequestItems: Object.fromEntries(asked) }];
  }),
  small.map((n) =>
    query({
      TableName: names.tables.beside,
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
  fc.constantFrom<Step[]>(...Object.values(names.tables).map((TableName): Step => ['Scan', { TableName }])),
);

/** Has what was over at the end of a day expire. */
export const expiries: fc.Arbitrary<Step> = small.map(
  (day): Step => ['Expire', { at_ms: day * day_s * 1000 }],
);
