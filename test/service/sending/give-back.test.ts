/** D06: the mail service answers nothing for two hours, and order mail is sent again once it is known that it never went. */
import { expect, test } from 'vitest';
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
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

test('what proves that the first tries never went proves nothing of the one asked for since', async () => {
  const store = await unknownThanks();
  store.world.mailer.next(...silences(2));
  await again(store);
  await store.pass({ minutes: 20 });
  expect(await again(store)).toBe('asked-before');
  await store.pass({ hours: 2 });
  expect(store.world.mailer.calls).toBe(3);
  expect(await again(store)).toBe('asked');
  await store.pass({ minutes: 5 });
  expect(store.world.mailer.calls).toBe(4);
});

/** What is done between the silence and the operator's word, and how the thank-you ends then. */
test.each<[string, (store: StoreInMemory) => Promise<unknown>, string]>([
  [
    'an order cancelled meanwhile',
    (store) => store.put(store.event('OrderCancelled', orderDetail('o-1', start))),
    'order-undone',
  ],
  ['a thank-you that is too late', (store) => store.pass({ days: 3 }), 'too-late'],
  ['one that the record remembers no more', (store) => store.pass({ days: 40 }), 'too-late'],
  [
    'an address that complained meanwhile',
    async (store) =>
      store.world.addresses.suppress(addressHash(await store.world.keys(), 'hana@example.com'), 'all', {
        because: 'complaint',
        at: store.world.clock.now(),
      }),
    'suppressed',
  ],
])('%s: not sent again, and no longer unknown', async (_, meanwhile, because) => {
  const store = await unknownThanks();
  await meanwhile(store);
  const { calls } = store.world.mailer;
  await again(store);
  await again(store);
  await store.pass({ minutes: 5 });
  expect(store.world.mailer.calls).toBe(calls);
  expect(await thanksOf(store)).toMatchObject({ state: 'skipped', because });
  expect(await again(store)).toBe('settled');
  await store.pass({ days: 30 });
  expect(await thanksOf(store)).toMatchObject({ state: 'skipped', because });
  expect(store.deadLetters).toEqual([]);
});

test('a death between the record and the touchpoint leaves nothing unknown', async () => {
  const store = await unknownThanks();
  await store.put(store.event('OrderCancelled', orderDetail('o-1', start)));
  const { touchpoints } = store.world;
  const { settle } = touchpoints;
  let died = false;
  touchpoints.settle = async (touchpoint) => {
    if (!died && touchpoint.because === 'order-undone') {
      died = true;
      throw new Error('died');
    }
    return settle(touchpoint);
  };
  await again(store);
  await store.pass({ hours: 1 });
  expect(died).toBe(true);
  expect(await thanksOf(store)).toMatchObject({ state: 'skipped', because: 'order-undone' });
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
