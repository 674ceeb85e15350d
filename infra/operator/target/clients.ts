/** The AWS clients of the commands: the same code for AWS and for the embedded cloud, which is only another endpoint. */
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Nobody signs in to the embedded cloud, and no real account may be reached by mistake. */
const onLaptop = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** @param endpoint of the embedded cloud; AWS, by the environment's region and credentials, if left out */
export function clientsOf(endpoint: string | undefined) {
  const config = endpoint === undefined ? {} : { endpoint, ...onLaptop };
  return {
    cloudwatch: new CloudWatchClient(config),
    dynamo: new DynamoDBClient(config),
    events: new EventBridgeClient(config),
    // A run of the sweep may take as long as its function's timeout.
    lambda: new LambdaClient({ ...config, requestHandler: { requestTimeout: 150_000 } }),
    scheduler: new SchedulerClient(config),
    secrets: new SecretsManagerClient(config),
    // As the sender's own: a mail is never sent twice by a client.
    ses: new SESv2Client({ ...config, maxAttempts: 1 }),
    sqs: new SQSClient(config),
  };
}

export type Clients = ReturnType<typeof clientsOf>;

export function closeClients(clients: Clients): void {
  for (const client of Object.values(clients)) client.destroy();
}
