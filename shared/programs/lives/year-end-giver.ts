import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const presents = { currency: 'JPY', total: 32_400, gift: true, shipTo: { country: 'JP', other: true } };
const winter = { ...presents, id: 'o-1', occasion: 'oseibo', items: [goodsOfLives.present] };
const summer = { ...presents, id: 'o-2', occasion: 'ochugen', items: [goodsOfLives.present] };

export const yearEndGiver: Life = {
  id: 'year-end-giver',
  tells:
    'Sends presents to six addresses at the end of the year and again in summer, and buys nothing for herself.',
  weight: 5,
  startsOn: '12-02',
  days: 400,
  customer: {
    id: 'c-1',
    email: 'sachiko@example.com',
    name: 'Sachiko',
    locale: 'ja',
    acceptsMarketing: true,
  },
  happens: [
    { day: 0, at: '14:30', tell: 'OrderPlaced', detail: { order: winter } },
    {
      day: 3,
      at: '11:10',
      tell: 'OrderDelivered',
      detail: { order: winter, shipment: { id: 's-1', number: 1, of: 6 } },
    },
    {
      day: 3,
      at: '12:10',
      tell: 'OrderDelivered',
      detail: { order: winter, shipment: { id: 's-2', number: 2, of: 6 } },
    },
    {
      day: 3,
      at: '13:10',
      tell: 'OrderDelivered',
      detail: { order: winter, shipment: { id: 's-3', number: 3, of: 6 } },
    },
    {
      day: 3,
      at: '14:10',
      tell: 'OrderDelivered',
      detail: { order: winter, shipment: { id: 's-4', number: 4, of: 6 } },
    },
    {
      day: 3,
      at: '15:10',
      tell: 'OrderDelivered',
      detail: { order: winter, shipment: { id: 's-5', number: 5, of: 6 } },
    },
    { day: 6, tell: 'DeliveryFailed', detail: { order: winter, shipment: { id: 's-6', number: 6, of: 6 } } },
    { day: 8, tell: 'OrderDelivered', detail: { order: winter, shipment: { id: 's-6', number: 6, of: 6 } } },
    { day: 200, at: '10:00', tell: 'OrderPlaced', detail: { order: summer } },
    { day: 203, tell: 'OrderDelivered', detail: { order: summer } },
  ],
};
