import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { id: 'o-1', currency: 'JPY', total: 2400, items: [goodsOfLives.tea] };
const transfer = { method: 'bank transfer', timing: 'before', deadline: { day: 7, at: '23:59' } };

export const livesOfPayments: readonly Life[] = [
  {
    id: 'pays-by-transfer',
    tells: 'Orders by bank transfer and pays in the evening of the last day.',
    days: 14,
    customer: { id: 'c-1', email: 'sota@example.com', locale: 'ja' },
    happens: [
      { day: 0, at: '21:00', tell: 'OrderPlaced', detail: { order, payment: transfer } },
      { day: 7, at: '20:00', tell: 'OrderPaid', detail: { order, payment: transfer } },
    ],
  },
  {
    id: 'card-declined',
    tells: 'Has a card that fails, and mends it a week later.',
    days: 14,
    customer: { id: 'c-1', email: 'yuna@example.com', locale: 'ja' },
    happens: [
      { day: 0, at: '21:00', tell: 'OrderPlaced', detail: { order } },
      { day: 0, at: '21:05', tell: 'PaymentFailed', detail: { order, payment: { method: 'card' } } },
      { day: 7, at: '20:00', tell: 'OrderPaid', detail: { order, payment: { method: 'card' } } },
    ],
  },
  {
    id: 'tired-of-waiting',
    tells: 'Hears that the order will be late, and cancels it.',
    days: 14,
    customer: { id: 'c-1', email: 'ren@example.com', locale: 'ja' },
    happens: [
      { day: 0, at: '21:00', tell: 'OrderPlaced', detail: { order } },
      { day: 3, tell: 'OrderDelayed', detail: { order, shipment: { expectedAt: { day: 12 } } } },
      { day: 5, at: '20:00', tell: 'OrderCancelled', detail: { order } },
    ],
  },
];
