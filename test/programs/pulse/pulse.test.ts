import { expect, test } from 'vitest';
import { pulse } from '../../../shared/programs/pulse/pulse.ts';
import { pulseAnswered } from '../../../shared/programs/pulse/pulse-answered.ts';
import { referralInvitation } from '../../../shared/programs/referral/referral-invitation.ts';
import { answers, categoryIn, hers, humanTasks, labelsOf, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo; the parcel is taken to arrive on 7 March
async function open() {
  const store = storeInMemory({ startAt: monday, scenarios: [pulse, pulseAnswered, referralInvitation] });
  await orders(store, 'o-1');
  return store;
}

/** She answers at noon on the day after she was asked. */
async function answered(given: Record<string, string>) {
  const store = await open();
  await store.pass('2026-04-12T03:00:00Z');
  await answers(store, 'pulse', given);
  return store;
}

test('she is asked five weeks after the parcel, once', async () => {
  const store = await open();
  await store.pass({ days: 120 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-04-11 19:00 pulse__ask']);
});

test('who has stopped is shown the way back the next evening', async () => {
  const store = await answered({ using: 'stopped', result: 'as-expected' });
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo').slice(1)).toEqual(['2026-04-13 19:00 pulse-answered__right-use']);
  expect(await categoryIn(store, 'pulse')).toBe('stopped');
});

test('a result above expectation admits to the invitation', async () => {
  const store = await answered({ using: 'yes', result: 'above' });
  await store.pass({ days: 15 });
  expect(store.calendar('Asia/Tokyo').slice(1)).toEqual(['2026-04-26 19:00 referral-invitation__invite']);
});

test('a result below expectation goes to people and gets nothing to buy', async () => {
  const store = await answered({ using: 'stopped', result: 'below' });
  expect(humanTasks(store)).toEqual(['pulse-low']);
  expect(await labelsOf(store)).toContain('care-first');
  await store.pass({ days: 31 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
  expect(await labelsOf(store)).not.toContain('care-first');
});

test('who is content is left alone', async () => {
  const store = await answered({ using: 'sometimes', result: 'as-expected' });
  await store.pass({ days: 30 });
  expect(await categoryIn(store, 'pulse')).toBe('content');
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
});

test('an order in between ends the advice', async () => {
  const store = await answered({ using: 'stopped' });
  await store.pass({ hours: 2 });
  await orders(store, 'o-2');
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
});

test.each(['OrderReturned', 'OrderCancelled'] as const)('%s ends the question', async (ending) => {
  const store = await open();
  await store.pass({ days: 3 });
  await hers(store, ending, { order: { id: 'o-1' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
