/** Customers of every kind the record can hold, for property tests. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Customer, Enrolment, LedgerOrder, RecentSend } from '../../shared/core/customer.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const count = fc.nat(1_000);
const payload = fc.dictionary(text, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });

const milliseconds = fc
  .integer({ min: -1_000_000_000_000, max: 4_000_000_000_000 })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const nanoseconds = fc.tuple(milliseconds, fc.nat(999_999)).map(([at, ns]) => at.add({ nanoseconds: ns }));
const instant = fc.oneof({ weight: 5, arbitrary: milliseconds }, { weight: 1, arbitrary: nanoseconds });

const order: fc.Arbitrary<LedgerOrder> = fc.record({
  id: text,
  seen: fc.array(text, { maxLength: 4 }),
  at: instant,
  placedAt: maybe(instant),
  shippedAt: maybe(instant),
  deliveredAt: maybe(instant),
});

const because = fc.constantFrom('completed' as const, 'exit-rule' as const, 'goal-met' as const);

const enrolment: fc.Arbitrary<Enrolment> = fc.record({
  id: text,
  scenario: text,
  version: count,
  key: text,
  enteredAt: instant,
  order: maybe(text),
  event: maybe(payload),
  context: maybe(fc.constant(true)),
  step: text,
  since: instant,
  due: instant,
  arm: count,
  lap: maybe(count),
  held: maybe(fc.constantFrom('paused' as const, 'quiet-hours' as const)),
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
  arm: count,
  at: instant,
  since: instant,
  lap: maybe(count),
  state: fc.constantFrom('claimed', 'resent', 'skipped'),
  because: fc.constantFrom('allowed', 'no-consent'),
});

const consent = fc.record({
  is: fc.constantFrom('granted' as const, 'denied' as const),
  at: instant,
  source: text,
});

export const arbitraryCustomer: fc.Arbitrary<Customer> = fc.record({
  store: text,
  id: text,
  version: count,
  profile: fc.record({
    email: maybe(text),
    undeliverable: maybe(fc.boolean()),
    name: maybe(text),
    familyName: maybe(text),
    givenName: maybe(text),
    locale: maybe(text),
    timeZone: maybe(text),
    birthday: maybe(text),
    source: maybe(text),
    attributes: maybe(payload),
    asOf: maybe(instant),
  }),
  consent: fc.record({ all: consent, tips: consent, offers: consent }, { requiredKeys: [] }),
  lifecycle: fc.record({ orders: count, firstOrderAt: maybe(instant), lastOrderAt: maybe(instant) }),
  orders: fc.array(order, { maxLength: 4 }),
  horizon: maybe(instant),
  seen: fc.array(text, { maxLength: 4 }),
  enrolments: fc.array(enrolment, { maxLength: 3 }),
  ended: fc.array(ended, { maxLength: 3 }),
  sends: fc.array(send, { maxLength: 3 }),
  unknown: maybe(
    fc.dictionary(
      text.map((name) => `later-${name}`),
      fc.jsonValue(),
      { minKeys: 1, maxKeys: 3 },
    ),
  ),
});
