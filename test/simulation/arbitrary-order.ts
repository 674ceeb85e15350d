/** Any facts of one order as shops may tell them: payments, parcels, refunds and returns by lines, exchanges, other currencies. */
import fc from 'fast-check';
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import { identityOf, type OrderFact } from './order-facts-told.ts';
import { day_ms } from './storefront-moments.ts';

const begun_ms = Date.UTC(2026, 2, 2, 3, 30);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const lines = [
  { productId: 'p-1', quantity: 2, unitPrice: 1000 },
  { productId: 'p-2', quantity: 1, unitPrice: 3000 },
];
const withCard = [...lines.slice(0, 1), { productId: 'p-2', quantity: 1, requiresShipping: false }];
const someLines = fc.subarray(
  [
    { productId: 'p-1', quantity: 1 },
    { productId: 'p-1', quantity: 2 },
    { productId: 'p-2', quantity: 1 },
  ],
  { minLength: 1 },
);

const day = fc.integer({ min: 0, max: 20 });
const calendarDay = day.map((n) => `2026-03-${String(n + 2).padStart(2, '0')}`);
const country = fc.constantFrom(undefined, undefined, 'JP', 'us');

const placing = fc.record({
  order: fc.record({
    total: fc.constantFrom(5000, 5000, 0, undefined),
    currency: fc.constantFrom('JPY', 'USD', undefined),
    items: fc.constantFrom(lines, lines, withCard, undefined),
    origin: fc.constantFrom(undefined, undefined, 'phone', 'store', 'exchange', 'renewal'),
    gift: maybe(fc.boolean()),
    shipTo: fc.record({ country, other: maybe(fc.boolean()) }),
  }),
  payment: fc.oneof(
    fc.constant(undefined),
    fc.record({
      timing: fc.constantFrom(undefined, 'before', 'on-delivery', 'after'),
      method: fc.constantFrom(undefined, '銀行振込', '代引', 'NP後払い'),
      deadline: maybe(calendarDay),
    }),
  ),
});

const shipment = fc.record({
  id: fc.constantFrom(undefined, 's-1', 's-2', 's-3'),
  number: fc.constantFrom(undefined, 1, 2, 3),
  of: fc.constantFrom(undefined, undefined, 'all'),
  items: maybe(someLines),
});
const wholeOrder = fc.record({ isAllShipped: fc.constantFrom(undefined, undefined, undefined, true) });
const refund = fc.record({
  id: fc.constantFrom(undefined, 'r-1', 'r-2', 'r-3'),
  amount: fc.constantFrom(undefined, 500, 2000, 3000, 5000),
  currency: fc.constantFrom(undefined, 'JPY', 'USD'),
  items: maybe(someLines),
});
const linesOfOrder = fc.record({ items: maybe(someLines) });

/** What each kind tells beside its day. */
const details: Partial<Readonly<Record<EventName, fc.Arbitrary<object>>>> = {
  OrderPaid: fc.constant({}),
  PaymentFailed: fc.constant({}),
  OrderShipped: fc.record({ shipment, order: fc.record({ shipTo: maybe(fc.record({ country })) }) }),
  OrderDelivered: fc.record({ shipment, order: wholeOrder }),
  OrderDelayed: fc.tuple(shipment, maybe(calendarDay)).map(([of, expectedAt]) => ({
    shipment: { ...of, expectedAt },
  })),
  DeliveryFailed: fc.tuple(shipment, fc.constantFrom(undefined, 'refused')).map(([of, reason]) => ({
    shipment: { ...of, reason },
  })),
  OrderReturned: fc.record({ refund: maybe(refund), order: linesOfOrder }),
  OrderRefunded: fc.record({ refund: maybe(refund), order: linesOfOrder }),
  OrderExchanged: fc.constant({}),
  OrderCancelled: fc.constant({}),
};
/** Ends come seldom: of an order that is cancelled nothing else matters. */
const weights: Partial<Readonly<Record<EventName, number>>> = { OrderCancelled: 1, OrderPaid: 3 };

const fact = fc.oneof(
  ...Object.entries(details).map(([name, detail]) => ({
    weight: weights[name as EventName] ?? 5,
    arbitrary: fc.tuple(detail, day).map(([told, on]) => factOn(name as EventName, on, told)),
  })),
);

const factOn = (name: EventName, on: number, detail: object): OrderFact => ({
  name,
  occurredAt_ms: begun_ms + on * day_ms,
  detail: { ...detail },
});

const once = (facts: readonly OrderFact[]): OrderFact[] => [
  ...new Map(facts.map((one) => [identityOf(one), one])).values(),
];

/** A store knows how many parcels an order comes in, whether it says so or not. */
function inParcels({ detail, ...one }: OrderFact, count: number): OrderFact {
  const shipment = detail.shipment as { readonly of?: string } | undefined;
  return { ...one, detail: shipment?.of ? { ...detail, shipment: { ...shipment, of: count } } : detail };
}

/** Each fact once by what tells it from others; its moment is its own. */
export const arbitraryOrder: fc.Arbitrary<readonly OrderFact[]> = fc
  .tuple(fc.option(placing, { freq: 12 }), fc.array(fact, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }))
  .map(([told, others, parcels]) =>
    once([...(told ? [factOn('OrderPlaced', 0, told)] : []), ...others]).map((one, nth) => ({
      ...inParcels(one, parcels),
      occurredAt_ms: one.occurredAt_ms + nth * 60_000,
    })),
  );
