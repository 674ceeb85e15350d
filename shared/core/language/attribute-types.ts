/**
 * The attributes a filter may name, with their types. `date`: an instant, asked by days ago. On a list the answer is
 * yes when any entry fits.
 */
export const attributeTypes = {
  'event.order.id': 'string',
  'event.order.total': 'number',
  'event.order.discount': 'number',
  'event.order.currency': 'string',
  'event.order.coupon': 'string',
  'event.order.orderedVia': 'string',
  'event.order.gift': 'boolean',
  'event.order.origin': 'string',
  'event.order.shipTo.country': 'string',
  /** It goes to somebody else than the customer. */
  'event.order.shipTo.other': 'boolean',
  'event.order.items.productId': 'string',
  'event.order.items.category': 'string',
  'event.order.items.quantity': 'number',
  'event.order.items.supplyDays': 'number',
  'event.cart.total': 'number',
  'event.cart.items.productId': 'string',
  'event.cart.items.category': 'string',
  'event.product.id': 'string',
  'event.product.category': 'string',
  'event.product.price': 'number',
  'event.product.previousPrice': 'number',
  'event.product.stock': 'number',
  'event.shipment.number': 'number',
  'event.shipment.of': 'number',
  'event.shipment.id': 'string',
  'event.payment.deadline': 'string',
  'event.payment.method': 'string',
  'event.payment.timing': 'string',
  'event.refund.amount': 'number',
  'event.refund.currency': 'string',
  'event.shipment.reason': 'string',
  'event.subscription.id': 'string',
  'event.subscription.renewsAt': 'string',
  'event.subscription.nth': 'number',
  'event.subscription.productId': 'string',
  'event.survey.id': 'string',
  'event.review.rating': 'number',
  'event.review.mayQuote': 'boolean',
  'event.coupon.code': 'string',
  'event.consent.granted': 'boolean',
  'event.consent.topics': 'string',
  'event.booking.place': 'string',
  'event.booking.attended': 'boolean',
  'event.help.topic': 'string',
  'event.points.balance': 'number',
  'event.points.expiring': 'number',
  'event.rank.name': 'string',
  'event.campaign.topic': 'string',
  'event.click.scenario': 'string',
  'event.click.step': 'string',
  'customer.locale': 'string',
  'customer.source': 'string',
  /** Where the customer first came from; `customer.source` is the newest word on it. */
  'customer.firstSource': 'string',
  'customer.timeZone': 'string',
  'customer.birthday': 'string',
  'customer.lifecycle.orders': 'number',
  'customer.lifecycle.ordersIn365Days': 'number',
  'customer.lifecycle.firstOrderAt': 'date',
  'customer.lifecycle.lastOrderAt': 'date',
  /** By an order, or by anything else that supposes one: a parcel, a review, a rank, a subscription. */
  'customer.lifecycle.bought': 'boolean',
  'customer.lastSignAt': 'date',
  /** The names of the segments she belongs to. */
  'customer.segments': 'string',
  'customer.labels': 'string',
  /** The e-mail topics she has granted. */
  'customer.consent': 'string',
  /** The e-mail topics she has granted and not confirmed yet (double opt-in). */
  'customer.unconfirmed': 'string',
  /** Keys such as `survey:early`, `review:p-1`, `coupon:HELLO10`. */
  'customer.done': 'string',
  /** Ids of products she asked to be told of when they are back. */
  'customer.asked': 'string',
  'customer.score': 'number',
  'customer.owned.productId': 'string',
  'customer.owned.category': 'string',
  /** Each product of the entering order that she had not bought before it. */
  'customer.newProducts': 'string',
  'customer.carts.lines.productId': 'string',
  'customer.views.productId': 'string',
  'customer.views.category': 'string',
  'customer.views.times': 'number',
  'customer.subscriptions.state': 'string',
  'customer.subscriptions.productId': 'string',
  'customer.helps.id': 'string',
  /** `scenario/step` of messages that went to her in the last 14 days. */
  'customer.sent': 'string',
  'enrolment.scenario': 'string',
  'enrolment.version': 'number',
  'enrolment.order': 'string',
  /** Whether all parcels of its order have been delivered, as far as the store has told. */
  'enrolment.hasAllParcels': 'boolean',
  /**
   * Whether its order is one that the customer made anew, and for herself: no present, nothing sent to somebody else, no renewal,
   * no exchange.
   */
  'enrolment.isOwnPurchase': 'boolean',
  /** Whether somebody else than the customer takes in what its order brings. */
  'enrolment.goesToOther': 'boolean',
  /** Whether what was ordered was handed over in a shop: there is no parcel. */
  'enrolment.isHandedOver': 'boolean',
  /** Steps of this enrolment whose message went; and those in whose message the customer pressed a link. */
  'enrolment.sent': 'string',
  'enrolment.clicked': 'string',
  /** The name of the rhythm in force. */
  'enrolment.rhythm': 'string',
  /** `split:variant`, as taken in this enrolment. */
  'enrolment.variants': 'string',
} as const;

/** What was spent is told by currency: `customer.lifecycle.spentIn365Days.JPY`, in its minor units. */
export const spentPrefix = 'customer.lifecycle.spentIn365Days.';

/** Names the storefront or the scenarios make up: any field below these. */
export const openPrefixes = [
  'event.extra.',
  'customer.attributes.',
  'customer.categories.',
  spentPrefix,
] as const;

export type OpenAttribute = `${(typeof openPrefixes)[number]}${string}`;
