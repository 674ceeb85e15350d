import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { id: 'o-1', currency: 'JPY', total: 6800, items: [goodsOfLives.serum] };
const line = { userId: 'U0123456789abcdef0123456789abcdef', friend: true };

export const friendOnLine: Life = {
  id: 'friend-on-line',
  tells: 'Is a friend on LINE first, orders without the tick for mail, and blocks a month later.',
  weight: 6,
  days: 90,
  customer: { id: 'c-1', name: 'Haru', locale: 'ja' },
  happens: [
    { day: 0, at: '20:00', tell: 'CustomerRegistered', customer: { line, source: 'landing-page' } },
    { day: 0, at: '20:00', tell: 'ConsentChanged', detail: { consent: { channel: 'line', granted: true } } },
    {
      day: 8,
      at: '21:00',
      tell: 'OrderPlaced',
      detail: { order },
      customer: { email: 'haru@example.com', line },
    },
    { day: 11, tell: 'OrderDelivered', detail: { order } },
    {
      day: 30,
      at: '12:00',
      tell: 'ConsentChanged',
      detail: { consent: { channel: 'line', granted: false } },
    },
  ],
};
