import { Match } from 'aws-cdk-lib/assertions';
import { test } from 'vitest';
import { exampleTemplate } from './example-stack.ts';

const at = 'tsunagu-mori-dev';
const template = exampleTemplate();

test('the records lie alone under one key, with one sparse index of keys, and never end by themselves', () => {
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    TableName: `${at}-records`,
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sweepShard', AttributeType: 'S' },
      { AttributeName: 'sweepAt', AttributeType: 'N' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'sweep',
        KeySchema: [
          { AttributeName: 'sweepShard', KeyType: 'HASH' },
          { AttributeName: 'sweepAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    TimeToLiveSpecification: Match.absent(),
  });
});

test('what lies beside the records has two keys, no index, and ends by its ttl', () => {
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    TableName: `${at}-beside`,
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: Match.absent(),
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  });
});

test.each(['records', 'beside'])('the table %s is on demand, encrypted and restorable', (table) => {
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    TableName: `${at}-${table}`,
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { SSEEnabled: true },
    Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
  });
});

test('in production both tables outlive the stack and refuse to be deleted', () => {
  const production = exampleTemplate({ stage: 'production' });
  production.allResourcesProperties('AWS::DynamoDB::GlobalTable', {
    Replicas: [Match.objectLike({ DeletionProtectionEnabled: true })],
  });
  production.allResources('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain' });
});
