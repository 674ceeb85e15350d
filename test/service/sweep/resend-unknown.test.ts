/** D06: order mail that provably never went is tried once more by itself, a day later. */
import { expect, test } from 'vitest';
import { noReputationCounts } from '../../../shared/core/record/breaker.ts';
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import {
  orderDetail,
  type StoreInMemory,
  type StoreOptions,
  storeInMemory,
} from '../../support/store-in-memory.ts';
import { start, thanksOf } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const silence: SendOutcome = { kind: 'unknown', detail: 'http 500' };

/** `o-…` are all of one customer, others of one each. */
const whose = (id: string) =>
  id.startsWith('o-') ? {} : { customer: { id: `c-${id}`, email: `${id}@example.com` } };

/** Orders whose mail was unknown twice, and the sweep as it comes each quarter of an hour. */
async function silentStore(orders: readonly string[], settings: StoreOptions['settings'] = {}) {
  const store = storeInMemory({ startAt: start, scenarios: twoScenarios, settings });
  store.world.mailer.next(...orders.flatMap(() => [silence, silence]));
  for (const id of orders) await store.put(store.event('OrderPlaced', orderDetail(id, start, whose(id))));
  await store.pass({ hours: 3 });
  return store;
}

/** Mails of this hour that the mail service has told of. */
const toldNow = ({ world }: StoreInMemory, sent = 1) =>
  world.reputation.add(world.clock.now(), { transactional: { ...noReputationCounts, sent } }, 'x');

async function swept(store: StoreInMemory, hours: number) {
  for (let hour = 0; hour < hours; hour += 1) {
    await store.pass({ hours: 1 });
    await reconcile(store.engine);
    await store.drain();
  }
  await store.pass({ minutes: 5 });
}

test('after 24 hours, and not before, each goes once; nothing is found a second time', async () => {
  const store = await silentStore(['o-1', 'o-2']);
  await toldNow(store);
  await swept(store, 20);
  expect(store.world.mailer.calls).toBe(4);
  await swept(store, 3);
  const thanks = (await store.touchpoints('c-1')).filter(({ scenario }) => scenario === 'order-thanks');
  expect(thanks.map(({ because }) => because)).toEqual(['sent-once-more', 'sent-once-more']);
  await swept(store, 48);
  expect(store.world.mailer.calls).toBe(6);
  expect(await store.world.unknowns.until(store.world.clock.now(), 10)).toEqual([]);
});

test('a try that is not answered either is the last', async () => {
  const store = await silentStore(['o-1']);
  await toldNow(store);
  await swept(store, 20);
  store.world.mailer.next(silence);
  await swept(store, 40);
  expect(store.world.mailer.calls).toBe(3);
  expect(await thanksOf(store)).toMatchObject({ state: 'unknown' });
});

test.each([
  ['no mail of later was told of', async () => {}],
  [
    'events of the mail service wait',
    async (store: StoreInMemory) => {
      await toldNow(store);
      store.world.feedbackQueues.waiting = 1;
    },
  ],
  [
    'some of them died',
    async (store: StoreInMemory) => {
      await toldNow(store);
      store.world.feedbackQueues.dead = 1;
    },
  ],
])('where %s, it stays as it is, and goes once that is over', async (_, sick) => {
  const store = await silentStore(['o-1']);
  await sick(store);
  await swept(store, 26);
  expect(store.world.mailer.calls).toBe(2);
  Object.assign(store.world.feedbackQueues, { waiting: 0, dead: 0 });
  await toldNow(store);
  await swept(store, 1);
  expect(store.world.mailer.calls).toBe(3);
});

test('one that went after all, and an order cancelled meanwhile, are not sent again', async () => {
  const went = await silentStore(['o-1']);
  const thanks = await thanksOf(went);
  if (!thanks) throw new Error('There is no thank-you.');
  await went.world.touchpoints.settle({ ...thanks, state: 'sent', because: 'accepted' });
  const cancelled = await silentStore(['o-1']);
  await cancelled.put(cancelled.event('OrderCancelled', orderDetail('o-1', start)));
  for (const store of [went, cancelled]) {
    await toldNow(store);
    await swept(store, 26);
    expect(store.world.mailer.calls).toBe(2);
  }
});

test('the setting says after how many hours, and whether at all', async () => {
  const soon = await silentStore(['o-1'], { resendUnknownAfter: 4 });
  await toldNow(soon);
  await swept(soon, 2);
  expect(soon.world.mailer.calls).toBe(3);
  const never = await silentStore(['o-1'], { resendUnknownAfter: 'never' });
  await toldNow(never);
  await swept(never, 60);
  expect(never.world.mailer.calls).toBe(2);
});

test('so many at each sweep, the oldest first', async () => {
  const store = await silentStore(Array.from({ length: 30 }, (_, nth) => `other-${nth}`));
  await toldNow(store);
  await swept(store, 20);
  const { length: all } = await store.world.unknowns.until(store.world.clock.now(), 100);
  expect(all).toBeGreaterThan(25);
  const calls: number[] = [];
  for (let hour = 0; hour < 3; hour += 1) {
    const before = store.world.mailer.calls;
    await swept(store, 1);
    calls.push(store.world.mailer.calls - before);
  }
  expect(calls.reduce((sum, one) => sum + one, 0)).toBe(all);
  expect(Math.max(...calls)).toBeLessThanOrEqual(25);
  expect(calls[2]).toBe(0);
});

test('the word that a mail never went, delivered twice by its queue, brings one try more and not two', async () => {
  const store = await silentStore(['o-1']);
  const thanks = await thanksOf(store);
  const word = { kind: 'resolve', customer: 'c-1', touchpoint: thanks?.id ?? '', neverWent: true } as const;
  store.world.mailer.next(silence, silence);
  await store.handle('transactional', word);
  await store.pass({ minutes: 5 });
  expect(store.world.mailer.calls).toBe(3);
  await store.handle('transactional', word);
  await store.pass({ hours: 2 });
  expect(store.world.mailer.calls).toBe(3);
});
