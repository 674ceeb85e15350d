/** What the adapters ask of DynamoDB: the requests are money, so their number and form are kept here. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { TableTooBusy } from '../../shared/aws/dynamo-batch.ts';
import { dynamoControl } from '../../shared/aws/dynamo-control.ts';
import { dynamoCustomers } from '../../shared/aws/dynamo-customers.ts';
import { dynamoEverybody } from '../../shared/aws/dynamo-everybody.ts';
import { dynamoOrderFacts } from '../../shared/aws/dynamo-order-facts.ts';
import { readTogether } from '../../shared/aws/dynamo-together.ts';
import { dynamoTouchpoints } from '../../shared/aws/dynamo-touchpoints.ts';
import { unpacked } from '../../shared/aws/packed-record.ts';
import { shardOf } from '../../shared/aws/table-keys.ts';
import { noBrakes } from '../../shared/core/record/brakes.ts';
import { newCustomer } from '../../shared/core/record/customer.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import { sweepShards } from '../../shared/ports/sweep.ts';
import { wireStub } from './wire-stub.ts';

const stub = wireStub();
const startAt = Temporal.Instant.from('2026-11-22T01:00:00Z');

function tables() {
  const clock = new VirtualClock(startAt);
  const client = new DynamoDBClient({ ...stub.config(), maxAttempts: 1 });
  const names = { records: 'records', beside: 'beside' };
  return { client, tables: names, store: 'shop', clock, touchpointDays: 400, newWriteId: () => 'write-1' };
}
const operations = () => stub.asked.map(({ operation }) => operation?.replace('DynamoDB_20120810.', ''));
const recordKey = { pk: { S: 'C#shop#c1' } };
const addressKey = { pk: { S: 'ADDR#shop#key' }, sk: { S: 'ADDR' } };

test('a first save is one write that asks for nobody to be there', async () => {
  const transactional = Temporal.Instant.from('2026-11-22T02:00:00.5Z');
  const any = Temporal.Instant.from('2026-11-22T01:30:00Z');
  await dynamoCustomers(tables()).save(newCustomer('shop', 'c1'), { transactional, any });
  expect(operations()).toEqual(['PutItem']);
  expect(stub.asked[0]?.body).toEqual({
    TableName: 'records',
    Item: {
      ...recordKey,
      shape: { N: '2' },
      version: { N: '1' },
      doc: { B: expect.any(String) },
      dict: { N: '1' },
      write: { S: 'write-1' },
      sweepShard: { S: `S#${String(shardOf('c1')).padStart(2, '0')}` },
      sweepAt: { N: String(Temporal.Instant.from('2026-11-22T02:00:01Z').epochMilliseconds / 1000) },
      wakeAt: { N: String(any.epochMilliseconds / 1000) },
    },
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  const written = stub.asked[0]?.body as { Item: { doc: { B: string } } } | undefined;
  expect(unpacked({ doc: Buffer.from(written?.Item.doc.B ?? '', 'base64'), dict: 1 })).toEqual({
    store: 'shop',
    id: 'c1',
    profile: {},
    lifecycle: { orders: 0 },
  });
});

test('a later save asks for the version it was decided on, and leaves the index when nothing waits', async () => {
  await dynamoCustomers(tables()).save({ ...newCustomer('shop', 'c1'), version: 7 }, {});
  expect(stub.asked[0]?.body).toMatchObject({
    ConditionExpression: '#version = :version',
    ExpressionAttributeValues: { ':version': { N: '7' } },
    Item: { version: { N: '8' } },
  });
  for (const moment of ['sweepShard', 'sweepAt', 'wakeAt'])
    expect(stub.asked[0]?.body.Item).not.toHaveProperty(moment);
});

test('a refused save that was not repeated is a conflict, without another request', async () => {
  stub.answer({
    status: 400,
    body: { __type: 'x#ConditionalCheckFailedException', Item: { write: { S: 'write-1' } } },
  });
  expect(await dynamoCustomers(tables()).save(newCustomer('shop', 'c1'), {})).toBe('conflict');
  expect(operations()).toEqual(['PutItem']);
});

test('a load is one consistent read; with the address it is one batch', async () => {
  const customers = dynamoCustomers(tables());
  await customers.load('c1');
  await customers.loadWithAddress('c1', undefined);
  await customers.loadWithAddress('c1', 'key');
  expect(operations()).toEqual(['GetItem', 'GetItem', 'BatchGetItem']);
  expect(stub.asked[0]?.body).toEqual({ TableName: 'records', Key: recordKey, ConsistentRead: true });
  expect(stub.asked[2]?.body).toEqual({
    RequestItems: {
      records: { Keys: [recordKey], ConsistentRead: true },
      beside: { Keys: [addressKey], ConsistentRead: true },
    },
  });
});

test('what is told of an order is one write without a condition, and its read goes along with the record', async () => {
  const read = readTogether(tables());
  const orders = dynamoOrderFacts({ ...tables(), read });
  await orders.put('c1', { id: 'o#1', facts: { 'OrderRefunded:0a1b': { at: '2026-11-22T01:00:00Z' } } });
  expect(operations()).toEqual(['UpdateItem']);
  expect(stub.asked[0]?.body).toEqual({
    TableName: 'beside',
    Key: { pk: { S: 'C#shop#c1' }, sk: { S: 'ORDER#o#1' } },
    UpdateExpression: 'SET #0 = :0',
    ExpressionAttributeNames: { '#0': 'OrderRefunded:0a1b' },
    ExpressionAttributeValues: { ':0': { S: '{"at":"2026-11-22T01:00:00Z"}' } },
  });
  const customers = dynamoCustomers({ ...tables(), read });
  await Promise.all([customers.loadWithAddress('c1', 'key'), orders.load('c1', 'o#1')]);
  expect(operations()).toEqual(['UpdateItem', 'BatchGetItem']);
});

test('what a batch leaves out of one table is asked for again, after a pause, and what the other gave is not', async () => {
  const options = tables();
  const left = (names: object) => ({ status: 200, body: { Responses: {}, UnprocessedKeys: names } });
  stub.answer(
    left({ records: { Keys: [recordKey] }, beside: { Keys: [addressKey] } }),
    {
      status: 200,
      body: {
        Responses: { beside: [addressKey] },
        UnprocessedKeys: { records: { Keys: [recordKey] }, beside: { Keys: [] } },
      },
    },
    { status: 200, body: { Responses: { records: [] } } },
  );
  const read = await dynamoCustomers(options).loadWithAddress('c1', 'key');
  expect(read).toEqual({ customer: undefined, address: { key: 'key' } });
  const asked = stub.asked.map(({ body }) => Object.keys(body.RequestItems as object));
  expect(asked).toEqual([['records', 'beside'], ['records', 'beside'], ['records']]);
  expect(stub.asked[2]?.body).toEqual({
    RequestItems: { records: { Keys: [recordKey], ConsistentRead: true } },
  });
  expect(options.clock.now().epochMilliseconds).toBeGreaterThan(startAt.epochMilliseconds);
});

test('a table that never answers in full is told as too busy', async () => {
  const busy = { status: 200, body: { UnprocessedKeys: { records: { Keys: [recordKey] } } } };
  stub.answer(...Array.from({ length: 8 }, () => busy));
  await expect(dynamoCustomers(tables()).loadWithAddress('c1', 'key')).rejects.toThrow(TableTooBusy);
  expect(stub.asked).toHaveLength(8);
});

test('a touchpoint is deleted after its days', async () => {
  await dynamoTouchpoints(tables()).note('c1', 't1', 'clicked', startAt);
  const ttl = String(startAt.add({ hours: 400 * 24 }).epochMilliseconds / 1000);
  expect(stub.asked[0]?.body.ExpressionAttributeValues).toMatchObject({ ':ttl': { N: ttl } });
});

test('brakes are read at most every ten seconds, and at once after a write or a clock gone back', async () => {
  const options = tables();
  let now = startAt;
  const control = dynamoControl({ ...options, clock: { now: () => now, sleep: async () => {} } });
  const readAt = async (at: Temporal.Instant) => {
    now = at;
    const before = stub.asked.length;
    await control.read();
    return stub.asked.length - before;
  };
  expect(await readAt(startAt)).toBe(1);
  expect(await readAt(startAt.add({ seconds: 9 }))).toBe(0);
  expect(await readAt(startAt.add({ seconds: 10 }))).toBe(1);
  expect(await readAt(startAt)).toBe(1);
  await control.write(noBrakes);
  expect(await readAt(startAt)).toBe(1);
});

test('the shards of the sweep fill evenly', () => {
  const counts = new Array(sweepShards).fill(0);
  for (let n = 0; n < 16_000; n++) counts[shardOf(`customer-${n}`)]++;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200);
});

test('a page of everybody is one request for whole megabytes of records, of which it sees the keys alone', async () => {
  const everybody = dynamoEverybody(tables());
  const scanned = ['C#shop#a', 'C#shop#b#1'].map((pk) => ({ pk: { S: pk } }));
  stub.answer({ status: 200, body: { Items: scanned, LastEvaluatedKey: { pk: { S: 'C#shop#b#1' } } } });
  const first = await everybody.page(3, undefined);
  expect(first).toEqual({ ids: ['a', 'b#1'], next: 'C#shop#b#1' });
  stub.answer({ status: 200, body: { Items: [] } });
  expect(await everybody.page(3, first.next)).toEqual({ ids: [], next: undefined });
  // A cursor of the one table there was.
  await everybody.page(3, '["C#shop#a","REC"]');
  const words = {
    TableName: 'records',
    Segment: 3,
    TotalSegments: sweepShards,
    Select: 'SPECIFIC_ATTRIBUTES',
    ProjectionExpression: 'pk',
    FilterExpression: 'begins_with(pk, :store)',
    ExpressionAttributeValues: { ':store': { S: 'C#shop#' } },
  };
  expect(stub.asked.map(({ body }) => body)).toEqual([
    words,
    { ...words, ExclusiveStartKey: { pk: { S: 'C#shop#b#1' } } },
    words,
  ]);
});
