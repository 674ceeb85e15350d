import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { startDatabase } from '../../../infra/laptop/table/database.ts';
import { createProductTables } from '../../../infra/laptop/table/product-tables.ts';
import { workerKeyPrefix } from '../../../infra/laptop/worker-key.ts';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const { names } = local.cloud;
const dynamo = new DynamoDBClient(local.client);
const Key = { pk: { S: 'C#mori#c-1' } };
const TableName = names.tables.records;

test('a conditional put holds', async () => {
  const put = new PutItemCommand({
    TableName,
    Item: { ...Key, sweepShard: { S: 'S#01' }, sweepAt: { N: '1772424000' } },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  await dynamo.send(put);
  await expect(dynamo.send(put)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
});

test('the sparse index tells who waits', async () => {
  const { Items } = await dynamo.send(
    new QueryCommand({
      TableName,
      IndexName: names.sweepIndex,
      KeyConditionExpression: 'sweepShard = :shard AND sweepAt <= :before',
      ExpressionAttributeValues: { ':shard': { S: 'S#01' }, ':before': { N: '1772424000' } },
    }),
  );
  expect(Items).toEqual([{ ...Key, sweepShard: { S: 'S#01' }, sweepAt: { N: '1772424000' } }]);
});

test('an item whose time is over is gone once the clock has passed the next midnight', async () => {
  const now_s = Math.floor(local.cloud.clock.now().epochMilliseconds / 1000);
  const over = { TableName: names.tables.beside, Key: { ...Key, sk: { S: 'OVER' } } };
  const Item = { ...over.Key, ttl: { N: String(now_s + 60) } };
  await dynamo.send(new PutItemCommand({ TableName: over.TableName, Item }));
  const isThere = async () => (await dynamo.send(new GetItemCommand(over))).Item !== undefined;
  await local.cloud.clock.advance('PT2M');
  expect(await isThere()).toBe(true);
  await local.cloud.clock.advance('P1D');
  expect(await isThere()).toBe(false);
});

test('there is one secret, with a key of its own at each start', async () => {
  const secrets = new SecretsManagerClient(local.client);
  const read = async (SecretId: string) =>
    JSON.parse((await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '') as object;
  expect(await read(names.secret)).toEqual({ k1: expect.stringMatching(/^[\w-]{43}$/) });
  await expect(read('another')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('the database counts what workers use, tells of the index, and shows an update nothing it did not ask', async () => {
  const noted: unknown[] = [];
  const database = await startDatabase({ indexed: (...change) => noted.push(change) });
  await createProductTables(database, names);
  const clientOf = (accessKeyId: string) =>
    new DynamoDBClient({
      endpoint: database.url,
      region: 'us-east-1',
      credentials: { accessKeyId, secretAccessKey: 'x' },
    });
  const [worker, other] = [clientOf(`${workerKeyPrefix}.sender.0`), clientOf('other')];
  const Item = { ...Key, sweepShard: { S: 'S#01' }, sweepAt: { N: '1000' }, text: { S: 'x'.repeat(1500) } };
  const update = (to: string, more: object = {}) =>
    new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: 'SET sweepAt = :to',
      ConditionExpression: 'sweepAt < :to',
      ExpressionAttributeValues: { ':to': { N: to } },
      ...more,
    });
  await worker.send(new PutItemCommand({ TableName, Item })); // 2 and 1 for the index
  expect((await worker.send(update('2000'))).Attributes).toBeUndefined(); // 2 and 2
  await expect(worker.send(update('1500'))).rejects.toThrow(); // 2
  const told = await other.send(update('3000', { ReturnValues: 'ALL_NEW' }));
  expect(told.Attributes?.sweepAt).toEqual({ N: '3000' });
  await worker.send(new GetItemCommand({ TableName, Key, ConsistentRead: true })); // 1
  const missing = { ...Key, sk: { S: 'NONE' } };
  const RequestItems = {
    [TableName]: { Keys: [Key], ConsistentRead: true },
    [names.tables.beside]: { Keys: [missing], ConsistentRead: true },
  };
  await worker.send(new BatchGetItemCommand({ RequestItems })); // 2
  await other.send(new GetItemCommand({ TableName, Key }));
  expect(await database.counts()).toMatchObject({
    requests: { PutItem: 1, UpdateItem: 2, GetItem: 1, BatchGetItem: 1 },
    capacity: { read: 3, write: 3 + 4 + 2 },
  });
  expect(noted).toEqual([1000, 2000, 3000].map((at_s) => ['C#mori#c-1', at_s * 1000]));
  worker.destroy();
  other.destroy();
  await database.stop();
});
