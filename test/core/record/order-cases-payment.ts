/** When it is paid. */
import { all, bank, day, type OrderCase, placed } from './order-told.ts';

export const paymentCases: OrderCase[] = [
  [
    'C06: a deadline and no payment',
    [placed({ payment: { deadline: '2026-03-07' } })],
    `lapsed | unpaid | 5000 |  | 1`,
  ],
  ['prepaid, not paid', [placed(bank)], `lapsed | unpaid | 5000 |  | 1`],
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
  ['C07: a payment that failed', [placed(), ['PaymentFailed', day(3)]], `lapsed | unpaid | 5000 |  | 1`],
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
  ...['郵便振替', 'ゆうちょ払込', 'お振り込み', 'BACS', 'Direct bank transfer', 'Vorkasse', 'ペイジー'].map(
    (method): OrderCase => [
      `${method} is before`,
      [placed({ payment: { method } })],
      `lapsed | unpaid | 5000 |  | 1`,
    ],
  ),
  ...['e-コレクト', 'ｅコレクト', '代金引き換え', 'Nachnahme', 'コレクトサービス'].map(
    (method): OrderCase => [
      `${method} is at the door`,
      [placed({ payment: { method } }), ['DeliveryFailed', day(4), { shipment: { reason: 'refused' } }]],
      'undone | nobody knows | 5000 |  | 0',
    ],
  ),
  ...['口座振替', 'クレジットカード', 'PayPay', 'Amazon Pay'].map(
    (method): OrderCase => [
      `${method} holds nothing back`,
      [placed({ payment: { method } })],
      `purchase | 2026-03-07 12:30 | 5000 | ${all} | 1`,
    ],
  ),
];
