import type { SQSRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { type GatherPorts, gatherEvents } from '../../../functions/queue/gather-events.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { guestNames } from '../../../shared/service/intake/guests.ts';
import { at } from '../../support/events.ts';

const world = memoryWorld({
  startAt: at('2026-11-22T09:31:00+09:00'),
  settings: { locale: 'ja' },
});
const { clock, orderOwners, log, metrics } = world;
const ports: GatherPorts = {
  clock,
  orderOwners,
  log,
  metrics,
  inbox: { bury: async () => {}, delay: async () => {} },
  guests: guestNames({ world, settings: { store: 'mori' } }),
  copiesOf: () => 0,
};

const record = (messageId: string, body: object) =>
  ({ messageId, body: JSON.stringify(body), messageAttributes: {} }) as SQSRecord;

const storefront = (type: string, detail: object) =>
  record(type, {
    source: 'storefront',
    'detail-type': type,
    detail: { eventId: type, occurredAt: '2026-11-22T09:30:00+09:00', ...detail },
  });

test('what concerns many and what the engine itself put in stand beside the customers', async () => {
  const own = record('own', { kind: 'look', customer: 'c-1' });
  const {
    byCustomer,
    storeWide,
    own: words,
  } = await gatherEvents(ports, [storefront('ProductRestocked', { product: { id: 'p-1', stock: 3 } }), own]);
  expect(byCustomer.size).toBe(0);
  expect(storeWide.map(([{ messageId }, { name }]) => [messageId, name])).toEqual([
    ['ProductRestocked', 'ProductRestocked'],
  ]);
  expect(words.map(([, message]) => message)).toEqual([{ kind: 'look', customer: 'c-1' }]);
});

test('a referral is told to the friend, too, without a word of the one who made it', async () => {
  const made = storefront('ReferralMade', {
    customer: { id: 'c-1', email: 'hana@example.com' },
    referral: { friendId: 'c-2' },
  });
  const { byCustomer } = await gatherEvents(ports, [made]);
  const [friend] = byCustomer.get('c-2')?.events ?? [];
  expect(friend).toMatchObject({
    name: 'ReferralMade',
    detail: { customer: { id: 'c-2' } },
  });
  expect(JSON.stringify(friend)).not.toContain('hana');
  expect(friend).not.toHaveProperty('replay');
});

test('somebody who only looks around is a customer of her own, without an address', async () => {
  const looks = storefront('CartUpdated', {
    customer: { anonymousId: 'b-1', email: 'hana@example.com' },
    cart: { id: 'a', items: [] },
  });
  const { byCustomer } = await gatherEvents(ports, [looks]);
  expect(byCustomer.get('anon:b-1')?.events[0]?.detail.customer).toEqual({
    id: 'anon:b-1',
    anonymousId: 'b-1',
  });
});

test('what a store tells is counted each time, orders of this hour besides, and nothing that the engine or a replay brings', async () => {
  const order = (id: string, more: object) => ({
    ...{ source: 'storefront', 'detail-type': 'OrderPlaced' },
    detail: {
      ...{ eventId: id, occurredAt: '2026-11-22T09:30:00+09:00', customer: { id: 'c-9' } },
      order: { id, currency: 'JPY', total: 1, items: [{ productId: 'p', quantity: 1, unitPrice: 1 }] },
    },
    ...more,
  });
  const [events, orders] = [metrics.of('EventTaken'), metrics.of('OrderTaken')];
  const late = order('o-2', {});
  late.detail.occurredAt = '2026-11-22T08:30:00+09:00';
  await gatherEvents(ports, [
    record('new', order('o-1', {})),
    record('late', late),
    record('again', order('o-3', { 'replay-name': 'facts-1' })),
    record('own', order('o-4', { source: undefined })),
    record('look', { kind: 'look', customer: 'c-1' }),
    storefront('ProductRestocked', { product: { id: 'p-1', stock: 3 } }),
  ]);
  expect(metrics.of('EventTaken') - events).toBe(3);
  expect(metrics.of('OrderTaken') - orders).toBe(1);
});
