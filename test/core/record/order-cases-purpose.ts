/** Whom it is for, and how it came about. */
import { all, day, type OrderCase, parcel, placed } from './order-told.ts';

export const purposeCases: OrderCase[] = [
  [
    'a present is a purchase, and nothing of it is the customer’s',
    [placed({ order: { gift: true } })],
    'purchase | 2026-03-07 12:30 | 5000 |  | 1',
  ],
  [
    'sent to somebody else: the same',
    [placed({ order: { shipTo: { other: true } } })],
    'purchase | 2026-03-07 12:30 | 5000 |  | 1',
  ],
  [
    'no present, and sent to the customer',
    [placed({ order: { gift: false, shipTo: { other: false } } })],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'only the parcel tells that it goes to somebody else',
    [placed(), ['OrderShipped', day(4), { order: { shipTo: { other: true } } }]],
    'purchase | 2026-03-06 10:00 | 5000 |  | 1',
  ],
  [
    'one parcel of two goes to somebody else',
    [
      placed({ order: { shipTo: { other: false } } }),
      ['OrderShipped', day(4), { ...parcel(1, 2), order: { shipTo: { other: false } } }],
      ['OrderShipped', day(5), { ...parcel(2, 2), order: { shipTo: { other: true } } }],
    ],
    'purchase | 2026-03-07 10:00 | 5000 |  | 1',
  ],
  [
    'a present that comes back in part',
    [
      placed({ order: { gift: true } }),
      ['OrderReturned', day(9), { refund: { items: [{ productId: 'p-1', quantity: 1 }] } }],
    ],
    'purchase | 2026-03-07 12:30 | 5000 |  | 1',
  ],
  [
    'handed over in a shop: there at once',
    [placed({ order: { origin: 'store' } })],
    `purchase | 2026-03-02 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'handed over in a shop, whose till says shipped and delivered',
    [placed({ order: { origin: 'store' } }), ['OrderShipped', day(3)], ['OrderDelivered', day(3, '11:00')]],
    `purchase | 2026-03-02 12:30 | 5000 | ${all} | 1`,
  ],
  [
    'bought in a shop, and sent to the customer’s door',
    [
      placed({ order: { origin: 'store' } }),
      ['OrderShipped', day(4), { shipment: { expectedAt: '2026-03-08' } }],
    ],
    `purchase | 2026-03-08 12:00 | 5000 | ${all} | 1`,
  ],
  [
    'a renewal',
    [placed({ order: { origin: 'renewal' } })],
    `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
  ],
];
