/** What a request costs, by the numbers of Amazon's own guide: tables and indexes are learnt as they are made. */
import { expect, test } from 'vitest';
import { Meter } from '../../../../infra/proof/bench/lab/meter.ts';
import type { BenchItem } from '../../../../infra/proof/bench/lab/schema.ts';

const keys = (...names: string[]) => names.map((AttributeName) => ({ AttributeName, KeyType: 'HASH' }));
const index = (name: string, ...of: string[]) => ({
  IndexName: name,
  KeySchema: keys(...of),
  Projection: { ProjectionType: 'KEYS_ONLY' },
});

/** A table of records with one key and an index, and another beside it with two keys and none. */
function meter(): Meter {
  const made = new Meter();
  made.learn({
    TableName: 'records',
    KeySchema: keys('pk'),
    GlobalSecondaryIndexes: [index('due', 's', 'at')],
  });
  made.learn({ TableName: 'beside', KeySchema: keys('pk', 'sk') });
  return made;
}

const record = (more: object = {}): BenchItem => ({ pk: { S: 'C#shop#c-1' }, ...more });
const waiting = (at: number, text = '') =>
  record({ s: { S: '1' }, at: { N: String(at) }, text: { S: text } });
const put = (made: Meter, item: BenchItem, TableName = 'records') =>
  made.unitsOf('PutItem', { TableName, Item: item }, {}, false).write;

test('an entry of an index costs a unit to add, two to move, none to leave, one to take away', () => {
  const made = meter();
  expect(put(made, record())).toEqual({ record: 1, index: 0 });
  expect(put(made, waiting(1))).toEqual({ record: 1, index: 1 });
  expect(put(made, waiting(1, 'more'))).toEqual({ record: 1, index: 0 });
  expect(put(made, waiting(2))).toEqual({ record: 1, index: 2 });
  expect(put(made, record())).toEqual({ record: 1, index: 1 });
});

test('the bigger of the item before and after is billed, by the kilobyte', () => {
  const made = meter();
  put(made, record({ text: { S: 'a'.repeat(3000) } }));
  expect(put(made, record())).toEqual({ record: 3, index: 0 });
  const gone = made.unitsOf('DeleteItem', { TableName: 'records', Key: record() }, {}, false);
  expect(gone.write).toEqual({ record: 1, index: 0 });
});

test('a refused write is billed by the item in its way', () => {
  const made = meter();
  put(made, record({ text: { S: 'a'.repeat(1500) } }));
  const refused = made.unitsOf('PutItem', { TableName: 'records', Item: record() }, {}, true);
  expect(refused.write).toEqual({ record: 2 });
});

test('a touchpoint, an order and everything else are told from records', () => {
  const made = meter();
  expect(put(made, record({ sk: { S: 'ORDER#o-1' } }), 'beside')).toMatchObject({ order: 1 });
  expect(put(made, record({ sk: { S: 'TOUCH#1' } }), 'beside')).toMatchObject({ touchpoint: 1 });
  expect(put(made, { pk: { S: 'ADDR#shop#1' }, sk: { S: 'ADDR' } }, 'beside')).toMatchObject({ other: 1 });
  expect(put(made, record({ sk: { S: 'REC' } }), 'beside')).toMatchObject({ record: 1 });
});

test('a batch over two tables costs what each item costs, a missing one as much as the smallest', () => {
  const large = record({ text: { S: 'a'.repeat(5000) } });
  const input = {
    RequestItems: {
      records: { Keys: [record()], ConsistentRead: true },
      beside: { Keys: [record({ sk: { S: 'a' } }), record({ sk: { S: 'b' } })], ConsistentRead: true },
    },
  };
  const output = { Responses: { records: [large], beside: [record({ sk: { S: 'a' } })] } };
  expect(meter().unitsOf('BatchGetItem', input, output, false).read).toBe(2 + 1 + 1);
});

test('a scan costs what it went through, not what it found', () => {
  const output = { Items: [], ConsumedCapacity: { CapacityUnits: 12.5 } };
  expect(meter().unitsOf('Scan', { TableName: 'records' }, output, false).read).toBe(12.5);
});

test('what nobody has priced is an error', () => {
  expect(() => meter().unitsOf('TransactWriteItems', {}, {}, false)).toThrow(/does not know/);
  expect(() => put(meter(), record(), 'elsewhere')).toThrow(/knows no table/);
  const all = { ...index('all', 's'), Projection: { ProjectionType: 'ALL' } };
  expect(() =>
    new Meter().learn({ TableName: 't', KeySchema: keys('pk'), GlobalSecondaryIndexes: [all] }),
  ).toThrow(/KEYS_ONLY/);
});
