import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const subscription = { id: 'sub-1', productId: 'supplement-30', intervalDays: 30 };
const order = { id: 'o-1', currency: 'JPY', total: 4980, items: [goodsOfLives.supplement] };
const third = { ...order, id: 'o-3', origin: 'renewal' };

export const livesOfSubscriptions: readonly Life[] = [
  {
    id: 'third-delivery',
    tells: 'Stays to the third delivery, leaves its charge open for ten days, and pauses.',
    weight: 2,
    days: 85,
    customer: { id: 'c-1', email: 'asahi@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [
      {
        day: 0,
        at: '19:00',
        tell: 'SubscriptionStarted',
        detail: { subscription: { ...subscription, nth: 1, renewsAt: { day: 30 } } },
      },
      { day: 0, at: '19:00', tell: 'OrderPlaced', detail: { order } },
      { day: 3, tell: 'OrderDelivered', detail: { order } },
      {
        day: 30,
        at: '08:00',
        tell: 'SubscriptionRenewed',
        detail: { subscription: { ...subscription, nth: 2, renewsAt: { day: 60 } } },
      },
      {
        day: 60,
        at: '08:00',
        tell: 'SubscriptionRenewed',
        detail: { subscription: { ...subscription, nth: 3, renewsAt: { day: 90 } } },
      },
      { day: 60, at: '08:01', tell: 'OrderPlaced', detail: { order: third } },
      {
        day: 61,
        at: '08:00',
        tell: 'PaymentFailed',
        detail: { order: third, subscription: { ...subscription, nth: 3 }, payment: { method: 'card' } },
      },
      { day: 72, at: '20:00', tell: 'OrderPaid', detail: { order: third } },
      {
        day: 75,
        at: '20:00',
        tell: 'SubscriptionPaused',
        detail: { subscription: { ...subscription, nth: 3 } },
      },
    ],
  },
];
