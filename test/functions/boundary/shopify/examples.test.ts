import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rememberOwner, withOwner } from '../../../../functions/boundary/shopify/order-owners.ts';
import { shopifyTopics, translateShopify } from '../../../../functions/boundary/shopify/translate.ts';
import { shopifyFacts } from '../../../../infra/stack/bus/shopify-pattern.ts';
import { MalformedEvent, parseEvent } from '../../../../shared/core/events/event-schema.ts';
import { memoryOrderOwners } from '../../../../shared/memory/memory-order-owners.ts';
import { at } from '../../../support/events.ts';
import { example, examples, noGuests, type Payload, versions, webhook } from './example-webhooks.ts';

const now = at('2026-11-22T09:31:00+09:00');

/** All the way to the events the engine takes, the example order's customer being known. */
async function eventsOf(topic: string, payload: Payload, version?: string) {
  const ports = { orderOwners: memoryOrderOwners(), guests: noGuests };
  await rememberOwner(
    ports,
    translateShopify(webhook('orders/create', example('orders/create', version)), now),
  );
  const translated = await withOwner(ports, translateShopify(webhook(topic, payload), now), false);
  if ('unmapped' in translated) return translated.unmapped;
  return translated.events.map(({ detailType, detail }) => parseEvent(detailType, detail, now));
}

test('the examples cover every topic, and the eleven of the shop in every version', () => {
  expect(versions.length).toBeGreaterThanOrEqual(13);
  const eleven = shopifyTopics.filter((topic) => !topic.startsWith('customers_'));
  expect(eleven).toHaveLength(11);
  for (const topic of eleven) {
    expect(examples.filter((one) => one.topic === topic)).toHaveLength(versions.length);
  }
  expect(examples.some((one) => one.topic.startsWith('customers_'))).toBe(true);
});

test('the stack asks for every topic that is mapped', () => {
  expect(Object.keys(shopifyFacts).sort()).toEqual([...shopifyTopics].sort());
});

const expected: Readonly<Record<string, readonly string[] | string>> = {
  'orders/create': ['OrderPlaced', 'OrderCancelled'],
  'orders/paid': ['OrderPaid', 'OrderCancelled'],
  'orders/fulfilled': ['OrderShipped', 'OrderCancelled'],
  'orders/cancelled': ['OrderCancelled'],
  'refunds/create': ['OrderRefunded'],
  'fulfillments/create': ['OrderShipped'],
  'fulfillments/update': ['OrderShipped'],
  'customers/create': ['CustomerRegistered'],
  'customers/update': ['CustomerUpdated'],
  'customers_email_marketing_consent/update': 'no-change-of-consent',
  'checkouts/create': ['CheckoutStarted'],
  'checkouts/update': ['CheckoutStarted'],
};

test.each(examples)('the example of $topic in $version becomes events the engine takes', async (one) => {
  const events = await eventsOf(one.topic, one.payload, one.version);
  const seen = typeof events === 'string' ? events : events.map((event) => event?.name);
  expect(seen).toEqual(expected[one.topic]);
  if (typeof events === 'string') return;
  for (const [index, event] of events.entries()) {
    expect(event?.toldAt).toBeUndefined();
    expect(event?.detail.eventId).toBe(index === 0 ? 'wh-1' : `wh-1#${index + 1}`);
    expect(event?.detail.customer.id).toMatch(/^\d+$/);
    if (event?.detail.order) {
      expect(event.detail.order.id).toBe('820982911946154500');
      expect(event.detail.order.isTest).toBe(true);
    }
  }
});

/** Puts another value somewhere into a payload. */
function mutated(payload: Payload, path: readonly number[], value: unknown): Payload {
  let node = payload;
  for (const [depth, choice] of path.entries()) {
    if (typeof node !== 'object' || node === null) return payload;
    const keys = Object.keys(node);
    const key = keys[choice % keys.length];
    if (key === undefined) return payload;
    if (depth === path.length - 1) node[key] = value;
    node = node[key];
  }
  return payload;
}

const oddValue = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.constantFrom(null, '', '-1', '1e5', '12.345', [], {}, [null], 'x'.repeat(5000), '\ud800', -5, 2 ** 70),
);

test('a payload with odd values ends as events, as unmapped or as a named error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }), oddValue), {
        minLength: 1,
        maxLength: 5,
      }),
      async ({ topic, payload }, changes) => {
        const changed = changes.reduce(
          (known, [path, value]) => mutated(known, path, value),
          structuredClone(payload),
        );
        try {
          const events = await eventsOf(topic, changed);
          if (typeof events === 'string') expect(events).toMatch(/^[a-z0-9_-]{1,64}$/);
          else expect(events.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedEvent);
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('a detail of any kind ends as events, as unmapped or as a named error', () => {
  const detail = fc.oneof(
    fc.anything(),
    fc.record({ metadata: fc.anything(), payload: fc.anything() }),
    fc
      .record({ topic: fc.constantFrom(...shopifyTopics), payload: fc.object() })
      .map(({ topic, payload }) => webhook(topic, payload)),
  );
  fc.assert(
    fc.property(detail, (one) => {
      try {
        translateShopify(one, now);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedEvent);
      }
    }),
    { numRuns: 1000 },
  );
});
