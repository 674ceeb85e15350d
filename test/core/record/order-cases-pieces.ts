/** Parcels of which nobody says how many there are, by the pieces in each; and those that were refused at the door. */
import { all, day, type OrderCase, parcel, placed, type Told } from './order-told.ts';

const holding = (id: string, quantity: number, productId = 'p-1') => ({
  shipment: { id, items: [{ productId, quantity }] },
});
const shipped = (n: number, parts: Told[2]): Told => ['OrderShipped', day(n), parts];
const delivered = (n: number, parts: Told[2]): Told => ['OrderDelivered', day(n), parts];
const refused = (n: number, shipment: object = {}): Told => [
  'DeliveryFailed',
  day(n),
  { shipment: { ...shipment, reason: 'refused' } },
];
const cod = placed({ payment: { method: '代引' } });
const known = (arrival: string) => `purchase | ${arrival} | 5000 | ${all} | 1`;
const unknown = known('nobody knows');
const undone = 'undone | nobody knows | 5000 |  | 0';

export const piecesCases: OrderCase[] = [
  [
    'C10, W13: one of two parcels delivered, known by its pieces',
    [placed(), shipped(3, holding('a', 2)), delivered(4, holding('a', 2))],
    unknown,
  ],
  [
    'the pieces told by one word on the parcel alone',
    [placed(), shipped(3, { shipment: { id: 'a' } }), delivered(4, holding('a', 2))],
    unknown,
  ],
  [
    'the second parcel has left',
    [
      placed(),
      shipped(3, holding('a', 2)),
      delivered(4, holding('a', 2)),
      shipped(20, holding('b', 1, 'p-2')),
    ],
    known('2026-03-22 10:00'),
  ],
  [
    'both are there',
    [
      placed(),
      shipped(3, holding('a', 2)),
      delivered(4, holding('a', 2)),
      shipped(20, holding('b', 1, 'p-2')),
      delivered(22, { shipment: { id: 'b' } }),
    ],
    known('2026-03-22 10:00'),
  ],
  [
    'one parcel with all of it',
    [placed(), shipped(3, holding('a', 3)), delivered(4, { shipment: { id: 'a' } })],
    known('2026-03-04 10:00'),
  ],
  [
    'what is missing was paid back',
    [
      placed(),
      shipped(3, holding('a', 2)),
      delivered(4, holding('a', 2)),
      ['OrderRefunded', day(5), { refund: { id: 'r', items: [{ productId: 'p-2', quantity: 1 }] } }],
    ],
    'purchase | 2026-03-04 10:00 | 5000 | p-1 x2 | 1',
  ],
  [
    'what was paid back had come, and the rest has not left',
    [
      placed(),
      shipped(3, holding('a', 1, 'p-2')),
      delivered(4, holding('a', 1, 'p-2')),
      ['OrderReturned', day(6), { refund: { id: 'r', items: [{ productId: 'p-2', quantity: 1 }] } }],
      ['OrderRefunded', day(7), { refund: { id: 'r', items: [{ productId: 'p-2', quantity: 1 }] } }],
    ],
    'purchase | nobody knows | 5000 | p-1 x2 | 1',
  ],
  [
    'the store says that all has left',
    [
      placed(),
      shipped(3, holding('a', 2)),
      delivered(4, { ...holding('a', 2), order: { isAllShipped: true } }),
    ],
    known('2026-03-04 10:00'),
  ],
  [
    'a gift card, which no parcel brings',
    [
      placed({
        order: {
          items: [
            { productId: 'p-1', quantity: 2 },
            { productId: 'p-2', quantity: 1, requiresShipping: false },
          ],
        },
      }),
      shipped(3, holding('a', 2)),
      delivered(4, holding('a', 2)),
    ],
    known('2026-03-04 10:00'),
  ],
  [
    'an order of which nobody knows the lines',
    [placed({ order: { items: undefined } }), shipped(3, holding('a', 2)), delivered(4, holding('a', 2))],
    'purchase | 2026-03-04 10:00 | 5000 |  | 1',
  ],
  [
    'a parcel of which nobody knows the pieces',
    [
      placed(),
      shipped(3, { shipment: { id: 'a' } }),
      delivered(4, { shipment: { id: 'a' } }),
      delivered(5, holding('b', 1)),
    ],
    known('2026-03-05 10:00'),
  ],
  [
    'of so many parcels, whatever they hold',
    [
      placed(),
      delivered(4, { shipment: { ...parcel(1, 2).shipment, ...holding('a', 1).shipment } }),
      delivered(6, { shipment: { ...parcel(2, 2).shipment, ...holding('b', 1).shipment } }),
    ],
    known('2026-03-06 10:00'),
  ],
  [
    '代引 in two parcels, one kept and one refused',
    [cod, delivered(4, parcel(1, 2)), refused(6, parcel(2, 2).shipment)],
    known('2026-03-04 10:00'),
  ],
  [
    '代引 in two parcels that nobody counted',
    [
      cod,
      shipped(3, { shipment: { id: 'a' } }),
      shipped(3, { shipment: { id: 'b' } }),
      delivered(4, { shipment: { id: 'a' } }),
      refused(5, { id: 'b' }),
    ],
    known('2026-03-04 10:00'),
  ],
  ['代引, one of two refused, the other still to come', [cod, refused(6, parcel(2, 2).shipment)], unknown],
  [
    '代引, one refused, and pieces still to come',
    [cod, shipped(3, holding('a', 2)), refused(5, holding('a', 2).shipment)],
    unknown,
  ],
  [
    '代引, one refused, the other on its way',
    [cod, shipped(3, parcel(1, 2)), refused(6, parcel(2, 2).shipment)],
    known('2026-03-05 10:00'),
  ],
  ['代引, both refused', [cod, refused(6, parcel(1, 2).shipment), refused(6, parcel(2, 2).shipment)], undone],
  ['代引, refused without a word on the parcel', [cod, shipped(3, parcel(1, 1)), refused(6)], undone],
  [
    '代引, refused first, and then nobody at home',
    [cod, shipped(3, holding('a', 3)), refused(5, { id: 'a' }), ['DeliveryFailed', day(6), holding('a', 3)]],
    undone,
  ],
  [
    'paid by card, one of two parcels refused',
    [placed(), delivered(4, parcel(1, 2)), refused(6, parcel(2, 2).shipment)],
    unknown,
  ],
];
