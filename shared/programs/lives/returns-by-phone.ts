import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { currency: 'JPY', total: 5600, items: [goodsOfLives.tea, goodsOfLives.honey] };

export const returnsByPhone: Life = {
  id: 'returns-by-phone',
  tells: 'Falls silent after two orders, says that some is left, and orders by telephone half a year later.',
  weight: 8,
  days: 260,
  customer: { id: 'c-1', email: 'fumiko@example.com', name: 'Fumiko', locale: 'ja', acceptsMarketing: true },
  happens: [
    { day: 0, at: '10:30', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-1' } } },
    { day: 3, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-1' } } },
    {
      day: 10,
      at: '19:00',
      tell: 'SurveyAnswered',
      detail: { survey: { id: 'early', answers: { impression: 'good', wish: 'calm' } } },
    },
    { day: 40, at: '10:30', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-2' } } },
    { day: 43, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-2' } } },
    {
      day: 132,
      at: '19:00',
      tell: 'SurveyAnswered',
      detail: { survey: { id: 'ninety-day', answers: { reason: 'still-have' } } },
    },
    {
      day: 190,
      at: '11:00',
      tell: 'OrderPlaced',
      detail: { order: { ...order, id: 'o-3', origin: 'phone' } },
    },
    { day: 193, tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-3' } } },
  ],
};
