/** Messages that lay among the dead letters for longer than any of them is good, and come back. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const long = { hours: 24 * 18 };

/** A store whose every lane message until then is laid aside instead of being handled. */
async function storeWithDeadLetters() {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  const dead: { lane: 'transactional' | 'marketing'; message: LaneMessage }[] = [];
  const until = Temporal.Instant.from(start).add(long);
  await store.world.run(until, async (lane, message) => void dead.push({ lane, message }));
  return { store, dead };
}

const outcomes = async (store: ReturnType<typeof storeInMemory>) =>
  (await store.touchpoints('c-1')).map(({ step, state, because }) => `${step} ${state} ${because}`).sort();

test('lane messages redriven after long end too late, and the story goes on from there', async () => {
  const { store, dead } = await storeWithDeadLetters();
  expect(dead.map(({ lane }) => lane)).toEqual(['transactional', 'marketing']);
  for (const { lane, message } of dead) await store.handle(lane, message);
  expect(store.world.mailer.mails).toEqual([]);
  expect(await outcomes(store)).toEqual(['thanks skipped too-late', 'trouble skipped too-late']);
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo').map((line) => line.slice(0, 16))).toEqual([
    '2026-03-21 10:00',
    '2026-04-06 10:00',
    '2026-05-06 10:00',
  ]);
  expect(store.failures).toEqual([]);
});

test('lane messages redriven twice, in any order, repeat nothing', async () => {
  const { store, dead } = await storeWithDeadLetters();
  for (const { lane, message } of [...dead, ...dead.toReversed(), ...dead]) await store.handle(lane, message);
  await store.pass({ days: 60 });
  for (const { lane, message } of dead) await store.handle(lane, message);
  expect(store.world.mailer.mails).toHaveLength(3);
  expect(await outcomes(store)).toHaveLength(5);
});

test('an order redriven after long is counted and lets nobody in, and its repeat changes nothing', async () => {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  await store.pass(long);
  const order = store.event('OrderPlaced', orderDetail('o-1', start));
  await store.put(order);
  const once = store.world.records.stored('c-1');
  expect(once).toMatchObject({ lifecycle: { orders: 1 } });
  await store.put(order, order);
  expect(store.world.records.stored('c-1')).toEqual(once);
  await store.pass({ days: 60 });
  expect(store.world.mailer.mails).toEqual([]);
});

test('a cancellation redriven after long still ends what it ends', async () => {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass(long);
  const sent = store.world.mailer.mails.length;
  await store.put(store.event('OrderCancelled', orderDetail('o-1', '2026-03-02T04:00:00Z')));
  await store.pass({ days: 60 });
  expect(store.world.mailer.mails).toHaveLength(sent);
});
