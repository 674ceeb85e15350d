import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { id: 'o-1', currency: 'JPY', total: 2400, items: [goodsOfLives.tea] };
const wish = { consent: { granted: true, topics: ['news'], source: 'footer-form', mustConfirm: true } };

export const livesOfNewcomers: readonly Life[] = [
  {
    id: 'never-confirms',
    tells: 'Signs up three times and presses none of the links.',
    days: 12,
    customer: { id: 'c-1', email: 'nao@example.com', locale: 'ja' },
    happens: [
      { day: 0, at: '21:00', tell: 'ConsentChanged', detail: wish },
      { day: 2, at: '21:00', tell: 'ConsentChanged', detail: wish },
      { day: 5, at: '21:00', tell: 'ConsentChanged', detail: wish },
    ],
  },
  {
    id: 'reads-for-weeks',
    tells: 'Registers, reads what comes, and buys nothing.',
    weight: 10,
    days: 45,
    customer: { id: 'c-1', email: 'sakura@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [{ day: 0, at: '20:00', tell: 'CustomerRegistered' }],
  },
  {
    id: 'asks-for-a-sample',
    tells: 'Registers, and gets a sample five days later.',
    days: 40,
    customer: { id: 'c-1', email: 'riku@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [
      { day: 0, at: '20:00', tell: 'CustomerRegistered' },
      {
        day: 5,
        tell: 'SampleDelivered',
        detail: { sample: { id: 's-1', productId: 'serum-30', name: 'Serum' } },
      },
    ],
  },
  {
    id: 'leaves-at-the-checkout',
    tells: 'Has bought once, begins a second order and does not finish it.',
    weight: 4,
    days: 12,
    customer: { id: 'c-1', email: 'hinata@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [
      { day: -60, at: '20:00', tell: 'OrderPlaced', detail: { order } },
      { day: -57, tell: 'OrderDelivered', detail: { order } },
      {
        day: 0,
        at: '19:00',
        tell: 'CheckoutStarted',
        detail: { cart: { id: 'cart-1', currency: 'JPY', total: 3200, items: [goodsOfLives.honey] } },
      },
    ],
  },
  {
    id: 'comes-by-a-friend',
    tells: 'Registers by a friend’s link and takes three weeks to look around.',
    days: 30,
    customer: { id: 'c-1', email: 'haru@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [{ day: 0, at: '20:00', tell: 'CustomerRegistered', customer: { source: 'referral' } }],
  },
  {
    id: 'brings-a-friend',
    tells: 'Passes on the link, and the friend buys.',
    days: 60,
    customer: { id: 'c-1', email: 'tsumugi@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [
      { day: 0, at: '20:00', tell: 'OrderPlaced', detail: { order } },
      { day: 3, tell: 'OrderDelivered', detail: { order } },
      { day: 25, tell: 'ReferralMade', detail: { referral: { friendId: 'c-2' } } },
    ],
  },
];
