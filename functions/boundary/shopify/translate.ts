/** From a webhook of Shopify's partner event source to events in the product's own wire shape. Pure. */
import type { Temporal } from 'temporal-polyfill';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { mapCheckout } from './checkouts.ts';
import { mapConsent } from './consent.ts';
import { mapCustomer } from './customers.ts';
import { mapFulfillment } from './fulfillments.ts';
import { mapOrder } from './orders.ts';
import type { PayloadFields } from './payload-fields.ts';
import { mapRefund } from './refunds.ts';
import { loggableTopic, type Mapped, readWebhook, type Webhook } from './webhook.ts';

export interface WireEvent {
  readonly detailType: EventName;
  readonly detail: PayloadFields;
}

/** `ofOrder`: the events have no `customer` yet; she is whoever placed that order. */
export type Translated = { readonly topic: string } & (
  | { readonly events: readonly WireEvent[]; readonly ofOrder?: string | undefined }
  | { readonly unmapped: string }
);

const byTopic: ReadonlyMap<string, (webhook: Webhook) => Mapped> = new Map([
  ['orders/create', mapOrder],
  ['orders/paid', mapOrder],
  ['orders/fulfilled', mapOrder],
  ['orders/cancelled', mapOrder],
  ['refunds/create', mapRefund],
  ['fulfillments/create', mapFulfillment],
  ['fulfillments/update', mapFulfillment],
  ['customers/create', mapCustomer],
  ['customers/update', mapCustomer],
  ['customers_email_marketing_consent/update', mapConsent],
  ['checkouts/create', mapCheckout],
  ['checkouts/update', mapCheckout],
]);

export const shopifyTopics: readonly string[] = [...byTopic.keys()];

/**
 * @param detail `{ metadata, payload }` of the partner event
 * @param receivedAt stands in where neither payload nor metadata tells a time
 * @returns the events in the order in which they happened, or why there are none
 * @throws `MalformedEvent`: names the field, never its value
 */
export function translateShopify(detail: unknown, receivedAt: Temporal.Instant): Translated {
  const webhook = readWebhook(detail, receivedAt);
  const topic = loggableTopic(webhook.topic);
  const map = byTopic.get(webhook.topic);
  if (!map) return { topic, unmapped: 'topic-unknown' };
  const mapped = map(webhook);
  if ('unmapped' in mapped) return { topic, ...mapped };
  const events = mapped.drafts.map(({ name, at, parts }, index): WireEvent => {
    const eventId = index === 0 ? webhook.id : `${webhook.id}#${index + 1}`;
    return { detailType: name, detail: { eventId, occurredAt: at, ...parts } };
  });
  return { topic, events, ofOrder: mapped.ofOrder };
}
