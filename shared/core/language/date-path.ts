/** The dates a wait or a trigger may name. Those of an event are read from the fields the enrolment kept. */
export const datePaths = [
  'event.booking.startsAt',
  'event.sale.startsAt',
  'event.sale.endsAt',
  'event.campaign.sendAt',
  'event.campaign.expiresAt',
  'event.subscription.renewsAt',
  'event.points.expiresAt',
  'event.payment.deadline',
  'event.rank.until',
  'customer.birthday',
  'customer.lifecycle.firstOrderAt',
  'customer.lifecycle.lastOrderAt',
  'customer.supplyEndsAt',
  'customer.ordersAgainAt',
  'coupon.endsOn',
] as const;

/** `event.extra.…` and `customer.attributes.…` name an ISO 8601 date or instant of the storefront's own. */
export type DatePath = (typeof datePaths)[number] | `event.extra.${string}` | `customer.attributes.${string}`;

/** Dates that a trigger may count from: those of the customer. */
export type CustomerDatePath = Extract<DatePath, `customer.${string}`>;
