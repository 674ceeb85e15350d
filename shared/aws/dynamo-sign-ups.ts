/** Bounds of the sign-up form, each by one conditional write, so that workers side by side keep them together. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { hourOf } from '../core/record/breaker.ts';
import type { SignUps } from '../ports/sign-ups.ts';
import { addressed, type DynamoTables, unlessRefused } from './dynamo-table.ts';
import { milliseconds, seconds } from './epoch.ts';
import { mailboxPlace, signUpHourPlace } from './table-keys.ts';

const keptHours = 48;

const number = (value: number) => ({ N: String(value) });

/**
 * `signUps` on DynamoDB: one write unit a question, also where the answer is no. The hour is one item: the form is let
 * through a few times a second, an item takes a thousand.
 */
export function dynamoSignUps(options: DynamoTables): SignUps {
  const { client, store } = options;
  return {
    count(at, atMost) {
      const hour = hourOf(at);
      return unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, signUpHourPlace(store, milliseconds(hour))),
            UpdateExpression: 'ADD signUps :one SET #ttl = :ttl',
            ConditionExpression: 'attribute_not_exists(signUps) OR signUps < :most',
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ':one': number(1),
              ':most': number(atMost),
              ':ttl': number(seconds(hour.add({ hours: keptHours }))),
            },
          }),
        ),
      );
    },

    keepFor({ mailbox, address }, at, until) {
      return unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, mailboxPlace(store, mailbox)),
            UpdateExpression: 'SET address = :address, untilMs = :until, #ttl = :ttl',
            // What time has ended is deleted some days late.
            ConditionExpression: 'attribute_not_exists(untilMs) OR untilMs <= :at OR address = :address',
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ':address': { S: address },
              ':at': number(milliseconds(at)),
              ':until': number(milliseconds(until)),
              ':ttl': number(seconds(until)),
            },
          }),
        ),
      );
    },
  };
}
