import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const trial = { id: 'o-1', currency: 'JPY', total: 990, origin: 'trial', items: [goodsOfLives.trial] };
const whole = { id: 'o-2', currency: 'JPY', total: 6800, items: [goodsOfLives.serum] };

export const trialBuyer: Life = {
  id: 'trial-buyer',
  tells: 'Buys a trial of seven days, opens it late and then orders the product itself.',
  weight: 8,
  days: 130,
  customer: { id: 'c-1', email: 'yuna@example.com', name: 'Yuna', locale: 'ja', acceptsMarketing: true },
  happens: [
    { day: 0, at: '21:30', tell: 'OrderPlaced', detail: { order: trial } },
    { day: 2, tell: 'OrderDelivered', detail: { order: trial } },
    { day: 24, at: '22:00', tell: 'OrderPlaced', detail: { order: whole } },
    { day: 27, tell: 'OrderDelivered', detail: { order: whole } },
  ],
};
