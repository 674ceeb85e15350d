import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const order = { id: 'o-1', currency: 'JPY', total: 2400, items: [goodsOfLives.tea] };
const coat = { currency: 'JPY', total: 24_800, items: [goodsOfLives.coat] };
const look = { product: { id: 'honey-200', name: 'Honey', category: 'honey' } };
const happens = [
  { day: 0, at: '20:00', tell: 'OrderPlaced', detail: { order } },
  { day: 3, tell: 'OrderDelivered', detail: { order } },
] as const;

export const livesOfTheCalendar: readonly Life[] = [
  {
    id: 'birthday-in-japan',
    tells: 'Has a birthday five weeks after the first order, and is written to in Japanese.',
    startsOn: '04-10',
    days: 55,
    customer: {
      id: 'c-1',
      email: 'akari@example.com',
      locale: 'ja',
      birthday: '1988-05-15',
      acceptsMarketing: true,
    },
    happens,
  },
  {
    id: 'birthday-abroad',
    tells: 'Has a birthday five weeks after the first order, and is written to in English.',
    startsOn: '04-10',
    days: 55,
    customer: {
      id: 'c-1',
      email: 'emma@example.com',
      locale: 'en',
      birthday: '1988-05-15',
      acceptsMarketing: true,
    },
    happens,
  },
  {
    id: 'silent-after-one-order',
    tells: 'Has bought once, opens a letter now and then, and does not come back for a year.',
    weight: 8,
    days: 400,
    customer: { id: 'c-1', email: 'mai@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [...happens, { day: 140, at: '21:00', tell: 'ProductViewed', detail: look }],
  },
  {
    id: 'looks-and-buys-nothing',
    tells:
      'Has bought four coats in a winter, looks around the shop now and then, and does not order for a year.',
    weight: 4,
    days: 470,
    customer: { id: 'c-1', email: 'shiori@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [
      { day: -45, at: '20:00', tell: 'OrderPlaced', detail: { order: { ...coat, id: 'o-1' } } },
      { day: -30, at: '20:00', tell: 'OrderPlaced', detail: { order: { ...coat, id: 'o-2' } } },
      { day: -15, at: '20:00', tell: 'OrderPlaced', detail: { order: { ...coat, id: 'o-3' } } },
      { day: 0, at: '20:00', tell: 'OrderPlaced', detail: { order: { ...coat, id: 'o-4' } } },
      { day: 3, tell: 'OrderDelivered', detail: { order: { ...coat, id: 'o-4' } } },
      { day: 120, at: '21:00', tell: 'ProductViewed', detail: look },
      { day: 200, at: '21:00', tell: 'ProductViewed', detail: look },
      { day: 280, at: '21:00', tell: 'ProductViewed', detail: look },
    ],
  },
];
