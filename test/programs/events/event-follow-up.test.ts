import { expect, test } from 'vitest';
import { eventFollowUp } from '../../../shared/programs/events/event-follow-up.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const noon = '2026-03-02T03:00:00Z'; // 12:00 in Tokyo

const bookingOf = (eventId: string, occurredAt: string, more: Record<string, unknown> = {}) => ({
  eventId,
  occurredAt,
  customer: someone(),
  booking: {
    id: 'b-1',
    name: '野草茶をたのしむ会',
    startsAt: '2026-03-21T14:00:00+09:00',
    url: 'https://shop.example.com/b-1',
    ...more,
  },
});

async function booked() {
  const store = storeInMemory({ startAt: noon, scenarios: [eventFollowUp] });
  await store.put(store.event('BookingMade', bookingOf('made', noon)));
  return store;
}

test('who came is thanked the next morning and shown the next step a week later', async () => {
  const store = await booked();
  await store.pass('2026-03-21T04:50:00Z');
  await store.put(
    store.event('BookingAttended', bookingOf('came', '2026-03-21T04:50:00Z', { attended: true })),
  );
  await store.pass({ days: 20 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-22 10:00 event-follow-up__thanks',
    '2026-03-29 10:00 event-follow-up__next-step',
  ]);
});

test('who is not seen within a day is told sorry, and shown the next step too', async () => {
  const store = await booked();
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-23 10:00 event-follow-up__missed',
    '2026-03-29 10:00 event-follow-up__next-step',
  ]);
});

test('a word that she did not come is not taken for coming', async () => {
  const store = await booked();
  await store.pass('2026-03-21T07:00:00Z');
  await store.put(
    store.event('BookingAttended', bookingOf('absent', '2026-03-21T07:00:00Z', { attended: false })),
  );
  await store.pass({ days: 4 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-23 10:00 event-follow-up__missed']);
});

test('attendance that is told days late still brings the thanks', async () => {
  const store = await booked();
  await store.pass('2026-03-25T03:00:00Z');
  await store.put(
    store.event('BookingAttended', bookingOf('late', '2026-03-21T07:00:00Z', { attended: true })),
  );
  await store.pass({ days: 20 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-23 10:00 event-follow-up__missed',
    '2026-03-29 10:00 event-follow-up__thanks',
    '2026-04-01 10:00 event-follow-up__next-step',
  ]);
});

test('attendance that is told before the sorry turns it into thanks', async () => {
  const store = await booked();
  await store.pass('2026-03-22T23:00:00Z');
  await store.put(
    store.event('BookingAttended', bookingOf('late', '2026-03-21T07:00:00Z', { attended: true })),
  );
  await store.pass({ days: 3 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-23 10:00 event-follow-up__thanks']);
});

test.each(['BookingCancelled', 'OrderPlaced'] as const)('%s ends the story', async (ending) => {
  const store = await booked();
  await store.pass({ days: 3 });
  const at = '2026-03-05T03:00:00Z';
  const detail = ending === 'OrderPlaced' ? orderDetail('o-1', at) : bookingOf('gone', at);
  await store.put(store.event(ending, detail));
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
