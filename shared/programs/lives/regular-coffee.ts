import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { currency: 'JPY', total: 3600, items: [goodsOfLives.coffee] };

export const regularCoffee: Life = {
  id: 'regular-coffee',
  tells: 'Buys the same coffee every five weeks, and needs no persuading.',
  weight: 12,
  days: 100,
  customer: { id: 'c-1', email: 'ren@example.com', name: 'Ren', locale: 'ja', acceptsMarketing: true },
  happens: [
    { day: -70, at: '09:20', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-1' } } },
    { day: -68, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-1' } } },
    { day: -36, at: '08:50', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-2' } } },
    { day: -34, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-2' } } },
    { day: 0, at: '09:10', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-3' } } },
    { day: 2, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-3' } } },
    { day: 33, at: '09:30', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-4' } } },
    { day: 35, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-4' } } },
  ],
};
