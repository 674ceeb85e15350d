import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const cart = { id: 'cart-1', currency: 'JPY', total: 5600, items: [goodsOfLives.tea, goodsOfLives.honey] };
const order = {
  id: 'o-1',
  currency: 'JPY',
  total: 3200,
  origin: 'store',
  coupon: 'WELCOME',
  items: [goodsOfLives.honey],
};

export const cartOfANewcomer: Life = {
  id: 'cart-of-a-newcomer',
  tells: 'Signs up for a code, leaves a cart the same evening and buys in the shop nine days later.',
  weight: 14,
  days: 100,
  customer: { id: 'c-1', email: 'mio@example.com', name: 'Mio', locale: 'ja' },
  happens: [
    {
      day: 0,
      at: '20:10',
      tell: 'CustomerRegistered',
      customer: { acceptsMarketing: true, source: 'sign-up-form' },
    },
    { day: 0, at: '20:25', tell: 'CartUpdated', detail: { cart } },
    { day: 9, at: '15:00', tell: 'OrderPlaced', detail: { order } },
  ],
};
