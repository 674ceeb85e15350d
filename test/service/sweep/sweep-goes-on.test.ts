/** One customer who cannot be woken does not keep the others asleep. */
import { expect, test } from 'vitest';
import { takeIntake } from '../../../functions/queue/take-intake.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { NewerRecordShape } from '../../../shared/core/record/record-codec.ts';
import { memoryShardOf } from '../../../shared/memory/memory-customers.ts';
import type { World } from '../../../shared/ports/world.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { at } from '../../support/events.ts';
import { lateThanks } from '../../support/late-thanks.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';

const start = '2026-03-02T03:30:00Z';
/** A quarter of an hour after the mail that a lost timer stood for. */
const swept = '2026-03-05T03:46:00Z';
const scenarios = [lateThanks];

/** Timers are lost, and a record whose id says so was written by newer code. */
const broken = (world: World): World => ({
  ...world,
  keys: world.keys,
  timers: { arm: async () => 'armed', disarm: async () => {} },
  customers: {
    ...world.customers,
    load: async (id) => {
      if (id.startsWith('newer-')) throw new NewerRecordShape(2, 1);
      return world.customers.load(id);
    },
  },
});

/** Ids of customers who lie in the index beside her, and before her. */
const beforeHer = (count: number) =>
  Array.from({ length: count * 40 }, (_, n) => `newer-${n}`)
    .filter((id) => memoryShardOf(id) === memoryShardOf('c-1'))
    .slice(0, count);

/** She waits for a timer that was lost, behind so many who cannot be woken. */
async function storeWithSleepers(count: number): Promise<StoreInMemory> {
  const store = storeInMemory({ scenarios, startAt: start, through: broken });
  for (const id of beforeHer(count))
    await store.world.customers.save(newCustomer('mori', id), { transactional: at(start) });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass(swept);
  return store;
}

test.each([1, 100, 250])('behind %i who cannot be woken she is woken by the same sweep', async (count) => {
  const store = await storeWithSleepers(count);
  expect(await reconcile(store.engine)).toEqual({ overdue: count + 1, enqueued: 1, onlyCounted: false });
  await store.pass({ minutes: 1 });
  expect(store.calendar('UTC')).toEqual(['2026-03-05 03:46 order-thanks__thanks']);
  const told = store.world.log.lines.filter(({ message }) => message === 'cannot wake');
  expect(told.map(({ fields }) => fields)).toEqual(Array(count).fill({ because: 'NewerRecordShape' }));
});

test('whoever could not be woken is tried again after an hour, not by each sweep', async () => {
  const store = await storeWithSleepers(2);
  await reconcile(store.engine);
  await store.pass({ minutes: 45 });
  expect(await reconcile(store.engine)).toMatchObject({ overdue: 0 });
  await store.pass({ minutes: 15 });
  expect(await reconcile(store.engine)).toMatchObject({ overdue: 2, enqueued: 0 });
});

test('a lane that refuses one message leaves the next customer to be woken', async () => {
  const store = storeInMemory({ scenarios, startAt: start, through: broken });
  for (const id of ['c-1', 'c-2']) {
    const { customer } = orderDetail('o', start);
    const order = orderDetail(`o-${id}`, start, { customer: { ...customer, id } });
    await store.put(store.event('OrderPlaced', order));
  }
  await store.pass(swept);
  const { lanes } = store.world;
  const refusing: World['lanes'] = {
    ...lanes,
    enqueue: async (lane, message, delay_s) => {
      if ('customer' in message && message.customer === 'c-1') throw new Error('throttled');
      return lanes.enqueue(lane, message, delay_s);
    },
  };
  const world = { ...store.engine.world, keys: store.world.keys, lanes: refusing };
  expect(await reconcile({ ...store.engine, world })).toMatchObject({ overdue: 2, enqueued: 1 });
});

test('in one batch of looks at everybody the one who cannot be read is parked, and the others are looked at', async () => {
  const store = await storeWithSleepers(0);
  const looks = ['newer-1', 'c-1', 'newer-2', 'c-2'].map((customer) => ({ kind: 'look', customer }));
  const records = looks.map((look) => ({
    messageId: look.customer,
    body: JSON.stringify(look),
    messageAttributes: {},
  }));
  const putOff: string[] = [];
  const inbox = {
    bury: async () => Promise.reject(new Error('nothing is to be buried')),
    delay: async ({ messageId }: { messageId: string }) => void putOff.push(messageId),
  };
  const asked: string[] = [];
  const { customers } = store.engine.world;
  const counting: World['customers'] = {
    ...customers,
    load: async (id) => {
      const customer = await customers.load(id);
      asked.push(id);
      return customer;
    },
  };
  const world = { ...store.engine.world, keys: store.world.keys, customers: counting };
  const ports = { ...world, inbox, copiesOf: () => 0 };
  const answer = await takeIntake(ports, { ...store.engine, world }, records as never);
  expect(answer).toEqual({ batchItemFailures: [] });
  expect([putOff.sort(), asked.sort()]).toEqual([
    ['newer-1', 'newer-2'],
    ['c-1', 'c-2'],
  ]);
});
