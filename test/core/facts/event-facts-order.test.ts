import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { newnessOf } from '../../../shared/core/facts/event-identity.ts';
import { withFacts } from '../../../shared/core/facts/facts.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { at, event } from '../../support/events.ts';
import { settings } from '../../support/given.ts';

const around = { at: at('2026-03-31 10:00'), settings: { ...settings, scoreHalfLife_days: 30 } };
const start = at('2026-03-02 10:00');
type Told = [name: EventName, parts: object];

const oneOf = (...ids: string[]) => fc.constantFrom(...ids);
const items = (...ids: string[]) =>
  fc
    .subarray(ids)
    .map((all) => all.map((productId) => ({ productId, quantity: 2, unitPrice: 100, supplyDays: 10 })));
const told = (name: EventName, parts: fc.Arbitrary<object>): fc.Arbitrary<Told> =>
  parts.map((given) => [name, given]);

const cart = fc.record({ cart: fc.record({ id: oneOf('a', 'b', 'c'), items: items('p-1', 'p-2', 'p-3') }) });
const sub = fc.record({
  subscription: fc.record(
    {
      id: oneOf('s-1', 's-2'),
      productId: oneOf('p-1', 'p-2'),
      nth: fc.integer({ min: 1, max: 9 }),
      renewsAt: oneOf('2026-05-01', '2026-06-01T10:00:00+09:00'),
    },
    { requiredKeys: ['id'] },
  ),
});
const help = fc.record({ help: fc.record({ id: oneOf('h-1', 'h-2') }) });
const view = fc.record({
  product: fc.record({ id: oneOf('p-1', 'p-2', 'p-3'), name: oneOf('tea', 'honey') }),
});
const order = (ids: string[], ...products: string[]) =>
  fc.record({ order: fc.record({ id: oneOf(...ids), total: fc.constant(500), items: items(...products) }) });

const anything: fc.Arbitrary<Told> = fc.oneof(
  told('CartUpdated', cart),
  told('CheckoutStarted', cart),
  told('ProductViewed', view),
  ...(
    ['SubscriptionStarted', 'SubscriptionUpdated', 'SubscriptionPaused', 'SubscriptionCancelled'] as const
  ).map((name) => told(name, sub)),
  told('HelpRequested', help),
  told('HelpResolved', help),
  told('OrderPlaced', order(['o-1', 'o-2', 'o-3'], 'p-1', 'p-2')),
  // What was ordered and cancelled lay in no cart and came by no other order.
  told('OrderPlaced', order(['x-1'], 'q-1', 'q-2')),
  told('OrderCancelled', order(['x-1'])),
  told('SurveyAnswered', fc.record({ survey: fc.record({ id: oneOf('early', 'pulse') }) })),
  told('CustomerRegistered', fc.constant({})),
  told('ReferralMade', fc.record({ referral: fc.record({ friendId: oneOf('c-2', 'c-3') }) })),
);

/** At most once for each order and type, since such an event tells the same whenever it is told. */
function eventsOf(all: readonly Told[]): StoreEvent[] {
  const known = new Set<string>();
  return all.flatMap(([name, parts], n) => {
    const one = event(name, start.add({ hours: n }).toString(), { eventId: `e-${n}`, ...parts });
    const { order, survey, referral } = one.detail;
    const once = order?.id ?? survey?.id ?? referral?.friendId;
    const key = `${name} ${once}`;
    if (once !== undefined && known.has(key)) return [];
    known.add(key);
    return [one];
  });
}

function after(events: readonly StoreEvent[], from = newCustomer('mori', 'c-1')): Customer {
  return events.reduce(
    (known, one) => (newnessOf(one, known) === 'new' ? withFacts(known, one, around).customer : known),
    from,
  );
}

/** Words that are kept in the order of their coming, and the score, whose repeats are told by their coming. */
function settled({ score: _, ...customer }: Customer) {
  const sorted = (words: readonly string[]) => words.toSorted();
  return {
    ...customer,
    seen: sorted(customer.seen),
    done: sorted(customer.done),
    labels: sorted(customer.labels),
    orders: customer.orders.map((entry) => ({ ...entry, seen: sorted(entry.seen) })),
    helpsOver: customer.helpsOver ?? [],
  };
}

const shuffled = fc
  .array(anything, { minLength: 1, maxLength: 28 })
  .map(eventsOf)
  .chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    ),
  );

test('facts come to the same record in whatever order their events arrive', () => {
  fc.assert(
    fc.property(shuffled, ([events, mixed]) => {
      expect(settled(after(mixed))).toEqual(settled(after(events)));
    }),
    { numRuns: 300 },
  );
});

test('events that come again change nothing', () => {
  fc.assert(
    fc.property(shuffled, ([events, mixed]) => {
      const once = after(events);
      expect(after(mixed, once)).toEqual(once);
    }),
    { numRuns: 100 },
  );
});

const signs = fc.array(
  fc.oneof(
    told('SampleRequested', fc.record({ sample: fc.record({ id: fc.uuid() }) })),
    told('BookingAttended', fc.record({ booking: fc.record({ id: fc.uuid() }) })),
    told('MailClicked', fc.constant({ click: { touchpoint: 't-1' } })),
  ),
  { minLength: 1, maxLength: 12 },
);

test('a score is the same in whatever order its signs come', () => {
  fc.assert(
    fc.property(signs, (given) => {
      const events = eventsOf(given);
      const there = after(events).score;
      const back = after(events.toReversed()).score;
      expect(back?.value).toBeCloseTo(there?.value ?? Number.NaN, 1);
      expect(back?.at.toString()).toBe(there?.at.toString());
    }),
    { numRuns: 50 },
  );
});

test('a day is not lost to the order of arrival at the very bound of a cart’s life', () => {
  const old = event('CartUpdated', around.at.subtract({ hours: 24 * 30 }).toString(), {
    cart: { id: 'a', items: [{ productId: 'p-1' }] },
  });
  expect(after([old]).carts).toEqual([]);
  const young = { ...old, occurredAt: old.occurredAt.add({ milliseconds: 1 }) };
  expect(after([young]).carts).toHaveLength(1);
  expect(Temporal.Instant.compare(young.occurredAt, old.occurredAt)).toBe(1);
});
