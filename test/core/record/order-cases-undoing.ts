/** What was paid back, came back or was never taken. */
import { all, day, type OrderCase, placed, two } from './order-told.ts';

export const undoingCases: OrderCase[] = [
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
    '代引 refused at the door',
    [
      placed({ payment: { method: '代引き' } }),
      ['OrderShipped', day(3)],
      ['DeliveryFailed', day(4), { shipment: { reason: 'refused' } }],
    ],
    'undone | nobody knows | 5000 |  | 0',
  ],
  [
    '代引, nobody at home, and refused at the door when it came again',
    [
      placed({ payment: { method: '代引き' } }),
      ['OrderShipped', day(3), { shipment: { id: 's-1' } }],
      ['DeliveryFailed', day(4), { shipment: { id: 's-1', reason: 'absent' } }],
      ['DeliveryFailed', day(6), { shipment: { id: 's-1', reason: 'refused' } }],
    ],
    'undone | nobody knows | 5000 |  | 0',
  ],
  ...[
    'Refused',
    '受取拒否',
    '受け取り拒否',
    '受領拒否',
    'REFUSED_BY_RECIPIENT',
    'delivery refusal',
    '受取辞退',
  ].map(
    (reason): OrderCase => [
      `代引, refused in other words: ${reason}`,
      [placed({ payment: { method: '代引き' } }), ['DeliveryFailed', day(4), { shipment: { reason } }]],
      'undone | nobody knows | 5000 |  | 0',
    ],
  ),
  ...['absent', '不在', '持戻り', 'address unknown', 'not refused', 'refused by carrier'].map(
    (reason): OrderCase => [
      `代引, no refusal: ${reason}`,
      [placed({ payment: { method: '代引き' } }), ['DeliveryFailed', day(4), { shipment: { reason } }]],
      `purchase | nobody knows | 5000 | ${all} | 1`,
    ],
  ),
  [
    '代引, nobody at home',
    [
      placed({ payment: { timing: 'on-delivery' } }),
      ['OrderShipped', day(3)],
      ['DeliveryFailed', day(4), { shipment: { reason: 'absent' } }],
    ],
    `purchase | nobody knows | 5000 | ${all} | 1`,
  ],
];
