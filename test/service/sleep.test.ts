/** Enrolments that can have no effect: they cost nothing, keep their place, and are where they would be when something happens. */
import { expect, test } from 'vitest';
import { maySleep } from '../../shared/core/enrolments/sleep/sleepers.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Step } from '../../shared/core/language/steps.ts';
import type { Enrolment } from '../../shared/core/record/customer.ts';
import { branch, exit, marketing, send, waitFor } from '../support/scenarios.ts';
import { orderDetail, type StoreOptions, storeInMemory } from '../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z';
const week = { days: 7 };
const texts = { a: 'any-trouble', b: 'using-it-well', c: 'other-voices' };
const letter = (name: 'a' | 'b' | 'c') =>
  send(`after-purchase/${texts[name]}`, { id: name, content: 'brand' });
/** Letters after one, two and three weeks of each order. */
const letters = marketing({
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  steps: [
    waitFor('first', week),
    letter('a'),
    waitFor('second', week),
    letter('b'),
    waitFor('third', week),
    letter('c'),
  ],
});

const nameOf = (text: string) => Object.entries(texts).find(([, of]) => of === text)?.[0] ?? text;

const silent = { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo' };

async function storeOf(scenarios: readonly Scenario[], settings: StoreOptions['settings'] = {}) {
  const store = storeInMemory({ startAt: monday, scenarios, settings });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: silent })));
  await store.pass({ minutes: 1 });
  const now = () => store.world.clock.now().toString();
  let told = 0;
  return {
    ...store,
    async says(granted: boolean, topics?: readonly string[]) {
      const consent = { granted, source: 'account', ...(topics && { topics }) };
      const detail = { eventId: `says-${told++}`, occurredAt: now(), customer: { id: 'c-1' }, consent };
      await store.put(store.event('ConsentChanged', detail));
      await store.drain();
    },
    async orders(id: string) {
      await store.put(store.event('OrderPlaced', orderDetail(id, now(), { customer: silent })));
      await store.drain();
    },
    record: async () =>
      (await store.world.customers.load('c-1')) as NonNullable<
        Awaited<ReturnType<typeof store.world.customers.load>>
      >,
    mails: () =>
      store
        .calendar('Asia/Tokyo')
        .map((line) => line.replace(/after-purchase__(.*)/, (_, text) => nameOf(text))),
  };
}

test('without consent a story of letters has no timer, no message and no touchpoint', async () => {
  const store = await storeOf([letters]);
  expect((await store.record()).enrolments).toMatchObject([{ asleep: true, step: 'first' }]);
  expect((await store.record()).alarms).toBeUndefined();
  const version = (await store.record()).version;
  await store.pass({ days: 60 });
  expect(store.world.timers.pending()).toEqual([]);
  expect(await store.touchpoints('c-1')).toEqual([]);
  expect((await store.record()).version).toBe(version);
});

test('a grant brings the letters that are still ahead, and none of those whose time is over', async () => {
  const store = await storeOf([letters]);
  await store.pass({ days: 10 });
  await store.says(true);
  await store.pass({ days: 30 });
  expect(store.mails()).toEqual(['2026-03-16 12:30 b', '2026-03-23 12:30 c']);
});

test('a letter that is due within minutes of the grant goes at its time', async () => {
  const store = await storeOf([letters]);
  await store.pass('2026-03-09T03:25:00Z');
  await store.says(true);
  await store.pass({ minutes: 30 });
  expect(store.mails()).toEqual(['2026-03-09 12:30 a']);
});

test('where the time of the story is over it has ended when it would have, whenever something happens', async () => {
  const store = await storeOf([
    marketing({ ...letters, trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' } }),
  ]);
  await store.pass({ days: 50 });
  expect((await store.record()).enrolments).toMatchObject([{ step: 'first' }]);
  await store.orders('o-2');
  const { enrolments, ended } = await store.record();
  expect(enrolments).toEqual([]);
  expect(ended).toMatchObject([{ because: 'completed' }]);
  expect(ended[0]?.at.toString()).toBe('2026-03-23T03:30:00Z');
});

test('a withdrawal puts to sleep what waits, and a later grant wakes it where it is by then', async () => {
  const store = await storeOf([letters]);
  await store.says(true);
  await store.pass({ days: 8 });
  await store.says(false);
  await store.pass({ days: 7 });
  await store.says(true);
  await store.pass({ days: 30 });
  expect(store.mails()).toEqual(['2026-03-09 12:30 a', '2026-03-23 12:30 c']);
  expect((await store.touchpoints('c-1')).map(({ step, state }) => `${step} ${state}`)).toEqual([
    'a sent',
    'c sent',
  ]);
});

test('another topic wakes nobody, and one of several topics wakes the whole story', async () => {
  const mixed = marketing({
    ...letters,
    steps: letters.steps.map((step) => (step.id === 'c' ? { ...step, topic: 'offers' } : step) as Step),
  });
  const store = await storeOf([mixed]);
  await store.says(true, ['news']);
  expect((await store.record()).enrolments).toMatchObject([{ asleep: true }]);
  await store.says(true, ['offers']);
  expect((await store.record()).enrolments.map(({ asleep }) => asleep)).toEqual([undefined]);
  await store.pass({ days: 30 });
  expect(store.mails()).toEqual(['2026-03-23 12:30 c']);
  expect((await store.touchpoints('c-1')).map(({ because }) => because)).toEqual(
    expect.arrayContaining(['no-consent']),
  );
});

test.each<[string, Step]>([
  ['a label at its end', { id: 'told', kind: 'set', addLabels: ['told'] }],
  [
    'a task for people at its end',
    { id: 'told', kind: 'emit', event: 'HumanTask', detail: { reason: 'told' } },
  ],
])('a story with %s does not sleep, and does it in time', async (_, last) => {
  const store = await storeOf([marketing({ ...letters, steps: [...letters.steps, last] })]);
  await store.pass({ days: 22 });
  const { labels } = await store.record();
  expect([
    ...labels,
    ...store.world.bus.published.map(({ name }) => name).filter((name) => name === 'HumanTask'),
  ]).toHaveLength(1);
});

test('who is held out does not sleep: each message is to be told as left out', async () => {
  const store = await storeOf([letters]);
  const customer = await store.record();
  const [enrolment] = customer.enrolments as [Enrolment];
  const { book, decisions } = store.engine;
  const sleepsWith = (controlGroup_percent: number, holdout: number) =>
    maySleep(customer, enrolment, {
      book: { ...book, find: () => ({ ...letters, holdout }), reachOf: () => book.reachOf(letters) },
      settings: { ...decisions, controlGroup_percent },
    });
  expect([sleepsWith(0, 0), sleepsWith(100, 0), sleepsWith(0, 100)]).toEqual([true, false, false]);
});

test('an event it waits for moves a sleeping story, and its goal and its exits end it', async () => {
  const asked: Step = {
    id: 'answer',
    kind: 'wait',
    event: { on: 'ReviewPosted' },
    atMost: { days: 20 },
    then: 'b',
    else: 'a',
  };
  const waits = marketing({
    ...letters,
    goal: undefined,
    exitOn: ['OrderCancelled'],
    steps: [asked, letter('a'), exit('end'), letter('b'), waitFor('long', { days: 90 })],
  });
  const store = await storeOf([waits]);
  const review = { productId: 'p-1', rating: 5 };
  await store.pass({ days: 5 });
  const occurredAt = store.world.clock.now().toString();
  await store.put(store.event('ReviewPosted', { eventId: 'r', occurredAt, customer: { id: 'c-1' }, review }));
  await store.pass({ days: 5 });
  await store.says(true);
  expect((await store.record()).enrolments).toMatchObject([{ step: 'long' }]);
  expect(store.mails()).toEqual([]);
  const cancelled = {
    ...orderDetail('o-1', monday, { customer: silent }),
    eventId: 'gone',
    occurredAt: store.world.clock.now().toString(),
  };
  await store.put(store.event('OrderCancelled', cancelled));
  await store.drain();
  expect((await store.record()).enrolments).toMatchObject([{ ended: { because: 'exit-rule' } }]);
});

test('which way a branch leads is asked of the record as it was when she would have come to it', async () => {
  const twice = branch('again', { the: 'customer.lifecycle.orders', moreThan: 1 }, 'month', 'a');
  const forked = marketing({
    ...letters,
    trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
    steps: [
      waitFor('first', week),
      twice,
      letter('a'),
      waitFor('second', week),
      letter('b'),
      exit('end'),
      waitFor('month', { days: 30 }),
      letter('c'),
    ],
  });
  const store = await storeOf([forked]);
  await store.pass({ days: 10 });
  await store.orders('o-2');
  await store.says(true);
  await store.pass({ days: 60 });
  expect(store.mails()).toEqual(['2026-03-16 12:30 b']);
});

test('a group is free from the moment its sleeping story would have ended', async () => {
  const first = marketing({
    ...letters,
    id: 'first',
    group: 'g',
    trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
  });
  const next = marketing({
    ...letters,
    id: 'next',
    group: 'g',
    trigger: { on: 'ReviewPosted', oncePer: 'ever', whileRunning: 'ignore' },
  });
  const store = await storeOf([first, next]);
  const review = async (id: string) => {
    const occurredAt = store.world.clock.now().toString();
    await store.put(
      store.event('ReviewPosted', {
        eventId: id,
        occurredAt,
        customer: { id: 'c-1' },
        review: { productId: id, rating: 5 },
      }),
    );
    await store.drain();
    return (await store.record()).enrolments.some(({ scenario, ended }) => scenario === 'next' && !ended);
  };
  await store.pass('2026-03-23T03:29:00Z');
  expect(await review('r-1')).toBe(false);
  await store.pass('2026-03-23T03:31:00Z');
  expect(await review('r-2')).toBe(true);
});

test('what has nothing left to send sleeps too, and holds its place to its end', async () => {
  const held = marketing({ ...letters, steps: [letter('a'), waitFor('quiet', { days: 30 })] });
  const store = await storeOf([held]);
  await store.says(true);
  await store.orders('o-2');
  await store.pass({ days: 1 });
  const open = (await store.record()).enrolments.filter(({ ended }) => !ended);
  expect(open.map(({ step, asleep }) => [step, asleep])).toContainEqual(['quiet', true]);
  expect(store.world.timers.pending()).toEqual([]);
});
