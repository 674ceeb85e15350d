/**
 * The events a storefront may send, by detail-type. `begins`: it opens an order. `byParcel`: an order of several
 * parcels has one for each.
 */
export const eventCatalogue = {
  CustomerRegistered: { about: 'customer' },
  CustomerUpdated: { about: 'customer' },
  ConsentChanged: { about: 'customer' },
  CheckoutStarted: { about: 'customer' },
  OrderPlaced: { about: 'order', begins: true },
  OrderPaid: { about: 'order' },
  PaymentFailed: { about: 'order' },
  OrderShipped: { about: 'order', byParcel: true },
  OrderDelayed: { about: 'order', byParcel: true },
  OrderDelivered: { about: 'order', byParcel: true },
  DeliveryFailed: { about: 'order', byParcel: true },
  OrderCancelled: { about: 'order' },
  OrderReturned: { about: 'order' },
  OrderRefunded: { about: 'order' },
  OrderExchanged: { about: 'order' },
} as const satisfies Record<string, { about: 'customer' | 'order'; begins?: true; byParcel?: true }>;

export type EventName = keyof typeof eventCatalogue;

export const eventNames = Object.keys(eventCatalogue) as EventName[];

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(eventCatalogue, name);
}

/** True for an event about one order; such events are known by (order id, type), whatever their eventId. */
export function isAboutOrder(name: EventName): boolean {
  return eventCatalogue[name].about === 'order';
}

/** True for the event that opens an order: it cannot be about an order that is already running. */
export function beginsAnOrder(name: EventName): boolean {
  return 'begins' in eventCatalogue[name];
}

/** True for an event that an order may have once for each of its parcels. */
export function isByParcel(name: EventName): boolean {
  return 'byParcel' in eventCatalogue[name];
}
