import { describe, expect, test } from 'vitest';
import { type LaneMessage, laneMessageOf } from '../../../shared/core/events/lane-message.ts';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import type { Fields } from '../../../shared/core/values/pick-fields.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { start, storeWithOrder, thanksOf } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

describe('what the mail service refuses for the moment', () => {
  test.each([
    ['throttled', { minutes: 2 }],
    ['daily-quota', { minutes: 61 }],
    ['sending-paused', { minutes: 61 }],
    ['not-verified', { minutes: 61 }],
  ] as const)('%s is tried again, and goes once', async (because, later) => {
    const store = await storeWithOrder();
    store.world.mailer.next({ kind: 'not-sent', because });
    await store.pass({ minutes: 0 });
    expect(await thanksOf(store)).toBeUndefined();
    const enrolment = (await store.world.customers.load('c-1'))?.enrolments[0];
    expect([enrolment?.step, enrolment?.held, enrolment?.ended]).toEqual(['thanks', because, undefined]);
    await store.pass(later);
    expect(await thanksOf(store)).toMatchObject({ state: 'sent', because: 'accepted' });
    expect(store.world.mailer.calls).toBe(2);
  });

  test('a message refused for longer than its expiry ends as too late', async () => {
    const store = await storeWithOrder();
    const refusals = Array.from(
      { length: 80 },
      (): SendOutcome => ({ kind: 'not-sent', because: 'daily-quota' }),
    );
    store.world.mailer.next(...refusals);
    await store.pass({ hours: 75 });
    expect(await thanksOf(store)).toMatchObject({ state: 'skipped', because: 'too-late' });
    expect(store.world.mailer.accepted).toBe(0);
  });
});

test.each(['rejected', 'bad-request'] as const)(
  'a message that is %s is skipped for good',
  async (because) => {
    const store = await storeWithOrder();
    store.world.mailer.next({ kind: 'not-sent', because });
    await store.pass({ days: 4 });
    expect(await thanksOf(store)).toMatchObject({ state: 'skipped', because });
    expect(store.world.mailer.calls).toBe(1);
  },
);

test('a cancellation that lands between the claim and its refusal does not bring the message back', async () => {
  const store = await storeWithOrder();
  const cancelled = store.event('OrderCancelled', orderDetail('o-1', start));
  store.world.mailer.next(async () => {
    await store.put(cancelled);
    return { kind: 'not-sent', because: 'throttled' };
  });
  await store.pass({ minutes: 0 });
  await store.pass({ days: 4 });
  expect(store.world.mailer.accepted).toBe(0);
  expect(await thanksOf(store)).toMatchObject({ state: 'skipped', because: 'exit-rule' });
});

test('a cancellation that lands while a refused message waits ends it unsent', async () => {
  const store = await storeWithOrder();
  store.world.mailer.next({ kind: 'not-sent', because: 'throttled' });
  await store.pass({ minutes: 0 });
  await store.put(store.event('OrderCancelled', orderDetail('o-1', start)));
  await store.pass({ days: 4 });
  expect(store.world.mailer.accepted).toBe(0);
});

test('a worker that was throttled paces by its share, and no other refusal slows it down', async () => {
  const store = await storeWithOrder();
  const slowed: string[] = [];
  store.world.pacer.throttled = (lane?: string) => void slowed.push(String(lane));
  store.world.mailer.next(
    { kind: 'not-sent', because: 'daily-quota' },
    { kind: 'not-sent', because: 'throttled' },
  );
  await store.pass({ minutes: 0 });
  expect(slowed).toEqual([]);
  await store.pass({ hours: 2 });
  expect([slowed, store.world.mailer.accepted]).toEqual([['transactional'], 1]);
});

describe('delivery modes', () => {
  test('a dry run does everything but the mail', async () => {
    const store = await storeWithOrder({ settings: { mode: 'dry-run' } });
    await store.pass({ days: 90 });
    expect(store.world.mailer.calls).toBe(0);
    const states = (await store.touchpoints('c-1')).map((t) => `${t.state} ${t.because}`);
    expect(states).toEqual(Array(5).fill('would-send dry-run'));
  });

  test('an allow list lets its addresses and domains through and holds back the rest', async () => {
    const allowed = await storeWithOrder({ settings: { mode: 'allow-list', allowList: ['@Example.com'] } });
    await allowed.pass({ hours: 1 });
    expect(await thanksOf(allowed)).toMatchObject({ state: 'sent' });
    const other = await storeWithOrder({ settings: { mode: 'allow-list', allowList: ['ops@example.com'] } });
    await other.pass({ hours: 1 });
    expect(await thanksOf(other)).toMatchObject({ state: 'would-send', because: 'not-on-allow-list' });
    expect(other.world.mailer.calls).toBe(0);
  });
});

describe('brakes', () => {
  test('a pause of all holds the thank-you until it is lifted', async () => {
    const store = await storeWithOrder();
    await store.world.control.write({ paused: { ...noBrakes.paused, all: true } });
    await store.pass({ hours: 5 });
    expect(store.world.mailer.calls).toBe(0);
    expect((await store.world.customers.load('c-1'))?.enrolments[0]?.held).toBe('paused');
    await store.world.control.write(noBrakes);
    await store.pass({ hours: 2 });
    expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
  });

  test('a pause of marketing lets thank-yous go', async () => {
    const store = await storeWithOrder();
    await store.world.control.write({ paused: { ...noBrakes.paused, marketing: true } });
    await store.pass({ days: 12 });
    expect(store.world.mailer.mails.map((mail) => mail.tags.scenario)).toEqual(['order-thanks']);
  });
});

test.each([
  ['as it stands', (message: Fields) => message],
  ['of before it named the order', ({ order: _, ...message }: Fields) => message],
])(
  'a big order keeps its fields beside the record, and the thank-you shows them: a message %s',
  async (_, as) => {
    const items = Array.from({ length: 40 }, (_, i) => ({
      productId: `p-${i}`,
      name: `Lotion number ${i}`,
      quantity: 1,
    }));
    const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
    const order = { id: 'o-1', currency: 'JPY', total: 5400, items };
    await store.put(store.event('OrderPlaced', orderDetail('o-1', start, { order })));
    expect((await store.world.customers.load('c-1'))?.enrolments[0]?.context).toBe('order');
    const taken = store.world.lanes.take();
    expect(taken?.message).toMatchObject({ kind: 'timer', order: 'o-1' });
    await store.world.lanes.enqueue(
      'transactional',
      laneMessageOf(as({ ...taken?.message })) as LaneMessage,
      0,
    );
    await store.pass({ minutes: 1 });
    expect(store.world.mailer.mails[0]?.html).toContain('Lotion number 7');
  },
);

test('two workers with the same timer send one mail', async () => {
  const store = await storeWithOrder();
  const [message] = store.world.lanes.waiting('transactional');
  if (!message) throw new Error('no timer in the lane');
  await Promise.all([store.handle('transactional', message), store.handle('transactional', message)]);
  await store.pass({ hours: 1 });
  expect(store.world.mailer.calls).toBe(1);
  expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
});

test('a claim is not made when too little time is left', async () => {
  const store = await storeWithOrder();
  store.sending.remaining_ms = () => 5_000;
  await store.pass({ minutes: 0 });
  expect(store.failures).toEqual(['NotEnoughTime']);
  expect((await store.world.customers.load('c-1'))?.sends).toEqual([]);
});

test('a timer for a scenario version this code does not have is refused and changes nothing', async () => {
  const store = await storeWithOrder();
  const before = await store.world.customers.load('c-1');
  if (!before) throw new Error('no record');
  const newer = before.enrolments.map((enrolment) => ({ ...enrolment, version: 2 }));
  await store.world.customers.save({ ...before, enrolments: newer }, {});
  await store.pass({ minutes: 0 });
  expect(store.failures).toEqual(['UnknownScenarioVersion']);
  expect((await store.world.customers.load('c-1'))?.enrolments).toEqual(newer);
});
