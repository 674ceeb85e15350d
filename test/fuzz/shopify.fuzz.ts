/** Webhooks of Shopify's partner event source: its own examples of every topic and version, with things wrong. */
import fc from 'fast-check';
import { sourcePrefix, webhookType } from '../../functions/boundary/shopify/webhook-marks.ts';
import { examples, webhook } from '../functions/boundary/shopify/example-webhooks.ts';
import { hostileText, hostileValue } from './hostile.ts';
import { takeIn } from './intake.ts';
import { mutated } from './mutated.ts';
import { planted } from './planted.ts';
import { jsonText } from './raw.ts';
import { target } from './target.ts';

/** Words that steer the translation, and what a wrong one may be. */
const words = fc.oneof(
  fc.constantFrom('success', 'cancelled', 'delivered', 'failure', 'in_transit', 'subscribed', 'unsubscribed'),
  hostileText,
);
const steering = [
  'status',
  'shipment_status',
  'cancel_reason',
  'cancelled_at',
  'financial_status',
  'restock_type',
];

const personal = { email: planted.email, phone: planted.phone, first_name: planted.name, name: planted.name };

/** An example whose customer is the planted one, dated as if it came today. */
const payload = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.dictionary(fc.constantFrom(...steering), words, { maxKeys: 2 }),
    fc.boolean(),
    fc.option(hostileValue, { nil: undefined, freq: 8 }),
  )
  .map(([{ topic, payload: given }, steered, today, amount]) => {
    const when = today
      ? { created_at: '2026-11-22T09:00:00+09:00', processed_at: null, cancelled_at: null }
      : {};
    const customer = 'customer' in given ? { customer: { ...given.customer, ...personal } } : {};
    const price = amount === undefined ? {} : { total_price: amount, currency: 'JPY' };
    return { topic, payload: { ...given, ...personal, ...customer, ...when, ...price, ...steered } };
  });

const topics = [...new Set(examples.map(({ topic }) => topic))];
const otherTopic = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(...topics) },
  { weight: 1, arbitrary: hostileText },
);

const envelope = (detail: unknown) => ({
  'detail-type': webhookType,
  source: `${sourcePrefix}1/mori`,
  detail,
});

const nearlyValid = fc
  .tuple(
    mutated(
      payload.map((one) => one),
      4,
    ),
    otherTopic,
  )
  .map(([one, topic]) => {
    const { topic: own, payload: inner } = (one ?? {}) as { topic?: unknown; payload?: unknown };
    // What a mutation has put there may hold a `toString` that is no function.
    const told = typeof own === 'string' ? own : String(JSON.stringify(own));
    return envelope(webhook(topic ?? told, inner));
  });
const detailMutated = mutated(payload.map((one) => envelope(webhook(one.topic, one.payload))));

const bodies = jsonText(
  fc.oneof({ weight: 5, arbitrary: nearlyValid }, { weight: 1, arbitrary: detailMutated }),
);

/** The order that the examples of parcels and refunds name. */
const knownOrder = '820982911946154508';

export const shopifyWebhooks = target('shopify-webhooks', fc.tuple(bodies, fc.boolean()), ([body, known]) =>
  takeIn(body, { hours: 1, knownOrder: known ? knownOrder : undefined }),
);
