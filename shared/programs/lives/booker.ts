import type { Life } from '../../core/language/life.ts';
import { goodsOfLives } from './goods.ts';

const booking = {
  id: 'b-1',
  name: 'Tasting',
  startsAt: { day: 14, at: '14:00' },
  timeZone: 'Asia/Tokyo',
  place: 'Aoyama, Tokyo',
};
const online = { ...booking, place: 'Online', url: 'https://shop.example.com/tasting' };

export const booker: Life = {
  id: 'booker',
  tells: 'Books a tasting, moves it online, comes, and buys for the first time a few days later.',
  weight: 4,
  days: 110,
  customer: { id: 'c-1', email: 'kota@example.com', name: 'Kota', locale: 'ja', acceptsMarketing: true },
  happens: [
    { day: 0, at: '10:00', tell: 'BookingMade', detail: { booking } },
    { day: 5, at: '18:00', tell: 'BookingChanged', detail: { booking: online } },
    { day: 15, at: '11:00', tell: 'BookingAttended', detail: { booking: { ...online, attended: true } } },
    {
      day: 20,
      at: '20:00',
      tell: 'OrderPlaced',
      detail: { order: { id: 'o-1', currency: 'JPY', total: 2400, items: [goodsOfLives.tea] } },
    },
    { day: 23, tell: 'OrderDelivered', detail: { order: { id: 'o-1' } } },
  ],
};
