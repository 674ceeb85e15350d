import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { currency: 'JPY', total: 24_800, items: [goodsOfLives.coat] };
const seventh = { ...order, id: 'o-7' };

export const complainingVip: Life = {
  id: 'complaining-vip',
  tells:
    'Has bought clothes six times, gets the seventh in the wrong size, and is looked after until it fits.',
  weight: 5,
  days: 230,
  customer: { id: 'c-1', email: 'rika@example.com', name: 'Rika', locale: 'ja', acceptsMarketing: true },
  happens: [
    { day: -360, at: '21:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-1' } } },
    { day: -358, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-1' } } },
    { day: -300, at: '21:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-2' } } },
    { day: -298, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-2' } } },
    { day: -240, at: '21:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-3' } } },
    { day: -238, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-3' } } },
    { day: -180, at: '21:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-4' } } },
    { day: -178, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-4' } } },
    { day: -120, at: '21:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-5' } } },
    { day: -118, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-5' } } },
    { day: -60, at: '21:00', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-6' } } },
    { day: -58, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-6' } } },
    { day: 0, at: '21:00', tell: 'OrderPlaced', detail: { order: seventh } },
    { day: 2, tell: 'OrderDelivered', detail: { order: seventh } },
    { day: 3, at: '09:00', tell: 'HelpRequested', detail: { help: { id: 'h-1', topic: 'size' } } },
    { day: 6, tell: 'OrderExchanged', detail: { order: seventh } },
    { day: 9, at: '16:00', tell: 'HelpResolved', detail: { help: { id: 'h-1', topic: 'size' } } },
    {
      day: 30,
      at: '08:00',
      tell: 'SaleAnnounced',
      detail: {
        sale: {
          id: 'sale-1',
          name: 'Sale',
          startsAt: { day: 31, at: '10:00' },
          endsAt: { day: 37, at: '23:59' },
        },
      },
    },
  ],
};
