import type { Life } from '../../core/language/life.ts';

const booking = {
  id: 'b-1',
  name: 'Tasting',
  startsAt: { day: 10, at: '14:00' },
  timeZone: 'Asia/Tokyo',
  place: 'Aoyama, Tokyo',
};

export const livesOfBookings: readonly Life[] = [
  {
    id: 'misses-the-tasting',
    tells: 'Books a tasting and does not come.',
    days: 30,
    customer: { id: 'c-1', email: 'mei@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [{ day: 0, at: '18:00', tell: 'BookingMade', detail: { booking } }],
  },
  {
    id: 'comes-to-the-tasting',
    tells: 'Books a tasting and comes.',
    days: 30,
    customer: { id: 'c-1', email: 'itsuki@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [
      { day: 0, at: '18:00', tell: 'BookingMade', detail: { booking } },
      {
        day: 10,
        at: '17:00',
        tell: 'BookingAttended',
        detail: { booking: { ...booking, attended: true } },
      },
    ],
  },
  {
    id: 'thanked-late',
    tells: 'Comes to a tasting, and the store tells so days later.',
    days: 35,
    customer: { id: 'c-1', email: 'kaito@example.com', locale: 'ja', acceptsMarketing: true },
    happens: [
      { day: 0, at: '18:00', tell: 'BookingMade', detail: { booking } },
      {
        day: 15,
        at: '18:00',
        tell: 'BookingAttended',
        detail: { booking: { ...booking, attended: true } },
      },
    ],
  },
];
