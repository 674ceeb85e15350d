/** Every way to a decision finds who sleeps where they are, and leaves nothing in the lane for them. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Step } from '../../shared/core/language/steps.ts';
import type { Lane } from '../../shared/core/values/lane.ts';
import { exportCustomer } from '../../shared/service/rights/export-customer.ts';
import { catchUpCustomer } from '../../shared/service/sweep/catch-up.ts';
import { marketing, waitFor } from '../support/scenarios.ts';
import { letter, letters, monday, silent, silentStore } from '../support/silent-store.ts';
import { orderDetail, storeInMemory } from '../support/store-in-memory.ts';
import { twoScenarios } from '../support/two-scenarios.ts';

const once = marketing({
  ...letters,
  trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
});
const thanks = twoScenarios.filter(({ kind }) => kind === 'transactional');
const paused = (all: boolean) => ({ paused: { all, marketing: false, scenarios: [] } });

test('a message that is sent once more ends nobody’s sleeping story before or after its time', async () => {
  const store = await silentStore([once, ...thanks]);
  await store.pass('2026-03-23T03:25:00Z');
  store.world.mailer.next({ kind: 'unknown', detail: 'timeout' });
  await store.orders('o-2');
  await store.pass({ minutes: 1 });
  await store.world.control.write(paused(true));
  await store.pass({ days: 2 });
  await store.world.control.write(paused(false));
  await store.pass({ hours: 1 });
  const { enrolments, ended } = await store.record();
  const ends = [...enrolments.flatMap((one) => (one.ended ? [{ ...one, ...one.ended }] : [])), ...ended];
  expect(ends.find(({ scenario }) => scenario === once.id)?.at.toString()).toBe('2026-03-23T03:30:00Z');
});

test('after a restore a grant that is told again finds the story where it was when she gave it', async () => {
  const store = await silentStore([letters]);
  const early = store.world.records.stored('c-1');
  await store.pass({ days: 3 });
  const occurredAt = store.world.clock.now().toString();
  await store.says(true);
  await store.pass('2026-03-09T03:00:00Z');
  // The messages of these hours are lost, and then the record of Monday comes back.
  await store.world.run(Temporal.Instant.from('2026-03-09T05:00:00Z'), async () => {});
  store.world.records.plant(early as NonNullable<typeof early>);
  const consent = { granted: true, source: 'account' };
  const event = store.event('ConsentChanged', {
    eventId: 'says-0',
    occurredAt,
    customer: { id: 'c-1' },
    consent,
  });
  await store.put({ ...event, replay: 'facts' });
  await store.drain();
  await catchUpCustomer(store.engine, 'c-1', false);
  await store.pass({ days: 40 });
  expect(store.mails()).toEqual(['2026-03-09 14:00 a', '2026-03-16 12:30 b', '2026-03-23 12:30 c']);
});

test('who is let in and out of a story in one save leaves no message in the lane', async () => {
  const lanes: Lane[] = [];
  const store = storeInMemory({
    startAt: monday,
    scenarios: [marketing({ steps: [letter('a')] })],
    through: (world) => ({
      ...world,
      lanes: {
        ...world.lanes,
        enqueue: async (lane, message, delay_s) => {
          lanes.push(lane);
          return world.lanes.enqueue(lane, message, delay_s);
        },
      },
    }),
  });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: silent })));
  await store.pass({ minutes: 5 });
  expect(lanes).toEqual([]);
});

test('a circle of minutes that nobody has walked for months wakes in the present', async () => {
  const back: Step = { id: 'again', kind: 'goto', to: 'w' };
  const store = await silentStore([marketing({ steps: [waitFor('w', { minutes: 30 }), letter('a'), back] })]);
  await store.pass({ days: 100 });
  await store.says(true);
  const [enrolment] = (await store.record()).enrolments;
  const wait_min = store.world.clock
    .now()
    .until(enrolment?.due ?? monday)
    .total('minutes');
  expect(wait_min).toBeGreaterThanOrEqual(0);
  expect(wait_min).toBeLessThanOrEqual(30);
  expect(await store.touchpoints('c-1')).toEqual([]);
});

test('an export names no timer for who sleeps', async () => {
  const store = await silentStore([letters]);
  await store.pass({ days: 60 });
  const found = await exportCustomer(store.engine, 'c-1', { at: store.world.clock.now(), by: 'operator' });
  expect(found?.held[0]?.timers).toEqual([]);
});
