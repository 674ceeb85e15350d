/** Where its parcels are. */
import { all, day, type OrderCase, parcel, placed } from './order-told.ts';

export const goingCases: OrderCase[] = [
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
