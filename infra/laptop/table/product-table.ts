/** The one table of the product, with the sparse index of those who wait for a timer; `ttl` ends its items. */
import type { StackNames } from '../../stack/names.ts';
import { callJson, type Database } from './database.ts';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

export async function createProductTable(database: Pick<Database, 'call'>, names: StackNames): Promise<void> {
  await callJson(database, 'CreateTable', {
    TableName: names.table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
      { AttributeName: 'sweepShard', AttributeType: 'S' },
      { AttributeName: 'sweepAt', AttributeType: 'N' },
    ],
    KeySchema: key('pk', 'sk'),
    GlobalSecondaryIndexes: [
      {
        IndexName: names.sweepIndex,
        KeySchema: key('sweepShard', 'sweepAt'),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  });
  await callJson(database, 'UpdateTimeToLive', {
    TableName: names.table,
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  });
}
