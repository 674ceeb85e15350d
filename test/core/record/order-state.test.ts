import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { newnessOf } from '../../../shared/core/facts/event-identity.ts';
import { withFacts } from '../../../shared/core/facts/facts.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { arrivedAt } from '../../../shared/core/record/order-arrival.ts';
import {
  isOff,
  isPurchase,
  isUndone,
  owesPrepayment,
  spentOn,
} from '../../../shared/core/record/order-state.ts';
import { at, orderEvent, wall } from '../../support/events.ts';
import { settings } from '../../support/given.ts';

type Told = [name: StoreEvent['name'], when: string, parts?: Parameters<typeof orderEvent>[3]];

const around = { at: at('2026-06-01 10:00'), settings: { ...settings, scoreHalfLife_days: 30 } };
const monday = '2026-03-02 12:30';
const two = [
  { productId: 'p-1', quantity: 2, unitPrice: 1000 },
  { productId: 'p-2', quantity: 1, unitPrice: 3000 },
];
const placed = (parts: Told[2] = {}): Told => [
  'OrderPlaced',
  monday,
  { ...parts, order: { total: 5000, currency: 'JPY', items: two, ...parts.order } },
];

const events = (told: readonly Told[]) =>
  told.map(([name, when, parts], nth) => orderEvent(name, 'o-1', when, { eventId: `e-${nth}`, ...parts }));

function after(all: readonly StoreEvent[]) {
  const customer = all.reduce(
    (known, event) => (newnessOf(event, known) === 'new' ? withFacts(known, event, around).customer : known),
    newCustomer('mori', 'c-1'),
  );
  const [order] = customer.orders;
  if (!order) throw new Error('no order');
  return { customer, order };
}

/** What the facts say of the order, in the words of a test. */
function said(all: readonly StoreEvent[], now = '2026-03-20 10:00'): string {
  const { customer, order } = after(all);
  const arrived = arrivedAt(order, at(monday), { timeZone: 'Asia/Tokyo', settings });
  return [
    isPurchase(order, at(now))
      ? 'purchase'
      : isUndone(order)
        ? 'undone'
        : isOff(order, at(now))
          ? 'lapsed'
          : 'none',
    arrived ? wall(arrived) : owesPrepayment(order) ? 'unpaid' : 'nobody knows',
    String(spentOn(order)),
    customer.owned
      .map(({ productId, quantity = 1 }) => `${productId} x${quantity}`)
      .toSorted()
      .join(', '),
    String(customer.lifecycle.orders),
  ].join(' | ');
}

const all = 'p-1 x2, p-2 x1';
const day = (n: number, time = '10:00') => `2026-03-${String(n).padStart(2, '0')} ${time}`;
const parcel = (number: number, of: number, more = {}) => ({
  shipment: { id: `s-${number}`, number, of, ...more },
});
const bank = { payment: { method: '銀行振込' } };

const table: [title: string, facts: Told[], says: string][] = [
  ['placed: in five days', [placed()], `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`],
  [
    'shipped: transit of the market',
    [placed(), ['OrderShipped', day(4)]],
    `purchase | 2026-03-06 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'shipped abroad: transit of the country',
    [placed({ order: { shipTo: { country: 'us' } } }), ['OrderShipped', day(4)]],
    `purchase | 2026-03-08 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'delivered',
    [placed(), ['OrderShipped', day(4)], ['OrderDelivered', day(5)]],
    `purchase | 2026-03-05 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'C05: told for a day',
    [placed(), ['OrderDelayed', day(3), { shipment: { expectedAt: '2026-04-16' } }]],
    `purchase | 2026-04-16 12:00 | 5000 | ${all} | 1`,
  ],
  [
    'delayed twice: the later day',
    [
      placed(),
      ['OrderDelayed', day(3), { shipment: { expectedAt: '2026-03-16' } }],
      ['OrderDelayed', day(9), { shipment: { expectedAt: '2026-04-16' } }],
    ],
    `purchase | 2026-04-16 12:00 | 5000 | ${all} | 1`,
  ],
  [
    'delayed without a day',
    [placed(), ['OrderDelayed', day(3)]],
    `purchase | nobody knows | 5000 | ${all} | 1`,
  ],
  [
    'delayed without a day, then shipped',
    [placed(), ['OrderDelayed', day(3)], ['OrderShipped', day(9)]],
    `purchase | 2026-03-11 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'shipped after the day that was told',
    [placed({ shipment: { expectedAt: '2026-03-05' } }), ['OrderShipped', day(9)]],
    `purchase | 2026-03-11 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'C06: a deadline and no payment',
    [placed({ payment: { deadline: '2026-03-07' } })],
    `lapsed | unpaid | 5000 | ${all} | 1`,
  ],
  ['prepaid, not paid', [placed(bank)], `lapsed | unpaid | 5000 | ${all} | 1`],
  [
    'prepaid, and paid late',
    [placed(bank), ['OrderPaid', day(8)]],
    `purchase | 2026-03-13 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'prepaid, and shipped without a word of payment',
    [placed(bank), ['OrderShipped', day(8)]],
    `purchase | 2026-03-10 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'a deadline of 後払い holds nothing back',
    [placed({ payment: { method: 'NP後払い', deadline: '2026-03-07' } })],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'コンビニ後払い is after',
    [placed({ payment: { method: 'コンビニ後払い' } })],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'the timing told outranks the method',
    [placed({ payment: { method: 'コンビニ', timing: 'after' } })],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'C07: a payment that failed',
    [placed(), ['PaymentFailed', day(3)]],
    `lapsed | unpaid | 5000 | ${all} | 1`,
  ],
  [
    'a payment that failed and was mended',
    [placed(), ['PaymentFailed', day(3)], ['OrderPaid', day(4)]],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
  [
    '後払い that failed holds nothing back',
    [placed({ payment: { timing: 'after' } }), ['PaymentFailed', day(3)]],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'C08: refunded as a whole, without a part',
    [placed(), ['OrderRefunded', day(4)]],
    'undone | 2026-03-07 12:30 | 5000 |  | 0',
  ],
  [
    'refunded by its amount',
    [placed(), ['OrderRefunded', day(4), { refund: { id: 'r-1', amount: 5000, currency: 'JPY' } }]],
    'undone | 2026-03-07 12:30 | 0 |  | 0',
  ],
  [
    'refunded in two parts',
    [
      placed(),
      ['OrderRefunded', day(4), { refund: { id: 'r-1', amount: 2000 } }],
      ['OrderRefunded', day(5), { refund: { id: 'r-2', amount: 3000 } }],
    ],
    'undone | 2026-03-07 12:30 | 0 |  | 0',
  ],
  [
    'refunded in part',
    [placed(), ['OrderRefunded', day(4), { refund: { id: 'r-1', amount: 2000 } }]],
    `purchase | 2026-03-07 12:30 | 3000 | ${all} | 1`,
  ],
  [
    'refunded in another currency',
    [placed(), ['OrderRefunded', day(4), { refund: { id: 'r-1', amount: 5000, currency: 'USD' } }]],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'refunded by one line',
    [
      placed(),
      [
        'OrderRefunded',
        day(4),
        { refund: { id: 'r-1', amount: 3000, items: [{ productId: 'p-2', quantity: 1 }] } },
      ],
    ],
    'purchase | 2026-03-07 12:30 | 2000 | p-1 x2 | 1',
  ],
  ['returned as a whole', [placed(), ['OrderReturned', day(9)]], 'undone | 2026-03-07 12:30 | 5000 |  | 0'],
  [
    'returned with all its lines',
    [placed(), ['OrderReturned', day(9), { order: { items: two } }]],
    'undone | 2026-03-07 12:30 | 5000 |  | 0',
  ],
  [
    'one piece returned',
    [placed(), ['OrderReturned', day(9), { order: { items: [{ productId: 'p-1', quantity: 1 }] } }]],
    'purchase | 2026-03-07 12:30 | 5000 | p-1 x1, p-2 x1 | 1',
  ],
  [
    'returned in two parts',
    [
      placed(),
      ['OrderReturned', day(9), { refund: { id: 'r-1', items: [{ productId: 'p-1', quantity: 2 }] } }],
      ['OrderReturned', day(12), { refund: { id: 'r-2', items: [{ productId: 'p-2' }] } }],
    ],
    'undone | 2026-03-07 12:30 | 5000 |  | 0',
  ],
  [
    'a line returned and paid back counts once',
    [
      placed(),
      ['OrderReturned', day(9), { refund: { id: 'r-1', items: [{ productId: 'p-1', quantity: 1 }] } }],
      [
        'OrderRefunded',
        day(9),
        { refund: { id: 'r-1', amount: 1000, items: [{ productId: 'p-1', quantity: 1 }] } },
      ],
    ],
    'purchase | 2026-03-07 12:30 | 4000 | p-1 x1, p-2 x1 | 1',
  ],
  [
    'returned for another',
    [placed(), ['OrderReturned', day(9)], ['OrderExchanged', day(10)]],
    'purchase | 2026-03-07 12:30 | 5000 |  | 1',
  ],
  [
    'an exchange is no purchase',
    [placed({ order: { origin: 'exchange' } })],
    `none | 2026-03-07 12:30 | 5000 | ${all} | 0`,
  ],
  ['cancelled', [placed(), ['OrderCancelled', day(3)]], 'undone | 2026-03-07 12:30 | 5000 |  | 0'],
  [
    'C09: not handed over',
    [placed(), ['OrderShipped', day(3)], ['DeliveryFailed', day(4)]],
    `purchase | nobody knows | 5000 | ${all} | 1`,
  ],
  [
    'not handed over, then delivered',
    [
      placed(),
      ['OrderShipped', day(3), parcel(1, 1)],
      ['DeliveryFailed', day(4), parcel(1, 1)],
      ['OrderDelivered', day(8), parcel(1, 1)],
    ],
    `purchase | 2026-03-08 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'not handed over, and sent again',
    [
      placed(),
      ['OrderShipped', day(3), parcel(1, 1)],
      ['DeliveryFailed', day(4), parcel(1, 1)],
      ['OrderShipped', day(9), { shipment: { id: 's-9' } }],
    ],
    `purchase | 2026-03-11 10:00 | 5000 | ${all} | 1`,
  ],
  [
    '代引 refused at the door',
    [
      placed({ payment: { method: '代引き' } }),
      ['OrderShipped', day(3)],
      ['DeliveryFailed', day(4), { shipment: { reason: 'refused' } }],
    ],
    'undone | nobody knows | 5000 |  | 0',
  ],
  [
    '代引, nobody at home',
    [
      placed({ payment: { timing: 'on-delivery' } }),
      ['OrderShipped', day(3)],
      ['DeliveryFailed', day(4), { shipment: { reason: 'absent' } }],
    ],
    `purchase | nobody knows | 5000 | ${all} | 1`,
  ],
  [
    'C10: one of two delivered',
    [placed(), ['OrderShipped', day(3), parcel(1, 2)], ['OrderDelivered', day(4), parcel(1, 2)]],
    `purchase | nobody knows | 5000 | ${all} | 1`,
  ],
  [
    'C10: the second shipped',
    [placed(), ['OrderDelivered', day(4), parcel(1, 2)], ['OrderShipped', day(30), parcel(2, 2)]],
    `purchase | 2026-04-01 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'both delivered',
    [placed(), ['OrderDelivered', day(4), parcel(1, 2)], ['OrderDelivered', day(31), parcel(2, 2)]],
    `purchase | 2026-03-31 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'both delivered, known by their numbers alone',
    [
      placed(),
      ['OrderDelivered', day(4), { shipment: { number: 1, of: 2 } }],
      ['OrderDelivered', day(31), { shipment: { number: 2, of: 2 } }],
    ],
    `purchase | 2026-03-31 10:00 | 5000 | ${all} | 1`,
  ],
  [
    'two shipped, one delivered, nobody said how many',
    [
      placed(),
      ['OrderShipped', day(3), { shipment: { id: 'a' } }],
      ['OrderShipped', day(9), { shipment: { id: 'b' } }],
      ['OrderDelivered', day(4), { shipment: { id: 'a' } }],
    ],
    `purchase | 2026-03-11 10:00 | 5000 | ${all} | 1`,
  ],
];

test('who refuses at the door what was to be paid there is known by it, whichever fact comes first', () => {
  const told = events([
    placed({ payment: { method: '代引き' } }),
    ['DeliveryFailed', day(4), { shipment: { reason: 'refused' } }],
  ]);
  for (const some of [told, told.toReversed()])
    expect(after(some).customer.labels).toEqual(['refused-parcel']);
});

test.each(table)('%s', (_, facts, says) => {
  expect(said(events(facts))).toBe(says);
});

test.each(table)('%s, in whatever order the facts come', (_, facts, says) => {
  const told = events(facts);
  const shuffled = fc.shuffledSubarray(told, { minLength: told.length });
  fc.assert(
    fc.property(shuffled, (some) => {
      expect(said(some)).toBe(says);
    }),
    { numRuns: 24 },
  );
});

test('any facts of one order say the same in any order, and each of them once', () => {
  const whole = events(table.flatMap(([, facts]) => facts.slice(1)));
  const first = events([placed(bank)]);
  const some = fc.subarray(whole, { maxLength: 6 }).filter((list) => {
    const identities = list.map((event) =>
      JSON.stringify([event.name, event.detail.shipment, event.detail.refund]),
    );
    const words = list.map(({ name, detail }) => `${name} ${detail.shipment?.id} ${detail.refund?.id}`);
    return new Set(identities).size === list.length && new Set(words).size === list.length;
  });
  const orders = some.chain((list) => {
    const told = [...first, ...list];
    return fc.tuple(
      fc.constant(told),
      fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
    );
  });
  fc.assert(
    fc.property(orders, ([told, shuffled]) => {
      expect(said(shuffled)).toBe(said(told));
    }),
    { numRuns: 300 },
  );
});
