/**
 * The events a store may send, by detail-type. `about`: what it is about, beside its customer; rules correlate by that
 * one's id. `begins`: it opens an order. `byParcel`: an order of several parcels has one for each; `byRefund`: one for
 * each refund. `store`: it is about a product or a sale and names no customer.
 */
export const eventCatalogue = {
  CustomerRegistered: { about: 'customer' },
  CustomerUpdated: { about: 'customer' },
  CustomerMerged: { about: 'customer' },
  ConsentChanged: { about: 'customer' },
  ProductViewed: { about: 'product' },
  CartUpdated: { about: 'cart' },
  CheckoutStarted: { about: 'cart' },
  RestockRequested: { about: 'product' },
  OrderPlaced: { about: 'order', begins: true },
  OrderPaid: { about: 'order' },
  PaymentFailed: { about: 'order' },
  OrderShipped: { about: 'order', byParcel: true },
  OrderDelayed: { about: 'order', byParcel: true },
  OrderDelivered: { about: 'order', byParcel: true },
  DeliveryFailed: { about: 'order', byParcel: true },
  OrderCancelled: { about: 'order' },
  OrderReturned: { about: 'order', byRefund: true },
  OrderRefunded: { about: 'order', byRefund: true },
  OrderExchanged: { about: 'order' },
  SampleRequested: { about: 'sample' },
  SampleDelivered: { about: 'sample' },
  SubscriptionStarted: { about: 'subscription' },
  SubscriptionUpdated: { about: 'subscription' },
  SubscriptionPaused: { about: 'subscription' },
  SubscriptionSkipped: { about: 'subscription' },
  SubscriptionRenewed: { about: 'subscription' },
  SubscriptionCancelled: { about: 'subscription' },
  ReviewPosted: { about: 'review' },
  SurveyAnswered: { about: 'survey' },
  HelpRequested: { about: 'help' },
  HelpResolved: { about: 'help' },
  CouponRedeemed: { about: 'coupon' },
  ReferralMade: { about: 'referral' },
  PointsChanged: { about: 'customer' },
  RankChanged: { about: 'customer' },
  BookingMade: { about: 'booking' },
  BookingChanged: { about: 'booking' },
  BookingCancelled: { about: 'booking' },
  BookingAttended: { about: 'booking' },
  /** The customer pressed a link of a mail; reported by the feedback of the mail service, likely bots left out. */
  MailClicked: { about: 'customer' },
  ProductRestocked: { about: 'product', store: true },
  ProductPriceChanged: { about: 'product', store: true },
  ProductAnnounced: { about: 'product', store: true },
  SaleAnnounced: { about: 'sale', store: true },
} as const satisfies Record<
  string,
  { about: EventSubject | 'customer'; begins?: true; byParcel?: true; byRefund?: true; store?: true }
>;

/** What events are about; the detail holds a part of that name, and its `id` (or `code`, `productId`) tells which. */
export type EventSubject =
  | 'order'
  | 'cart'
  | 'product'
  | 'sample'
  | 'subscription'
  | 'review'
  | 'survey'
  | 'help'
  | 'coupon'
  | 'referral'
  | 'booking'
  | 'sale';

export type EventName = keyof typeof eventCatalogue;

/** Those about the store's goods, which name no customer. */
export type StoreWideName = {
  [Name in EventName]: (typeof eventCatalogue)[Name] extends { store: true } ? Name : never;
}[EventName];

export const eventNames = Object.keys(eventCatalogue) as EventName[];

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(eventCatalogue, name);
}

export function subjectOf(name: EventName): EventSubject | 'customer' {
  return eventCatalogue[name].about;
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

/** True for an event that an order may have once for each part that is paid back or comes back. */
export function isByRefund(name: EventName): boolean {
  return 'byRefund' in eventCatalogue[name];
}

/** True for an event about the store's goods, which names no customer and concerns many. */
export function isOfStore(name: EventName): boolean {
  return 'store' in eventCatalogue[name];
}

export function isStoreWideName(name: string): name is StoreWideName {
  return isEventName(name) && isOfStore(name);
}
