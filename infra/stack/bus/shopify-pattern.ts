/** Which of Shopify's webhooks leave the partner bus: those whose facts a scenario or the profile rules want. */
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';

/** What each topic may tell. */
export const shopifyFacts: Readonly<Record<string, readonly EventName[]>> = {
  'orders/create': ['OrderPlaced', 'OrderCancelled'],
  'orders/paid': ['OrderPaid'],
  'orders/fulfilled': ['OrderShipped', 'OrderDelivered'],
  'orders/cancelled': ['OrderCancelled'],
  'refunds/create': ['OrderRefunded', 'OrderReturned'],
  'fulfillments/create': ['OrderShipped'],
  'fulfillments/update': ['OrderShipped', 'OrderDelivered', 'OrderDelayed', 'DeliveryFailed'],
  'customers/create': ['CustomerRegistered', 'ConsentChanged'],
  'customers/update': ['CustomerUpdated', 'ConsentChanged'],
  'customers_email_marketing_consent/update': ['ConsentChanged'],
  'checkouts/create': ['CheckoutStarted'],
  'checkouts/update': ['CheckoutStarted'],
};

/**
 * The pattern of the rule on the partner bus.
 *
 * @param source as EventBridge matches it, a name or a filter
 * @param events the names of the events that are wanted
 */
export function shopifyPattern<Source>(source: Source, events: readonly string[]) {
  const wanted = new Set(events);
  const topics = Object.entries(shopifyFacts).flatMap(([topic, facts]) =>
    facts.some((fact) => wanted.has(fact)) ? [topic] : [],
  );
  return {
    source: [source],
    detailType: ['shopifyWebhook'],
    detail: { metadata: { 'X-Shopify-Topic': topics } },
  };
}
