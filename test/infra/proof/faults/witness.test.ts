import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { Witness } from '../../../../infra/proof/faults/witness.ts';
import { dynamoCustomers } from '../../../../shared/aws/dynamo-customers.ts';
import type { Customer } from '../../../../shared/core/record/customer.ts';
import { VirtualClock } from '../../../../shared/memory/virtual-clock.ts';
import { wireStub } from '../../../aws/wire-stub.ts';
import { at } from '../../../support/events.ts';
import { again, claim, thankYou } from '../../../support/saves.ts';

const stub = wireStub();
const body = (value: object) => Buffer.from(JSON.stringify(value));
const mail = body({ EmailTags: [{ Name: 'touchpoint', Value: 't-1' }] });

/** The request by which the product itself saves this record. */
async function saveOf(customer: Customer): Promise<Buffer> {
  const client = new DynamoDBClient(stub.config());
  const clock = new VirtualClock(at('2026-03-02 10:00'));
  const tables = { records: 'records', beside: 'beside' };
  await dynamoCustomers({ client, tables, store: 'shop', clock }).save(customer, {});
  return body(stub.asked.at(-1)?.body as object);
}

test('a message is sent once more when the record that says so was saved', async () => {
  const witness = new Witness();
  witness.done('dynamodb', 'PutItem', await saveOf(thankYou.after), 200);
  witness.done('dynamodb', 'PutItem', await saveOf(again.after), 400);
  expect([...witness.sentOnceMore]).toEqual([]);
  witness.done('dynamodb', 'PutItem', await saveOf(again.after), 200);
  expect([...witness.sentOnceMore]).toEqual([claim(again.after).touchpoint]);
});

test('a mail is unclear when its worker could not learn whether it went', () => {
  const witness = new Witness();
  witness.faulted('ses', 'throttle', mail);
  witness.faulted('ses', 'delay', mail);
  witness.faulted('ses', 'drop', Buffer.from(''));
  expect([...witness.unclear]).toEqual([]);
  witness.faulted('ses', 'drop', mail);
  expect([...witness.unclear]).toEqual(['t-1']);
});
