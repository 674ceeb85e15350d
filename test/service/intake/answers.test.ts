/** What the intake decided is its answer: nobody has to ask the core a second time. */
import { expect, test } from 'vitest';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { at, event } from '../../support/events.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';
import { storeByClock } from '../../support/store-by-clock.ts';

const start = '2026-06-01 12:00';
const steps = [waitFor('day', { days: 1 }), send('b')];
const byCommand = marketing({
  id: 'by-command',
  steps,
  trigger: { command: true, oncePer: 'ever', whileRunning: 'ignore' },
});

const registered = (id: string) =>
  event('CustomerRegistered', start, { customer: { id }, eventId: `reg-${id}` });
const merged = event('CustomerMerged', start, {
  customer: { id: 'c-1' },
  eventId: 'merge',
  merge: { from: 'c-old', to: 'c-1' },
});
const command = (customer: string, scenario = 'by-command') =>
  ({ kind: 'enrol', customer, scenario, key: 'k-1', at: at(start).toString() }) as const;

const { engine } = storeByClock({ startAt: start, scenarios: [byCommand] });

test('events answer with the notes on them, and a repeat with why it changed nothing', async () => {
  const because = async () => {
    const ingested = await ingest(engine, 'c-1', [registered('c-1')]);
    return ingested === 'erased' ? ingested : ingested.notes.map((note) => note.because);
  };
  expect(await because()).toEqual(['applied']);
  expect(await because()).toEqual(['duplicate-event']);
});

test('an event that came before and says something else is counted, a redelivery is not', async () => {
  const { engine: fresh, world } = storeByClock({ startAt: start, scenarios: [] });
  const told = (locale: string) =>
    event('CustomerRegistered', start, { customer: { id: 'c-1', locale }, eventId: 'reg' });
  for (const locale of ['ja', 'ja', 'en', 'ja']) await ingest(fresh, 'c-1', [told(locale)]);
  expect(world.metrics.of('ToldOtherwise')).toBe(1);
  expect((await world.customers.load('c-1'))?.profile.locale).toBe('ja');
});

test('a look that says nothing new is one read and no write', async () => {
  const { engine: fresh, world } = storeByClock({ startAt: start, scenarios: [] });
  const look = (when: string) =>
    event('ProductViewed', when, { customer: { id: 'c-9' }, product: { id: 'p-1', name: 'Tea' } });
  await ingest(fresh, 'c-9', [look(start)]);
  const before = await world.customers.load('c-9');
  const calls: string[] = [];
  const customers: typeof world.customers = {
    ...world.customers,
    load: (id) => {
      calls.push('load');
      return world.customers.load(id);
    },
    save: (...saved) => {
      calls.push('save');
      return world.customers.save(...saved);
    },
  };
  const counted = { ...fresh, world: { ...fresh.world, customers } };
  expect(await ingest(counted, 'c-9', [look('2026-06-01 12:05')])).toMatchObject({
    changed: false,
    notes: [{ because: 'nothing-new', event: 'ProductViewed' }],
  });
  expect(calls).toEqual(['load']);
  expect(await world.customers.load('c-9')).toEqual(before);
});

test('events of a record that became part of another answer with the record that stays', async () => {
  await ingest(engine, 'c-old', [registered('c-old')]);
  await ingest(engine, 'c-1', [merged]);
  const late = event('ProductViewed', start, {
    customer: { id: 'c-old' },
    eventId: 'late',
    product: { id: 'p-1' },
  });
  expect(await ingest(engine, 'c-old', [late])).toMatchObject({ customer: { id: 'c-1' }, changed: true });
});

test('a word to a customer answers with what came of it, or that nobody or nothing is known by the name', async () => {
  const notes = [{ because: 'entered', event: 'word', scenario: 'by-command' }];
  expect(await handleIntake(engine, command('c-1'))).toMatchObject({ notes });
  expect(await handleIntake(engine, command('nobody'))).toBe('unknown');
  expect(await handleIntake(engine, command('c-1', 'no-such'))).toBe('unknown');
});

test('events of somebody erased answer that nothing is kept', async () => {
  expect(await handleIntake(engine, { kind: 'erase', customer: 'c-1', at: at(start).toString() })).toBe(
    'erased',
  );
  expect(await ingest(engine, 'c-1', [registered('c-1')])).toBe('erased');
});
