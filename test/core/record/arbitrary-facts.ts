/** What a record may know of a customer beyond profile, orders and runs, for property tests. */
import fc from 'fast-check';
import type {
  CartState,
  OwnedProduct,
  SubscriptionState,
  ViewState,
} from '../../../shared/core/record/customer-facts.ts';
import type { PendingEvent } from '../../../shared/core/record/pending-event.ts';
import { count, instant, maybe, payload, text } from './arbitrary-values.ts';

const cart: fc.Arbitrary<CartState> = fc.record({
  id: text,
  at: instant,
  lines: fc.array(
    fc.record({ productId: text, name: maybe(text), quantity: maybe(count), unitPrice: maybe(count) }),
    { maxLength: 3 },
  ),
  currency: maybe(text),
  total: maybe(count),
  url: maybe(text),
});

const view: fc.Arbitrary<ViewState> = fc.record({
  productId: text,
  at: instant,
  times: count,
  name: maybe(text),
  category: maybe(text),
  url: maybe(text),
});

const subscription: fc.Arbitrary<SubscriptionState> = fc.record({
  id: text,
  at: instant,
  state: fc.constantFrom('active' as const, 'paused' as const, 'cancelled' as const),
  productId: maybe(text),
  renewsAt: maybe(instant),
  productAsOf: maybe(instant),
  renewsAsOf: maybe(instant),
  nth: maybe(count),
});

const owned: fc.Arbitrary<OwnedProduct> = fc.record({
  productId: text,
  at: instant,
  firstAt: maybe(instant),
  category: maybe(text),
  quantity: maybe(count),
  supplyDays: maybe(count),
  forOther: maybe(fc.constant(true)),
});

const pending: fc.Arbitrary<PendingEvent> = fc.record({
  id: text,
  name: text,
  detail: payload,
  at: instant,
  by: text,
});

const cases = fc.array(fc.record({ id: text, at: instant }), { maxLength: 3 });
const words = fc.array(text, { maxLength: 4 });
/** Names as scenarios and surveys give them. */
const name = fc.constantFrom('persona', 'early', 'first-time', 'vip');

export const arbitraryFacts = {
  pending: fc.array(pending, { maxLength: 3 }),
  look: maybe(fc.record({ due: maybe(instant), arm: count, seen: maybe(instant), by: maybe(text) })),
  alarms: maybe(
    fc.record({
      transactional: maybe(instant),
      marketing: instant,
      passed: maybe(fc.array(instant, { minLength: 1, maxLength: 3 })),
    }),
  ),
  carts: fc.array(cart, { maxLength: 3 }),
  views: fc.array(view, { maxLength: 3 }),
  subscriptions: fc.array(subscription, { maxLength: 3 }),
  owned: fc.array(owned, { maxLength: 3 }),
  helps: cases,
  helpsOver: maybe(cases.filter((all) => all.length > 0)),
  labels: words,
  categories: fc.dictionary(name, fc.record({ is: text, at: instant })),
  done: words,
  score: maybe(fc.record({ value: count, at: instant })),
  segments: fc.dictionary(name, instant),
  lastSignAt: maybe(instant),
  referralCode: maybe(text),
  aliases: words,
  mergedInto: maybe(text),
  mergedAt: maybe(instant),
  mergedBy: maybe(fc.constant('address' as const)),
};
