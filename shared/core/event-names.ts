/** The events a storefront may send, by detail-type; `begins` names the thing whose story the event opens. */
export const eventCatalogue = {
  CustomerRegistered: { about: 'customer' },
  CustomerUpdated: { about: 'customer' },
  ConsentChanged: { about: 'customer' },
  OrderPlaced: { about: 'order', begins: true },
  OrderPaid: { about: 'order' },
  PaymentFailed: { about: 'order' },
  OrderShipped: { about: 'order' },
  OrderDelayed: { about: 'order' },
  OrderDelivered: { about: 'order' },
  DeliveryFailed: { about: 'order' },
  OrderCancelled: { about: 'order' },
  OrderReturned: { about: 'order' },
  OrderRefunded: { about: 'order' },
  OrderExchanged: { about: 'order' },
} as const satisfies Record<string, { about: 'customer' | 'order'; begins?: true }>;

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
