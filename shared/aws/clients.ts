/** How each AWS client is made; one function for each, so that a bundle holds only what it uses. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from '@smithy/types';
import { whenAsked } from './when-asked.ts';

/** A hanging call must end well before its function does; the SDK then tries again. */
const patience = { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/**
 * Without `info` and `error` the SDK need not prepare, for each call, a copy of input and output for a log nobody
 * keeps (a twentieth of a sender's processor time).
 */
const unlogged = { trace() {}, debug() {}, warn() {} } as unknown as Logger;

/** The stack of middleware is the same for every call of an operation: built once, it spares every call some. */
export const common = { requestHandler: patience, logger: unlogged, cacheMiddleware: true };

/** Each batch asks the table, so that a start makes its client; no batch asks all of the others. */
export const dynamoClient = () => new DynamoDBClient(common);

/** Nobody waits for a scheduler that takes no more: what it refuses goes into its lane and is armed from there. */
export const schedulerClient = () => whenAsked(() => new SchedulerClient({ ...common, maxAttempts: 1 }));

export const sqsClient = () => whenAsked(() => new SQSClient(common));
export const secretsClient = () => whenAsked(() => new SecretsManagerClient(common));

/** For what SES tells and does not send; such a call may be repeated. */
export const sesAccountClient = () => whenAsked(() => new SESv2Client(common));

/**
 * SES has no token against repeats: one attempt, never the SDK's three. A fresh connection for each mail, because one
 * that the service closed while the function was frozen fails on its first use, and nobody could tell whether the mail
 * had gone.
 */
export const sesClient = () =>
  whenAsked(
    () =>
      new SESv2Client({
        ...common,
        maxAttempts: 1,
        requestHandler: {
          connectionTimeout: 3_000,
          requestTimeout: 10_000,
          throwOnRequestTimeout: true,
          httpAgent: { keepAlive: false },
          httpsAgent: { keepAlive: false },
        },
      }),
  );
