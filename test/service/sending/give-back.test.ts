/** D06: the mail service answers nothing for two hours, and order mail is sent again once it is known that it never went. */
import { expect, test } from 'vitest';
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import { giveBackUnknown } from '../../../shared/service/sending/give-back.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { start, storeWithOrder, thanksOf } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const silence: SendOutcome = { kind: 'unknown', detail: 'http 500' };
const silences = (count: number) => Array.from({ length: count }, () => silence);

async function unknownThanks(): Promise<StoreInMemory> {
  const store = await storeWithOrder();
  store.world.mailer.next(...silences(2));
  await store.pass({ hours: 3 });
  return store;
}

const again = async (store: StoreInMemory) => {
  const thanks = await thanksOf(store);
  if (!thanks) throw new Error('There is no thank-you.');
  return giveBackUnknown(store.engine, thanks);
};

test('six orders of two silent hours are thanked for, once each, when somebody says so', async () => {
  const store = storeInMemory({ startAt: start, scenarios: twoScenarios });
  store.world.mailer.next(...silences(12));
  for (const id of ['o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6']) {
    await store.put(store.event('OrderPlaced', orderDetail(id, start)));
  }
  await store.pass({ hours: 3 });
  const thanks = async () =>
    (await store.touchpoints('c-1')).filter(({ scenario }) => scenario === 'order-thanks');
  expect((await thanks()).map(({ state }) => state)).toEqual(Array(6).fill('unknown'));
  for (const one of await thanks()) expect(await giveBackUnknown(store.engine, one)).toBe('asked');
  await store.pass({ minutes: 5 });
  expect((await thanks()).map(({ state, because }) => `${state} ${because}`)).toEqual(
    Array(6).fill('sent sent-once-more'),
  );
  expect(store.world.mailer.calls).toBe(18);
  for (const one of await thanks()) expect(await giveBackUnknown(store.engine, one)).toBe('settled');
});

test('asked twice at once it goes once', async () => {
  const store = await unknownThanks();
  expect(await Promise.all([again(store), again(store)])).toEqual(['asked', 'asked']);
  await store.pass({ hours: 1 });
  expect(store.world.mailer.calls).toBe(3);
  expect(await thanksOf(store)).toMatchObject({ state: 'sent', because: 'sent-once-more' });
});

test('a try that is not answered either leaves it unknown, and nothing goes by itself', async () => {
  const store = await unknownThanks();
  store.world.mailer.next(silence);
  await again(store);
  await store.pass({ days: 3 });
  expect(store.world.mailer.calls).toBe(3);
  expect(await thanksOf(store)).toMatchObject({ state: 'unknown' });
});

test('an order cancelled meanwhile, and a thank-you that is too late, are not sent again', async () => {
  const cancelled = await unknownThanks();
  await cancelled.put(cancelled.event('OrderCancelled', orderDetail('o-1', start)));
  await again(cancelled);
  const late = await unknownThanks();
  await late.pass({ days: 3 });
  await again(late);
  for (const store of [cancelled, late]) {
    await store.pass({ minutes: 5 });
    expect(store.world.mailer.calls).toBe(2);
    expect(await thanksOf(store)).toMatchObject({ state: 'unknown' });
  }
});

test('one that the mail service told of after all is left alone', async () => {
  const store = await unknownThanks();
  const thanks = await thanksOf(store);
  if (!thanks) throw new Error('There is no thank-you.');
  await store.world.touchpoints.settle({ ...thanks, state: 'sent', because: 'accepted' });
  expect(await again(store)).toBe('settled');
  await store.pass({ minutes: 5 });
  expect(store.world.mailer.calls).toBe(2);
});

test('while mail is paused the try waits, and goes when it may', async () => {
  const store = await unknownThanks();
  const paused = { all: true, marketing: false, scenarios: [] };
  await store.world.control.write({ paused });
  await again(store);
  await store.pass({ hours: 2 });
  expect(store.world.mailer.calls).toBe(2);
  await store.world.control.write({ paused: { ...paused, all: false } });
  await store.pass({ hours: 1 });
  expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
});
