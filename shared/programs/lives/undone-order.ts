import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { id: 'o-1', currency: 'JPY', total: 9200, items: [goodsOfLives.serum, goodsOfLives.tea] };
const next = { id: 'o-2', currency: 'JPY', total: 3200, items: [goodsOfLives.honey] };

export const undoneOrder: Life = {
  id: 'undone-order',
  tells: 'Refuses one of two parcels at the door, and later sends a whole order back.',
  weight: 5,
  days: 150,
  customer: { id: 'c-1', email: 'sota@example.com', name: 'Sota', locale: 'ja', acceptsMarketing: true },
  happens: [
    {
      day: 0,
      at: '19:00',
      tell: 'OrderPlaced',
      detail: { order, payment: { method: 'cod', timing: 'on-delivery' } },
    },
    {
      day: 2,
      tell: 'OrderDelivered',
      detail: { order, shipment: { id: 's-1', number: 1, of: 2, items: [goodsOfLives.tea] } },
    },
    {
      day: 4,
      tell: 'DeliveryFailed',
      detail: {
        order,
        shipment: { id: 's-2', number: 2, of: 2, reason: 'refused', items: [goodsOfLives.serum] },
      },
    },
    { day: 9, tell: 'OrderReturned', detail: { order, refund: { id: 'r-1', items: [goodsOfLives.serum] } } },
    {
      day: 10,
      tell: 'OrderRefunded',
      detail: { order, refund: { id: 'r-1', amount: 6800, currency: 'JPY', items: [goodsOfLives.serum] } },
    },
    { day: 40, at: '19:00', tell: 'OrderPlaced', detail: { order: next } },
    { day: 42, tell: 'OrderDelivered', detail: { order: next } },
    { day: 46, tell: 'OrderReturned', detail: { order: next, refund: { id: 'r-2' } } },
  ],
};
