import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { id: 'o-1', currency: 'JPY', total: 6800, items: [goodsOfLives.serum] };

export const firstSerum: Life = {
  id: 'first-serum',
  tells:
    'Buys a serum for the first time, pays after it has come, answers the survey and orders again when it is empty.',
  weight: 20,
  days: 130,
  customer: { id: 'c-1', email: 'aoi@example.com', name: 'Aoi', locale: 'ja', acceptsMarketing: true },
  happens: [
    {
      day: 0,
      at: '22:40',
      tell: 'OrderPlaced',
      detail: { order, payment: { method: 'NP', timing: 'after' } },
    },
    {
      day: 1,
      at: '15:00',
      tell: 'OrderShipped',
      detail: { order, shipment: { id: 's-1', number: 1, of: 1 } },
    },
    {
      day: 3,
      at: '11:00',
      tell: 'OrderDelivered',
      detail: { order, shipment: { id: 's-1', number: 1, of: 1 } },
    },
    {
      day: 10,
      at: '20:30',
      tell: 'SurveyAnswered',
      detail: { survey: { id: 'early', answers: { impression: 'good', wish: 'calm', problem: 'nothing' } } },
    },
    { day: 17, tell: 'OrderPaid', detail: { order } },
    { day: 35, at: '21:10', tell: 'OrderPlaced', detail: { order: { ...order, id: 'o-2' } } },
    { day: 36, at: '15:00', tell: 'OrderShipped', detail: { order: { ...order, id: 'o-2' } } },
    { day: 38, at: '11:00', tell: 'OrderDelivered', detail: { order: { ...order, id: 'o-2' } } },
  ],
};
