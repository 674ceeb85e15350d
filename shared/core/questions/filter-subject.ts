/** What a filter is asked about: the customer as she is at the moment, with what follows from the record. */
import { consentFor } from '../facts/consent-question.ts';
import type { FilterSubject } from '../language/evaluate-filter.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { ledgerOrder, orderHasSeen } from '../record/ledger-order.ts';
import type { Situation } from '../record/situation.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore } from '../values/civil-time.ts';
import { topics } from '../values/topic.ts';

/** The enrolment that asks, or what will be one; nothing of it where the question is about the customer alone. */
type Asking = Partial<
  Pick<Enrolment, 'id' | 'scenario' | 'version' | 'order' | 'counts' | 'variants' | 'enteredAt'>
>;

export type AskedAround = Pick<Surroundings, 'at' | 'settings' | 'clicked'>;

/** What a filter is answered from. */
type Asked = Pick<Situation<AskedAround>, 'customer' | 'event' | 'around'> & {
  readonly enrolment: Asking;
};

const year = { hours: 24 * 365 };
const sentFor = { hours: 24 * 14 };

/**
 * The subject of filters. `event` is nested as on the wire: the fields an enrolment kept, or the detail of an event just come.
 * What counts days counts them back from `around.at`.
 */
export function filterSubject({ customer, enrolment, event, around }: Asked): FilterSubject {
  return {
    at: around.at,
    event,
    customer: customerAsked(customer, enrolment, around),
    enrolment: {
      scenario: enrolment.scenario,
      version: enrolment.version,
      order: enrolment.order,
      sent: stepsSent(customer, enrolment),
      clicked: enrolment.id === undefined ? [] : (around.clicked?.get(enrolment.id) ?? []),
      variants: Object.entries(enrolment.variants ?? {}).map(([split, variant]) => `${split}:${variant}`),
    },
  };
}

function customerAsked(customer: Customer, enrolment: Asking, { at, settings }: AskedAround) {
  const { profile, lifecycle } = customer;
  const lastYear = customer.orders.filter(
    (order) =>
      order.placedAt && !orderHasSeen(order, 'OrderCancelled') && isBefore(at, order.placedAt.add(year)),
  );
  return {
    ...profile,
    asOf: undefined,
    lifecycle: {
      orders: lifecycle.orders,
      firstOrderAt: lifecycle.firstOrderAt,
      lastOrderAt: lifecycle.lastOrderAt,
      ordersIn365Days: lastYear.length,
      spentIn365Days: lastYear.reduce((sum, order) => sum + (order.total ?? 0), 0),
    },
    lastSignAt: customer.lastSignAt,
    segments: Object.keys(customer.segments),
    labels: customer.labels,
    consent: topics.filter((topic) => consentFor(customer.consent, topic)?.is === 'granted'),
    unconfirmed: topics.filter((topic) => consentFor(customer.consent, topic)?.is === 'pending'),
    done: customer.done,
    asked: customer.done.flatMap((key) => (key.startsWith('restock:') ? [key.slice('restock:'.length)] : [])),
    score: scoreAt(customer, at, settings.scoreHalfLife_days),
    owned: customer.owned,
    newProducts: newProducts(customer, enrolment),
    carts: customer.carts,
    views: customer.views,
    subscriptions: customer.subscriptions,
    helps: customer.helps,
    categories: Object.fromEntries(Object.entries(customer.categories).map(([set, { is }]) => [set, is])),
    sent: customer.sends
      .filter((send) => send.state !== 'skipped' && isBefore(at, send.at.add(sentFor)))
      .map((send) => `${send.scenario}/${send.step}`),
  };
}

/** Her lead score now: it halves with each half-life. 0 where nobody has given her any. */
export function scoreAt(
  customer: Pick<Customer, 'score'>,
  at: AskedAround['at'],
  halfLife_days: number,
): number {
  if (!customer.score) return 0;
  const age_days = Math.max(0, customer.score.at.until(at).total('hours') / 24);
  return customer.score.value * 0.5 ** (age_days / halfLife_days);
}

/** Bought for the first time with the order of the enrolment. */
function newProducts(customer: Customer, enrolment: Asking): string[] {
  const placedAt = ledgerOrder(customer, enrolment.order)?.placedAt;
  if (!placedAt) return [];
  return customer.owned
    .filter(({ at, firstAt }) => (firstAt ?? at).equals(placedAt))
    .map(({ productId }) => productId);
}

/** Steps of this enrolment whose message went: the record's sends remember two weeks, the enrolment's counts all its life. */
function stepsSent(customer: Customer, enrolment: Asking): string[] {
  const counted = Object.entries(enrolment.counts ?? {}).flatMap(([step, times]) =>
    times > 0 ? [step] : [],
  );
  const recent = customer.sends
    .filter((send) => send.enrolment === enrolment.id && send.state !== 'skipped')
    .map(({ step }) => step);
  return [...new Set([...counted, ...recent])];
}
