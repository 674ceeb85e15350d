/** Her subscriptions, each field by the last event in `occurredAt` that named it. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import type { EventName } from '../events/event-catalogue.ts';
import type { Customer } from '../record/customer.ts';
import type { SubscriptionState } from '../record/customer-facts.ts';
import { asDate } from '../values/as-date.ts';
import { newest } from '../values/bounded-list.ts';
import { isBefore } from '../values/civil-time.ts';

type Instant = Temporal.Instant;

const most = { entries: 4, bytes: 1536 };

/** What each event tells of the state. A paused subscription runs again by the next update or renewal. */
const stateBy: Partial<Readonly<Record<EventName, SubscriptionState['state']>>> = {
  SubscriptionStarted: 'active',
  SubscriptionUpdated: 'active',
  SubscriptionSkipped: 'active',
  SubscriptionRenewed: 'active',
  SubscriptionPaused: 'paused',
  SubscriptionCancelled: 'cancelled',
};

/** @param timeZone in which a renewal that is told as a civil day begins */
export function withSubscription(customer: Customer, event: StoreEvent, timeZone: string): Customer {
  const state = stateBy[event.name];
  const { subscription } = event.detail;
  if (state === undefined || !subscription) return customer;
  const at = event.occurredAt;
  const known = customer.subscriptions.find(({ id }) => id === subscription.id);
  const isNews = !known || !isBefore(at, known.at);
  const asOf = isNews ? at : known.at;
  const stated = {
    product: lastOf(known && datedOf(known.productId, known.productAsOf ?? known.at), {
      is: subscription.productId,
      at,
    }),
    renews: lastOf(known && datedOf(known.renewsAt, known.renewsAsOf ?? known.at), {
      is: momentOf(subscription.renewsAt, timeZone),
      at,
    }),
  };
  const next: SubscriptionState = {
    ...known,
    id: subscription.id,
    at: asOf,
    state: isNews ? state : known.state,
    productId: stated.product?.is,
    productAsOf: stated.product && !stated.product.at.equals(asOf) ? stated.product.at : undefined,
    renewsAt: stated.renews?.is,
    renewsAsOf: stated.renews && !stated.renews.at.equals(asOf) ? stated.renews.at : undefined,
    nth: maxOf(known?.nth, subscription.nth),
  };
  const others = customer.subscriptions.filter((one) => one !== known);
  return { ...customer, subscriptions: newest([...others, next], most, ({ id }) => id) };
}

interface Dated<Value> {
  readonly is: Value;
  readonly at: Instant;
}

const datedOf = <Value>(is: Value | undefined, at: Instant) => (is === undefined ? undefined : { is, at });

function lastOf<Value>(
  known: Dated<Value> | undefined,
  stated: Dated<Value | undefined>,
): Dated<Value> | undefined {
  if (stated.is === undefined) return known;
  const newer = { is: stated.is, at: stated.at };
  return known && isBefore(newer.at, known.at) ? known : newer;
}

/** Deliveries only ever count up. */
function maxOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function momentOf(date: string | undefined, timeZone: string): Instant | undefined {
  const known = asDate(date);
  if (known === undefined) return undefined;
  return 'epochMilliseconds' in known ? known : known.toZonedDateTime(timeZone).toInstant();
}
