/** From Shopify's webhook on the bus to a mail in the box: the product's own functions, over the wire. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../../infra/laptop/cloud.ts';
import { twoScenariosAlone } from '../../../support/two-scenarios-alone.ts';
import { example, type Payload, webhook } from './example-webhooks.ts';

const her = '115310627314723950';
let cloud: Cloud;
let bus: EventBridgeClient;

beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: '2022-01-01T00:05:00Z', settings: twoScenariosAlone });
  bus = new EventBridgeClient({
    endpoint: cloud.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
});

function put(topic: string, change: (payload: Payload) => void = () => {}, busName = 'tsunagu') {
  const payload = example(topic);
  change(payload);
  const Detail = JSON.stringify(webhook(topic, payload, `wh-${topic}`));
  const Source = 'aws.partner/shopify.com/12345678/mori';
  const entry = { EventBusName: busName, Source, DetailType: 'shopifyWebhook', Detail };
  return bus.send(new PutEventsCommand({ Entries: [entry] }));
}

const get = async (path: string): Promise<Payload> => (await fetch(`${cloud.url}/_local/${path}`)).json();

test('an order of Shopify, told twice, gives one thanks; its parcel comes before it and still finds it', async () => {
  const live = (order: Payload) => {
    order.test = false;
    order.cancelled_at = null;
  };
  await put('fulfillments/create', (parcel) => {
    parcel.created_at = '2021-12-31T19:01:00-05:00';
  });
  await cloud.clock.advance('PT1M');
  expect((await put('orders/create', live)).FailedEntryCount).toBe(0);
  await put('orders/create', live);
  await cloud.clock.advance('PT10M');
  const mails = await get('mails');
  expect(mails.map((mail: Payload) => [mail.to, mail.scenario])).toEqual([
    ['john@example.com', 'order-thanks'],
  ]);
  const told = JSON.stringify(await get(`customers/${her}`));
  expect(told).toContain('820982911946154500');
  expect(told).toContain('OrderShipped');
});

test('the default bus takes no source of AWS, a partner of it or not', async () => {
  const answer = await put('orders/create', () => {}, 'default');
  expect(answer.Entries?.[0]?.ErrorCode).toBe('NotAuthorizedForSourceException');
});
