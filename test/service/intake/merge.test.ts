/** Two records of one person, played through the service: nothing is lost, nothing goes twice. */
import { expect, test } from 'vitest';
import { everyoneSheWas } from '../../../shared/service/rights/everyone-she-was.ts';
import { marketing } from '../../support/scenarios.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const hana = { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo', acceptsMarketing: true };

const merged = (from: string, to: string, at: string) => ({
  eventId: `merge-${from}-${to}`,
  occurredAt: at,
  customer: { id: to },
  merge: { from, to },
});

async function storeWithTwo() {
  const store = storeInMemory({ startAt: monday });
  const other = { ...hana, id: 'c-old', email: 'hana.old@example.com' };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: other })));
  await store.pass({ days: 1 });
  await store.put(store.event('CustomerRegistered', { occurredAt: '2026-03-03T03:00:00Z', customer: hana }));
  return store;
}

test('orders, consent and running stories of the record that goes are hers in the one that stays', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  const stays = await store.world.customers.load('c-1');
  const gone = await store.world.customers.load('c-old');
  expect(stays?.lifecycle.orders).toBe(1);
  expect(stays?.orders.map(({ id }) => id)).toEqual(['o-1']);
  expect(
    stays?.enrolments.some((enrolment) => enrolment.scenario === 'after-purchase' && !enrolment.ended),
  ).toBe(true);
  expect(gone?.mergedInto).toBe('c-1');
  expect(gone?.enrolments.every((enrolment) => enrolment.ended)).toBe(true);
});

test('a story goes on at its hour, once, to the address of the record that stays', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  await store.pass({ days: 100 });
  const trouble = store.world.mailer.mails.filter(
    ({ tags }) => tags.template === 'after-purchase__any-trouble',
  );
  expect(trouble.map(({ to }) => to)).toEqual(['hana@example.com']);
  expect(store.failures).toEqual([]);
});

test('what ended in the record that goes, however lately, lets in no second time in the one that stays', async () => {
  const first = marketing({
    id: 'first',
    trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
    steps: [{ id: 'note', kind: 'set', addLabels: ['bought'] }],
  });
  const store = storeInMemory({ startAt: monday, scenarios: [first] });
  const guest = { ...hana, id: 'c-old', email: 'hana.old@example.com' };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: guest })));
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-02T03:30:00Z')));
  await store.put(store.event('OrderPlaced', orderDetail('o-2', '2026-03-02T03:30:00Z', { customer: hana })));
  const stays = await store.world.customers.load('c-1');
  expect(stays?.lifecycle.orders).toBe(2);
  const runs = [...(stays?.enrolments ?? []), ...(stays?.ended ?? [])];
  expect(runs.map(({ scenario, order }) => `${scenario} ${order}`)).toEqual(['first o-1']);
});

test('what still comes under the old id is hers', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  const late = orderDetail('o-2', '2026-03-03T03:20:00Z', { customer: { id: 'c-old' } });
  await store.pass({ hours: 1 });
  await store.put(store.event('OrderPlaced', late));
  expect((await store.world.customers.load('c-1'))?.lifecycle.orders).toBe(2);
});

test('a merge that is told again, or the other way round, changes nothing', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  const once = await store.world.customers.load('c-1');
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  await store.put(store.event('CustomerMerged', merged('c-1', 'c-old', '2026-03-03T03:15:00Z')));
  const after = await store.world.customers.load('c-1');
  expect(after?.mergedInto).toBeUndefined();
  expect(after?.lifecycle).toEqual(once?.lifecycle);
  expect(after?.enrolments.length).toBe(once?.enrolments.length);
});

test('a cart of a browser nobody knew is hers once she registers there', async () => {
  const store = storeInMemory({ startAt: monday });
  const cart = {
    occurredAt: monday,
    customer: { anonymousId: 'browser-1' },
    cart: {
      id: 'k-1',
      currency: 'JPY',
      total: 1200,
      items: [{ productId: 'p-1', name: 'Tea', quantity: 1 }],
    },
  };
  await store.put(store.event('CartUpdated', cart));
  await store.pass({ minutes: 10 });
  const registered = {
    occurredAt: '2026-03-02T03:40:00Z',
    customer: { ...hana, anonymousId: 'browser-1' },
  };
  await store.put(store.event('CustomerRegistered', registered));
  const known = await store.world.customers.load('c-1');
  expect(known?.carts.map(({ id }) => id)).toEqual(['k-1']);
  await store.pass({ hours: 2 });
  const templates = store.world.mailer.mails.map(({ tags }) => tags.template);
  expect(templates.filter((name) => name?.startsWith('cart-abandonment'))).toHaveLength(1);
});

const onBrowser = (id: string, at: string) => ({
  occurredAt: at,
  customer: { id, email: `${id}@example.com`, anonymousId: 'browser-1' },
});
const cartOnBrowser = (id: string, at: string) => ({
  occurredAt: at,
  customer: { anonymousId: 'browser-1' },
  cart: { id, currency: 'JPY', total: 1200, items: [{ productId: 'p-1', name: 'Tea', quantity: 1 }] },
});

async function storeWithSharedBrowser() {
  const store = storeInMemory({ startAt: monday });
  await store.put(store.event('CartUpdated', cartOnBrowser('k-1', monday)));
  await store.pass({ minutes: 10 });
  await store.put(store.event('CustomerRegistered', onBrowser('c-1', '2026-03-02T03:40:00Z')));
  await store.pass({ minutes: 10 });
  await store.put(store.event('CustomerRegistered', onBrowser('c-2', '2026-03-02T03:50:00Z')));
  await store.put(store.event('CartUpdated', cartOnBrowser('k-2', '2026-03-02T03:51:00Z')));
  const carts = async (id: string) => (await store.world.customers.load(id))?.carts.map((cart) => cart.id);
  return { ...store, carts };
}

test('a browser on which somebody else registers is hers from then on, and nothing of the first moves', async () => {
  const store = await storeWithSharedBrowser();
  expect([await store.carts('c-1'), await store.carts('c-2')]).toEqual([['k-1'], ['k-2']]);
  await store.put(store.event('CustomerRegistered', onBrowser('c-2', '2026-03-02T03:50:00Z')));
  expect(await store.carts('c-2')).toEqual(['k-2']);
});

test('an older word of the first, told late or again, does not take the browser back', async () => {
  const store = await storeWithSharedBrowser();
  await store.put(store.event('CustomerRegistered', onBrowser('c-1', '2026-03-02T03:40:00Z')));
  expect((await store.world.customers.load('anon:browser-1'))?.mergedInto).toBe('c-2');
  await store.pass({ minutes: 10 });
  await store.put(store.event('CustomerUpdated', onBrowser('c-1', '2026-03-02T03:55:00Z')));
  expect((await store.world.customers.load('anon:browser-1'))?.mergedInto).toBe('c-1');
});

test('whoever shared a browser with somebody is none of her earlier ids', async () => {
  const { world } = await storeWithSharedBrowser();
  expect(await everyoneSheWas(world, 'c-1')).toEqual(['c-1']);
  expect(await everyoneSheWas(world, 'c-2')).toEqual(['c-2', 'anon:browser-1']);
});
