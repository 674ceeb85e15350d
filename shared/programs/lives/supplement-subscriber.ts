import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const subscription = { id: 'sub-1', productId: 'supplement-30', intervalDays: 30 };
const order = { currency: 'JPY', total: 4980, items: [goodsOfLives.supplement] };
const first = { ...order, id: 'o-1' };
const renewal = { ...order, id: 'o-2', origin: 'renewal' };

export const supplementSubscriber: Life = {
  id: 'supplement-subscriber',
  tells: 'Subscribes to a supplement, skips a delivery, has a card that fails, and stops.',
  weight: 10,
  days: 150,
  customer: { id: 'c-1', email: 'daichi@example.com', name: 'Daichi', locale: 'ja', acceptsMarketing: true },
  happens: [
    {
      day: 0,
      at: '19:00',
      tell: 'SubscriptionStarted',
      detail: { subscription: { ...subscription, nth: 1, renewsAt: { day: 30 } } },
    },
    { day: 0, at: '19:00', tell: 'OrderPlaced', detail: { order: first } },
    { day: 3, tell: 'OrderDelivered', detail: { order: first } },
    {
      day: 20,
      at: '21:00',
      tell: 'SubscriptionSkipped',
      detail: { subscription: { ...subscription, nth: 1, renewsAt: { day: 60 } } },
    },
    {
      day: 60,
      at: '06:00',
      tell: 'SubscriptionRenewed',
      detail: { subscription: { ...subscription, nth: 2, renewsAt: { day: 90 } } },
    },
    { day: 60, at: '06:01', tell: 'OrderPlaced', detail: { order: renewal } },
    {
      day: 61,
      at: '06:00',
      tell: 'PaymentFailed',
      detail: { order: renewal, payment: { method: 'card', timing: 'before' } },
    },
    { day: 64, at: '20:00', tell: 'OrderPaid', detail: { order: renewal } },
    { day: 66, tell: 'OrderDelivered', detail: { order: renewal } },
    {
      day: 95,
      at: '20:00',
      tell: 'SubscriptionCancelled',
      detail: { subscription: { ...subscription, nth: 2 } },
    },
  ],
};
