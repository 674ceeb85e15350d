/** Customers of every kind the record can hold, for property tests. */
import fc from 'fast-check';
import type { Customer, Enrolment } from '../../../shared/core/record/customer.ts';
import type { LedgerOrder } from '../../../shared/core/record/orders/ledger-entry.ts';
import type { MonthOfOrders } from '../../../shared/core/record/orders/month-of-orders.ts';
import type { RecentSend } from '../../../shared/core/record/recent-send.ts';
import { lanes } from '../../../shared/core/values/lane.ts';
import { orderOrigins, paymentTimings } from '../../../shared/core/values/order-words.ts';
import { arbitraryFacts } from './arbitrary-facts.ts';
import { count, instant, maybe, payload, text } from './arbitrary-values.ts';

const goods = fc.array(fc.record({ productId: text, quantity: count }), { minLength: 1, maxLength: 3 });

const order: fc.Arbitrary<LedgerOrder> = fc.record({
  id: text,
  seen: fc.array(text, { maxLength: 4 }),
  at: instant,
  placedAt: maybe(instant),
  shippedAt: maybe(instant),
  deliveredAt: maybe(instant),
  total: maybe(count),
  currency: maybe(fc.constantFrom('JPY', 'USD')),
  timing: maybe(fc.constantFrom(...paymentTimings)),
  payBy: maybe(instant),
  paidAt: maybe(instant),
  country: maybe(fc.constantFrom('JP', 'US')),
  gift: maybe(fc.constant(true)),
  toOther: maybe(fc.boolean()),
  origin: maybe(fc.constantFrom(...orderOrigins)),
  parcels: maybe(count),
  inParcels: maybe(fc.dictionary(fc.constantFrom('0a1b2c3d', '4e5f6a7b'), count, { minKeys: 1 })),
  isAllShipped: maybe(fc.constant(true)),
  piecesUnsent: maybe(count),
  number: maybe(text),
  expectedAt: maybe(instant),
  delayedAt: maybe(instant),
  failedAt: maybe(instant),
  refused: maybe(fc.constant(true)),
  pieces: maybe(count),
  refunded: maybe(fc.dictionary(fc.constantFrom('', 'JPY', 'USD'), count, { minKeys: 1 })),
  paidBack: maybe(goods),
  back: maybe(goods),
  undone: maybe(fc.constantFrom('refunded', 'returned')),
});

const month: fc.Arbitrary<MonthOfOrders> = fc.record({
  month: fc.constantFrom('2026-01', '2026-12'),
  currency: maybe(fc.constantFrom('JPY', 'USD')),
  orders: count,
  spent: count,
});

const because = fc.constantFrom('completed' as const, 'exit-rule' as const, 'goal-met' as const);

const enrolment: fc.Arbitrary<Enrolment> = fc.record({
  id: text,
  scenario: text,
  version: count,
  key: text,
  enteredAt: instant,
  order: maybe(text),
  about: maybe(text),
  event: maybe(payload),
  context: maybe(fc.constantFrom(true as const, 'order' as const)),
  lane: fc.constantFrom(...lanes),
  side: maybe(fc.constantFrom('treated', 'holdout', 'control')),
  step: text,
  since: instant,
  due: instant,
  arm: count,
  lap: maybe(count),
  counts: maybe(fc.dictionary(fc.constantFrom('a', 'b'), count)),
  variants: maybe(fc.dictionary(fc.constantFrom('a', 'b'), text)),
  held: maybe(fc.constantFrom('paused' as const, 'quiet-hours' as const)),
  asleep: maybe(fc.constant(true as const)),
  by: maybe(text),
  ended: maybe(fc.record({ at: instant, because })),
});

const ended = fc.record({
  id: text,
  scenario: text,
  version: count,
  key: text,
  enteredAt: instant,
  order: maybe(text),
  about: maybe(text),
  at: instant,
  because,
});

const send: fc.Arbitrary<RecentSend> = fc.record({
  touchpoint: text,
  enrolment: text,
  scenario: text,
  version: count,
  step: text,
  kind: fc.constantFrom('transactional', 'marketing'),
  channel: maybe(fc.constantFrom('line', 'push')),
  content: maybe(fc.constantFrom('brand', 'offer')),
  topic: maybe(fc.constantFrom('tips', 'course')),
  arm: count,
  at: instant,
  since: instant,
  lap: maybe(count),
  number: maybe(count),
  state: fc.constantFrom('claimed', 'resent', 'skipped'),
  because: fc.constantFrom('allowed', 'no-consent'),
});

const consent = fc.record({
  is: fc.constantFrom('granted' as const, 'denied' as const, 'pending' as const),
  at: instant,
  source: text,
  wording: maybe(text),
  evidence: maybe(text),
  confirmedAt: maybe(instant),
});

const refusal = fc.record({
  scenario: text,
  because: fc.constantFrom('too-late' as const, 'group-running' as const),
  at: instant,
  by: maybe(text),
});

const waits = fc.record({
  scenario: text,
  key: text,
  at: instant,
  order: maybe(text),
  about: maybe(text),
  event: maybe(payload),
  beside: maybe(fc.constant(true as const)),
  word: text,
});

export const arbitraryCustomer: fc.Arbitrary<Customer> = fc.record({
  store: text,
  id: text,
  version: count,
  profile: fc.record({
    email: maybe(text),
    undeliverable: maybe(fc.boolean()),
    typed: maybe(fc.constant(true)),
    name: maybe(text),
    familyName: maybe(text),
    givenName: maybe(text),
    locale: maybe(text),
    timeZone: maybe(text),
    birthday: maybe(text),
    source: maybe(text),
    firstSource: maybe(fc.record({ is: text, at: instant })),
    attributes: maybe(payload),
    line: maybe(fc.record({ userId: text, friend: maybe(fc.boolean()), at: instant })),
    asOf: maybe(instant),
  }),
  consent: fc.record(
    { all: consent, tips: consent, offers: consent, 'line:offers': consent },
    { requiredKeys: [] },
  ),
  wishes: maybe(
    fc.record({
      frequency: fc.constantFrom('all' as const, 'weekly' as const),
      pausedUntil: maybe(instant),
      asOf: instant,
    }),
  ),
  lifecycle: fc.record({
    orders: count,
    firstOrderAt: maybe(instant),
    lastOrderAt: maybe(instant),
    standing: maybe(fc.constantFrom('told' as const, 'of-order' as const)),
  }),
  orders: fc.array(order, { maxLength: 4 }),
  horizon: maybe(instant),
  months: maybe(fc.array(month, { minLength: 1, maxLength: 3 })),
  seen: fc.array(text, { maxLength: 4 }),
  enrolments: fc.array(enrolment, { maxLength: 3 }),
  ended: fc.array(ended, { maxLength: 3 }),
  refused: maybe(fc.array(refusal, { minLength: 1, maxLength: 3 })),
  waiting: maybe(fc.array(waits, { minLength: 1, maxLength: 3 })),
  sends: fc.array(send, { maxLength: 3 }),
  ...arbitraryFacts,
  unknown: maybe(
    fc.dictionary(
      text.map((name) => `later-${name}`),
      fc.jsonValue(),
      { minKeys: 1, maxKeys: 3 },
    ),
  ),
});
