/** After a rollback one enrolment is in a version that the code does not have: it alone waits, and nothing beside it. */
import { expect, test } from 'vitest';
import { openStore } from '../../../infra/author/play/play-store.ts';
import { defineScenario, type Scenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { deployedQueues } from '../../support/deployed-queues.ts';
import { libraryOf } from '../../support/shipped.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';
const on = { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' } as const;

const letter = (id: string, wait: number, template: string): Scenario =>
  defineScenario({
    id,
    version: 1,
    stage: 'retention',
    kind: 'marketing',
    topic: 'tips',
    purpose: 'A letter some days after an order.',
    trigger: on,
    steps: [
      { id: 'rest', kind: 'wait', for: days(wait) },
      { id: 'letter', kind: 'send', template: template as 'after-purchase/any-trouble' },
    ],
  });
const notice: Scenario = defineScenario({
  id: 'notice',
  version: 1,
  stage: 'conversion',
  kind: 'transactional',
  purpose: 'A second word about each order.',
  trigger: on,
  steps: [
    { id: 'rest', kind: 'wait', for: days(2) },
    { id: 'word', kind: 'send', template: 'order-thanks/thanks' },
  ],
});

const older = [
  ...twoScenarios.filter(({ id }) => id === 'order-thanks'),
  notice,
  letter('beside', 3, 'after-purchase/using-it-well'),
  letter('later', 5, 'after-purchase/other-voices'),
];
// Registered first, so that the alarm of the third day bears its message.
const newer = [letter('newer', 3, 'after-purchase/any-trouble'), ...older];

/** One store, whose functions run the newer code or, rolled back, the older. */
function rolledBackStore() {
  const store = storeInMemory({ startAt: start, scenarios: newer });
  const { settings, world } = store;
  const at = world.clock.now();
  const { book } = openStore({ startAt: at, settings, scenarios: older, library: libraryOf(older) }).engine;
  const engine = engineOf(world, book, settings);
  const sending = { ...store.sending, ...engine };
  const back = deployedQueues({ world, engine, sending });
  const passBack = (span: { hours: number }) => world.run(world.clock.now().add(span), back.handle);
  const went = () =>
    world.mailer.mails.map(({ tags, at }) => `${tags.scenario} ${at.toString().slice(0, 16)}`);
  return { ...store, back, passBack, went };
}

test('beside a parked marketing run order mail and the other letters go on time', async () => {
  const { world, event, put, back, passBack, went } = rolledBackStore();
  await put(event('OrderPlaced', orderDetail('o-1', start)));
  await passBack({ hours: 5 * 24 + 1 });
  expect(went()).toEqual([
    'order-thanks 2026-03-02T03:30',
    'notice 2026-03-04T03:30',
    'beside 2026-03-05T03:30',
    'later 2026-03-07T03:30',
  ]);
  // Nothing but its message is parked, and comes back every 15 minutes, with at most two for each alarm of its lane.
  expect(new Set(back.failures)).toEqual(new Set(['UnknownScenarioVersion']));
  expect(world.metrics.of('Parked')).toBe(back.failures.length);
  const before = back.failures.length;
  await passBack({ hours: 1 });
  expect((back.failures.length - before) / 4).toBe(4);
});

test('once the newer code is back the parked run goes on within a quarter of an hour', async () => {
  const { event, put, pass, passBack, went } = rolledBackStore();
  await put(event('OrderPlaced', orderDetail('o-1', start)));
  await passBack({ hours: 3 * 24 + 21 });
  await pass({ minutes: 15 });
  expect(went().slice(3)).toEqual([expect.stringMatching(/^newer 2026-03-06T00:/)]);
  await pass({ hours: 36 });
  expect(went().slice(4)).toEqual(['later 2026-03-07T03:30']);
});

test('whoever is in an unknown version has alarms like any other', async () => {
  const { world, event, put, passBack } = rolledBackStore();
  await put(event('OrderPlaced', orderDetail('o-1', start)));
  await passBack({ hours: 1 });
  const alarms = world.timers.pending().map(({ lane, due }) => `${lane} ${due}`);
  expect(alarms.sort()).toEqual(['marketing 2026-03-05T03:30:00Z', 'transactional 2026-03-04T03:30:00Z']);
});

test('an event about such a customer waits as a whole, and loses nothing when the newer code is back', async () => {
  const { world, event, put, pass, back, went } = rolledBackStore();
  await put(event('OrderPlaced', orderDetail('o-1', start)));
  await pass({ hours: 1 });
  const second = event('OrderPlaced', orderDetail('o-2', world.clock.now().toString()));
  await expect(back.put(second)).rejects.toThrow('put off without end: UnknownScenarioVersion');
  expect((await world.customers.load('c-1'))?.orders.map(({ id }) => id)).toEqual(['o-1']);
  await put(second);
  await pass({ hours: 1 });
  expect(went().map((line) => line.split(' ')[0])).toEqual(['order-thanks', 'order-thanks']);
});
