/** Entries that wait for their group, through the service: whatever dies, whoever is joined or erased. */
import { describe, expect, test } from 'vitest';
import { defineScenario, type Scenario } from '../../shared/core/language/scenario.ts';
import { days } from '../../shared/core/values/duration.ts';
import { eraseCustomer } from '../../shared/service/rights/erase-customer.ts';
import { exportCustomer } from '../../shared/service/rights/export-customer.ts';
import { lookNow } from '../../shared/service/sending/handle-look.ts';
import { catchUpCustomer } from '../../shared/service/sweep/catch-up.ts';
import { type CrashPlan, crashing, noCrash } from '../support/crashing-world.ts';
import { hana, hers, orders } from '../support/events-of-hana.ts';
import { type StoreInMemory, storeInMemory } from '../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const base = { version: 1, stage: 'retention', kind: 'marketing', topic: 'tips', group: 'care' } as const;

const holder = defineScenario({
  ...base,
  id: 'holder',
  purpose: 'Holds the group until its letter went.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'ignore' },
  exitOn: [{ on: 'ReviewPosted', same: 'customer' }],
  steps: [
    { id: 'days', kind: 'wait', for: days(5) },
    { id: 'letter', kind: 'send', template: 'after-purchase/any-trouble' },
  ],
});
const patient = defineScenario({
  ...base,
  id: 'patient',
  purpose: 'Waits until the group is free, then says on the bus that it begins.',
  whenTaken: 'wait',
  trigger: {
    on: 'CartUpdated',
    filter: { the: 'event.cart.items.productId', exists: true },
    oncePer: 'cart',
    whileRunning: 'ignore',
  },
  steps: [
    { id: 'begins', kind: 'emit', event: 'HumanTask', detail: { reason: 'began' } },
    { id: 'a-day', kind: 'wait', for: days(1) },
    { id: 'letter', kind: 'send', template: 'after-purchase/using-it-well' },
  ],
});

const cart = (lines: number) => ({
  cart: {
    id: 'k-1',
    items: Array.from({ length: lines }, (_, n) => ({ productId: `p-${n}`, quantity: 1, unitPrice: 100 })),
  },
});

/** The order on Monday, a cart on Wednesday. */
async function waiting(plan: CrashPlan = noCrash(), lines = 1): Promise<StoreInMemory> {
  const scenarios = [holder, patient];
  const store = storeInMemory({ startAt: monday, scenarios, through: (world) => crashing(world, plan) });
  await orders(store, 'o-1');
  await store.pass({ days: 2 });
  await hers(store, 'CartUpdated', cart(lines));
  return store;
}
const tasks = (store: StoreInMemory) =>
  new Set(store.world.bus.published.filter(({ name }) => name === 'HumanTask').map(({ id }) => id)).size;
const bothLetters = [
  '2026-03-07 12:30 after-purchase__any-trouble',
  '2026-03-08 12:30 after-purchase__using-it-well',
];
const recordOf = async (store: StoreInMemory, id = 'c-1') => store.world.customers.load(id);

test('it waits without a write of its own, and goes on when the letter before it went', async () => {
  const store = await waiting();
  expect((await recordOf(store))?.version).toBe(2);
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toEqual(bothLetters);
  expect(tasks(store)).toBe(1);
  // The order, the cart, the letter that makes room, the second letter.
  expect((await recordOf(store))?.version).toBe(4);
});

test('fields too big for the record wait beside it', async () => {
  const store = await waiting(noCrash(), 60);
  expect((await recordOf(store))?.waiting).toMatchObject([{ beside: true }]);
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toEqual(bothLetters);
});

const clean = noCrash();
await (await waiting(clean, 60)).pass({ days: 10 });
const places = clean.names.map((name, index) => ({ name, at: index + 1 }));

describe.each(['before', 'after'] as const)('a crash %s', (when) => {
  test.each(places)('call $at, $name, lets in once all the same', async ({ name, at }) => {
    const plan: CrashPlan = { calls: 0, names: [], at, when, armed: true };
    const store = await waiting(plan, 60);
    await store.pass({ days: 10 });
    expect(tasks(store)).toBe(1);
    const told = (await store.touchpoints('c-1')).map(({ template, state }) => `${template} ${state}`);
    // Of marketing one mail may be left in doubt, where the process dies around its going.
    const isInDoubt = ['mailer.send', 'customers.save', 'touchpoints.settle'].includes(name);
    expect(told.map((line) => (isInDoubt ? line.replace('unknown', 'sent') : line)).sort()).toEqual([
      'after-purchase/any-trouble sent',
      'after-purchase/using-it-well sent',
    ]);
    const { enrolments = [], ended = [] } = (await recordOf(store)) ?? {};
    expect([...enrolments, ...ended].filter(({ scenario }) => scenario === 'patient')).toHaveLength(1);
    expect(store.failures).toEqual(['Crash']);
  });
});

test('it goes along where its customer becomes part of another, with what lies beside', async () => {
  const store = await waiting(noCrash(), 60);
  const at = store.world.clock.now().toString();
  const merge = { from: 'c-1', to: 'c-9' };
  await hers(store, 'CustomerMerged', { customer: { ...hana, id: 'c-9' }, merge, occurredAt: at });
  expect((await recordOf(store, 'c-9'))?.waiting).toMatchObject([{ scenario: 'patient', key: 'k-1' }]);
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toEqual(bothLetters);
});

test('where the other was let in there meanwhile, the one that comes along is asked in the save of the merge', async () => {
  const store = await waiting();
  await store.put(
    store.event('CustomerRegistered', {
      eventId: 'r',
      occurredAt: store.world.clock.now().toString(),
      customer: { id: 'c-9', email: 'hana@example.com' },
    }),
  );
  // The holder ends in the record that goes, and does not come along.
  await hers(store, 'ReviewPosted', { review: { productId: 'p-1', rating: 5 } });
  const at = store.world.clock.now().toString();
  await hers(store, 'CustomerMerged', {
    customer: { ...hana, id: 'c-9' },
    merge: { from: 'c-1', to: 'c-9' },
    occurredAt: at,
  });
  const joined = await recordOf(store, 'c-9');
  expect(joined?.waiting).toBeUndefined();
  expect(
    joined?.enrolments.map(({ scenario, ended }) => `${scenario} ${ended?.because ?? 'open'}`),
  ).toContain('patient open');
});

test('it is exported, and an erasure leaves nothing of it', async () => {
  const store = await waiting(noCrash(), 60);
  const told = await exportCustomer(store.engine, 'c-1', { at: store.world.clock.now(), by: 'bus' });
  expect(JSON.stringify(told)).toContain('"patient"');
  await eraseCustomer(store.engine, 'c-1', { at: store.world.clock.now(), by: 'bus' });
  expect(await recordOf(store)).toBeUndefined();
  expect(await store.world.beside.list('c-1')).toEqual([]);
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('a record that was put back as it waited lets nobody in who had the letters since', async () => {
  const store = await waiting();
  const old = await recordOf(store);
  await store.pass({ days: 10 });
  const now = await recordOf(store);
  if (!old || !now) throw new Error('the record is gone');
  await store.world.customers.save({ ...old, version: now.version }, {});
  await catchUpCustomer(store.engine, 'c-1', false);
  expect((await recordOf(store))?.waiting).toBeUndefined();
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toEqual(bothLetters);
});

test('without consent the one before it is walked by its timers, and lets in at its end', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [holder, patient] });
  const silent = { ...hana, acceptsMarketing: false };
  const order = { id: 'o-1', currency: 'JPY', total: 100, items: [{ productId: 'p-1', quantity: 1 }] };
  await hers(store, 'OrderPlaced', { customer: silent, order });
  expect((await recordOf(store))?.enrolments[0]?.asleep).toBe(true);
  await store.pass({ days: 2 });
  await hers(store, 'CartUpdated', { customer: silent, ...cart(1) });
  await store.pass({ days: 4 });
  expect(tasks(store)).toBe(1);
  expect((await recordOf(store))?.waiting).toBeUndefined();
});

test('a deployment that takes the holder out of the group lets in at the look that follows it', async () => {
  const store = await waiting();
  const { group: _, ...apart } = holder;
  const { engine } = storeInMemory({ startAt: monday, scenarios: [apart as Scenario, patient] });
  await lookNow({ ...store.engine, book: engine.book }, 'c-1');
  const record = await recordOf(store);
  expect(record?.waiting).toBeUndefined();
  expect(record?.enrolments.map(({ scenario, ended }) => [scenario, ended])).toEqual([
    ['holder', undefined],
    ['patient', undefined],
  ]);
  expect(tasks(store)).toBe(1);
});
