import { expect, test } from 'vitest';
import type { World } from '../../../shared/ports/world.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { lateThanks } from '../../support/late-thanks.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const start = '2026-03-02T03:30:00Z';
/** Three days later. */
const due = '2026-03-05T03:30:00Z';
const scenarios = [lateThanks];

/** Scheduler that loses every timer it is given. */
const losingTimers = (world: World): World => ({
  ...world,
  keys: world.keys,
  timers: { arm: async () => 'armed', disarm: async () => {} },
});

const sweepIn = (store: ReturnType<typeof storeInMemory>) =>
  reconcile({ ...store.engine, world: store.world });

test('an order mail whose timer never came is found by the sweep and goes', async () => {
  const store = storeInMemory({ scenarios, startAt: start, through: losingTimers });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass('2026-03-05T03:40:00Z');
  expect(await sweepIn(store)).toMatchObject({ overdue: 0 });
  await store.pass('2026-03-05T03:46:00Z');
  expect(await sweepIn(store)).toEqual({ overdue: 1, enqueued: 1, onlyCounted: false });
  await store.pass({ minutes: 1 });
  expect(store.calendar('UTC')).toEqual(['2026-03-05 03:46 order-thanks__thanks']);
});

/** Lanes that lose what the sweep puts into them: whoever is woken stays asleep. */
const losingLanes = (world: World): World => ({
  ...world,
  keys: world.keys,
  lanes: { ...world.lanes, enqueue: async () => {} },
});

test.each([
  [0, 0],
  [15, 0],
  [59, 0],
  [60, 1],
  [75, 1],
])('%i minutes after it has woken somebody in vain, a sweep wakes %i', async (minutes, enqueued) => {
  const store = storeInMemory({ scenarios, startAt: start, through: losingTimers });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass('2026-03-05T03:46:00Z');
  const sweep = () => reconcile({ ...store.engine, world: losingLanes(store.world) });
  expect((await sweep()).enqueued).toBe(1);
  store.world.clock.advanceTo(store.world.clock.now().add({ minutes }));
  expect(await sweep()).toMatchObject({ overdue: enqueued, enqueued });
});

test('a sweep that repeats a timer which did come sends nothing twice', async () => {
  const store = storeInMemory({ scenarios, startAt: start });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass({ hours: 1 });
  const enrolment = (await store.world.customers.load('c-1'))?.enrolments.find((e) => !e.ended);
  const repeat = {
    kind: 'timer',
    customer: 'c-1',
    enrolment: enrolment?.id ?? '',
    step: enrolment?.step ?? '',
    arm: enrolment?.arm ?? 0,
  } as const;
  await store.pass(due);
  await store.handle('transactional', repeat);
  await store.handle('transactional', repeat);
  await store.pass({ hours: 1 });
  expect(store.calendar('UTC')).toHaveLength(1);
});

test.each([
  ['transactional', { overdue: 1, enqueued: 0, onlyCounted: true }],
  ['marketing', { overdue: 1, enqueued: 1, onlyCounted: false }],
] as const)('while the %s lane is far behind', async (lane, swept) => {
  const store = storeInMemory({ scenarios, startAt: start, through: losingTimers });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass('2026-03-05T03:46:00Z');
  for (let i = 0; i < 1000; i += 1) {
    await store.world.lanes.enqueue(lane, { kind: 'resolve', customer: 'x', touchpoint: 'x' }, 0);
  }
  expect(await sweepIn(store)).toEqual(swept);
  expect(store.world.metrics.of('Overdue')).toBe(1);
});
