import { expect, test } from 'vitest';
import { eventBooking } from '../../../shared/programs/events/event-booking.ts';
import { eventChanged } from '../../../shared/programs/events/event-changed.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const noon = '2026-03-02T03:00:00Z'; // 12:00 in Tokyo

const bookingOf = (eventId: string, occurredAt: string, startsAt: string) => ({
  eventId,
  occurredAt,
  customer: someone(),
  booking: {
    id: 'b-1',
    name: '野草茶をたのしむ会',
    startsAt,
    place: '本店',
    url: 'https://shop.example.com/b-1',
  },
});

async function booked(startsAt: string) {
  const store = storeInMemory({ startAt: noon, scenarios: [eventBooking, eventChanged] });
  await store.put(store.event('BookingMade', bookingOf('made', noon, startsAt)));
  return store;
}

test('a booking is confirmed at once and reminded of a week, a day and an hour before', async () => {
  const store = await booked('2026-03-21T14:00:00+09:00');
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-02 12:00 event-booking__confirmation',
    '2026-03-14 10:00 event-booking__week-before',
    '2026-03-20 18:00 event-booking__day-before',
    '2026-03-21 13:00 event-booking__starting',
  ]);
});

test('a booking that is moved says so at once, and each reminder follows the new time', async () => {
  const store = await booked('2026-03-21T14:00:00+09:00');
  await store.pass('2026-03-10T03:00:00Z');
  const moved = bookingOf('moved', '2026-03-10T03:00:00Z', '2026-03-28T10:00:00+09:00');
  await store.put(store.event('BookingChanged', moved));
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo').slice(1)).toEqual([
    '2026-03-10 12:00 event-changed__changed',
    '2026-03-21 10:00 event-booking__week-before',
    '2026-03-27 18:00 event-booking__day-before',
    '2026-03-28 09:00 event-booking__starting',
  ]);
  expect(store.world.mailer.mails.at(-1)?.text).toContain('2026年3月28日 10:00');
});

test('a cancelled booking is not reminded of', async () => {
  const store = await booked('2026-03-21T14:00:00+09:00');
  await store.pass({ days: 3 });
  const gone = bookingOf('gone', '2026-03-05T03:00:00Z', '2026-03-21T14:00:00+09:00');
  await store.put(store.event('BookingCancelled', gone));
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-02 12:00 event-booking__confirmation']);
});

test('a booking made on the day is confirmed, and reminded of only an hour before', async () => {
  const store = await booked('2026-03-02T16:00:00+09:00');
  await store.pass({ days: 3 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-02 12:00 event-booking__confirmation',
    '2026-03-02 15:00 event-booking__starting',
  ]);
});

test('a booking without a time is confirmed and nothing more', async () => {
  const store = storeInMemory({ startAt: noon, scenarios: [eventBooking] });
  await store.put(
    store.event('BookingMade', {
      eventId: 'm',
      occurredAt: noon,
      customer: someone(),
      booking: { id: 'b-2' },
    }),
  );
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
});
