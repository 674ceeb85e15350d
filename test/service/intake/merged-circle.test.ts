/** Two merges at the same moment, each the other way round, leave records that point at each other: whoever follows comes to an end. */
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import type { World } from '../../../shared/ports/world.ts';
import { handlePublicRequest } from '../../../shared/service/pages/public-pages.ts';
import { signLink } from '../../../shared/service/rendering/link-token.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { everyoneSheWas } from '../../../shared/service/rights/everyone-she-was.ts';
import { exportCustomer } from '../../../shared/service/rights/export-customer.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';
const circle = ['c-1', 'c-2', 'c-3'];

/** Nothing that ends asks for so many records. */
const mostLoads = 100;

/** Records are counted, so that a test of what goes round and round ends itself. */
function counting(world: World): World {
  let loads = 0;
  const load: World['customers']['load'] = async (id) => {
    loads += 1;
    if (loads > mostLoads) throw new Error('goes round in a circle');
    return world.customers.load(id);
  };
  return { ...world, keys: world.keys, customers: { ...world.customers, load } };
}

let store: StoreInMemory;

beforeEach(async () => {
  store = storeInMemory({ scenarios: twoScenarios, startAt: start, through: counting });
  const at = Temporal.Instant.from(start);
  for (const [n, id] of circle.entries()) {
    const mergedInto = circle[(n + 1) % circle.length];
    const known = { ...newCustomer('mori', id), mergedInto, mergedAt: at };
    await store.world.customers.save({ ...known, profile: { email: `${id}@example.com` } }, {});
    await store.world.beside.noteEarlierId(mergedInto ?? '', id);
  }
});

const records = () => Promise.all(circle.map((id) => store.world.customers.load(id)));

test.each(circle)('an order of %s is taken into one of the records', async (id) => {
  const { customer } = orderDetail('o-1', start);
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start, { customer: { ...customer, id } })));
  expect((await records()).map((record) => record?.lifecycle.orders).sort()).toEqual([0, 0, 1]);
});

test.each([
  ['c-1', 'c-2'],
  ['c-2', 'c-1'],
  ['c-1', 'c-9'],
  ['c-9', 'c-1'],
])('a merge of %s into %s ends', async (from, to) => {
  const detail = { eventId: 'm-1', occurredAt: start, customer: { id: to }, merge: { from, to } };
  await store.put(store.event('CustomerMerged', detail));
  expect(store.failures).toEqual([]);
});

test.each([
  ['an unsubscribe', 'u', 'unsubscribe', 'POST'],
  ['a visit to the preferences', 'p', 'preferences', 'GET'],
  ['a change of the preferences', 'p', 'preferences', 'POST'],
] as const)('%s is answered', async (_, room, purpose, method) => {
  const token = signLink(await store.world.keys(), { purpose, customer: 'c-1' });
  const request = { method, path: `/${room}/${token}`, headers: {} };
  expect((await handlePublicRequest(store.engine, request)).statusCode).toBe(200);
  const denied = (await records()).filter((record) => record?.consent.all?.is === 'denied');
  if (purpose === 'unsubscribe') expect(denied).toHaveLength(1);
});

test.each(circle)('of %s all ids of the circle are known, each once', async (id) => {
  const all = await everyoneSheWas(store.engine.world, id);
  expect([all[0], [...all].sort()]).toEqual([id, circle]);
});

test('an export holds each record once', async () => {
  const exported = await exportCustomer(store.engine, 'c-2', { at: store.world.clock.now(), by: 'mika' });
  expect(exported?.held.map(({ id }) => id).sort()).toEqual(circle);
});

test('an erasure takes all of them', async () => {
  const erased = await eraseCustomer(store.engine, 'c-2', { at: store.world.clock.now(), by: 'mika' });
  expect(erased).toMatchObject({ records: 3 });
  expect(await records()).toEqual([undefined, undefined, undefined]);
});
