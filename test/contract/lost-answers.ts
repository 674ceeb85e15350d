/** Writes whose answer is lost on its way: the database did them, and the SDK does them again. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dynamoCustomers } from '../../shared/aws/dynamo-customers.ts';
import { dynamoTouchpoints } from '../../shared/aws/dynamo-touchpoints.ts';
import { type Customer, newCustomer } from '../../shared/core/record/customer.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import { type Database, tables } from './databases.ts';
import { store } from './worlds.ts';

const clock = new VirtualClock(Temporal.Instant.from('2026-11-22T01:00:00Z'));

/** Loses the answer to the next request; `meanwhile` happens before the SDK tries again. */
function loseNextAnswer(client: DynamoDBClient, meanwhile = async () => {}) {
  let lost = false;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if (lost) return answer;
      lost = true;
      await meanwhile();
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', name: 'TimeoutError' });
    },
    { step: 'deserialize', priority: 'low', name: 'losesAnswers' },
  );
  return () => lost;
}

export function lostAnswersDoNoHarm(database: () => Database) {
  const customersOf = (client: DynamoDBClient) => dynamoCustomers({ client, tables, store, clock });

  test('a save that was done, and done again, is no conflict', async () => {
    const client = database().client();
    const lost = loseNextAnswer(client);
    expect(await customersOf(client).save(newCustomer(store, 'lost-1'), {})).toMatchObject({
      version: 1,
    });
    expect(lost()).toBe(true);
    expect(await customersOf(database().client()).load('lost-1')).toMatchObject({ version: 1 });
  });

  test('a later save that was done, and done again, is no conflict', async () => {
    const first = await customersOf(database().client()).save(newCustomer(store, 'lost-2'), {});
    const client = database().client();
    loseNextAnswer(client);
    expect(await customersOf(client).save(first as Customer, {})).toMatchObject({ version: 2 });
  });

  test('a save repeated after another writer won stays a conflict, though both wrote the same', async () => {
    const winner = customersOf(database().client());
    const client = database().client();
    let refused = false;
    client.middlewareStack.add(
      (next) => async (args) => {
        if (refused) return next(args);
        refused = true;
        await winner.save(newCustomer(store, 'lost-3'), {});
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', name: 'TimeoutError' });
      },
      { step: 'deserialize', priority: 'low', name: 'losesRequests' },
    );
    expect(await customersOf(client).save(newCustomer(store, 'lost-3'), {})).toBe('conflict');
  });

  test('a settled touchpoint whose answer was lost is settled', async () => {
    const client = database().client();
    loseNextAnswer(client);
    const touchpoints = dynamoTouchpoints({ client, tables, store, clock, touchpointDays: 400 });
    await touchpoints.settle({
      id: 'lost-4',
      customer: 'lost-4',
      enrolment: 'e',
      scenario: 's',
      version: 1,
      step: 'a',
      kind: 'marketing',
      template: 's/a',
      state: 'sent',
      because: 'accepted',
      at: clock.now(),
    });
    expect(await touchpoints.load('lost-4', 'lost-4')).toMatchObject({ state: 'sent' });
  });
}
