import { describe, expect, test } from 'vitest';
import type { StoreWideEvent } from '../../../shared/core/events/store-wide-event.ts';
import { sweepShards } from '../../../shared/ports/sweep.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { lookAtEverybodyOnce } from '../../../shared/service/intake/look-at-everybody.ts';
import { spreadStoreWide } from '../../../shared/service/intake/spread-store-wide.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { at, event } from '../../support/events.ts';
import { exit, marketing, send, waitFor } from '../../support/scenarios.ts';
import { storeByClock } from '../../support/store-by-clock.ts';

const start = '2026-06-01 12:00';
const steps = [waitFor('day', { days: 1 }), send('b')];
const byCommand = marketing({
  id: 'by-command',
  steps,
  trigger: { command: true, oncePer: { every: { days: 30 } }, whileRunning: 'ignore' },
});
const sale = marketing({
  id: 'sale',
  steps,
  trigger: {
    on: 'SaleAnnounced',
    filter: { the: 'customer.segments', is: 'prospect' },
    oncePer: { key: 'sale.id' },
    whileRunning: 'parallel',
  },
});
const restock = marketing({
  id: 'restock',
  trigger: { on: 'RestockRequested', oncePer: { key: 'product.id' }, whileRunning: 'parallel' },
  steps: [
    {
      id: 'back',
      kind: 'wait',
      event: { on: 'ProductRestocked' },
      atMost: { days: 60 },
      then: 'send-b',
      else: 'gone',
    },
    send('b'),
    exit('gone'),
  ],
});

const registered = (id: string) =>
  event('CustomerRegistered', start, { customer: { id }, eventId: `reg-${id}` });
const enrolCommand = (customer: string, scenario = 'by-command', key = 'k-1') =>
  ({ kind: 'enrol', customer, scenario, key, at: at(start).toString() }) as const;

function storeWide(name: StoreWideEvent['name'], parts: object): StoreWideEvent {
  return { name, occurredAt: at(start), detail: { eventId: `${name}-1`, ...parts } };
}

async function storeOf(ids: readonly string[], scenarios = [byCommand, sale, restock]) {
  const store = storeByClock({ startAt: start, scenarios });
  for (const id of ids) await store.put(registered(id));
  return store;
}

describe('a word to one customer', () => {
  test('lets her in once for its key', async () => {
    const store = await storeOf(['c-1']);
    await handleIntake(store.engine, enrolCommand('c-1'));
    const { version } = await store.customer();
    await handleIntake(store.engine, enrolCommand('c-1'));
    expect(await store.enrolments()).toEqual([`by-command k-1 ${start}`]);
    expect((await store.customer()).version).toBe(version);
  });

  test('about nobody, or about no scenario, is counted and told in the log', async () => {
    const store = await storeOf(['c-1']);
    await handleIntake(store.engine, enrolCommand('nobody'));
    await handleIntake(store.engine, enrolCommand('c-1', 'no-such'));
    expect(await store.enrolments()).toEqual([]);
    expect(store.world.records.ids()).toEqual(['c-1']);
    expect(store.world.metrics.of('Ignored')).toBe(2);
  });
});

describe('an event of the store', () => {
  test('reaches everybody, and lets in whom its scenario means, once for each sale', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `c-${i}`);
    const store = await storeOf(ids);
    const announced = storeWide('SaleAnnounced', { sale: { id: 's-1', name: 'Summer' } });
    await spreadStoreWide(store.engine, announced);
    expect(await store.drain()).toBe(sweepShards + ids.length);
    for (const id of ids) expect(await store.enrolments(id)).toEqual([`sale s-1 ${start}`]);
    await spreadStoreWide(store.engine, { ...announced, detail: { ...announced.detail, eventId: 'again' } });
    await store.drain();
    for (const id of ids) expect(await store.enrolments(id)).toHaveLength(1);
  });

  test('is kept in the catalogue and told to nobody where no scenario asks for it', async () => {
    const store = await storeOf(['c-1'], [byCommand]);
    await spreadStoreWide(
      store.engine,
      storeWide('ProductPriceChanged', { product: { id: 'p-1', price: 900 } }),
    );
    expect(await store.drain()).toBe(0);
    expect((await store.world.products.loadMany(['p-1'])).get('p-1')?.price).toBe(900);
  });

  test('moves on whoever waits for this product, and writes nothing of anybody else', async () => {
    const store = await storeOf(['c-1', 'c-2', 'c-3']);
    const asks = (id: string, product: string) =>
      event('RestockRequested', start, { customer: { id }, eventId: `ask-${id}`, product: { id: product } });
    await store.put(asks('c-1', 'p-1'));
    await store.put(asks('c-2', 'p-2'));
    const versions = async () => [
      (await store.customer('c-2')).version,
      (await store.customer('c-3')).version,
    ];
    const before = await versions();
    await spreadStoreWide(store.engine, storeWide('ProductRestocked', { product: { id: 'p-1' } }));
    await store.drain();
    const steps = async (id: string) => (await store.customer(id)).enrolments.map(({ step }) => step);
    expect(await steps('c-1')).toEqual(['send-b']);
    expect(await steps('c-2')).toEqual(['back']);
    expect(await versions()).toEqual(before);
  });

  test('that a replay tells as a fact begins nothing', async () => {
    const store = await storeOf(['c-1']);
    await spreadStoreWide(store.engine, {
      ...storeWide('SaleAnnounced', { sale: { id: 's-1' } }),
      replay: 'facts',
    });
    expect(await store.drain()).toBe(0);
  });
});

describe('a deployment that asks something new of the clock', () => {
  const season = marketing({
    id: 'season',
    steps,
    trigger: {
      schedule: { on: '2026-06-02' },
      at: '10:00',
      segment: 'prospect',
      oncePer: 'ever',
      whileRunning: 'ignore',
    },
  });

  test('has everybody looked at once, also who waits for nothing', async () => {
    const store = await storeOf(['c-1', 'c-2'], []);
    await store.drain();
    expect(store.looksDue()).toEqual([]);
    const deployed = store.engineWith([season]);
    await lookAtEverybodyOnce(deployed);
    expect(await store.drain(deployed)).toBe(sweepShards + 2);
    expect(store.looksDue()).toEqual(['2026-06-02 10:00', '2026-06-02 10:00']);
    await lookAtEverybodyOnce(deployed);
    expect(await store.drain(deployed)).toBe(0);
  });

  test('is noticed by the sweep', async () => {
    const store = await storeOf(['c-1'], [season]);
    await reconcile(store.engine);
    const looks = store.world.intake.waiting().filter(({ kind }) => kind === 'many');
    expect(looks).toHaveLength(sweepShards);
    await store.drain();
    await reconcile(store.engine);
    expect(store.world.intake.waiting()).toEqual([]);
  });
});

test('a look whose timer never came is found by the sweep', async () => {
  const season = marketing({
    id: 'season',
    steps,
    trigger: {
      schedule: { on: '2026-06-02' },
      at: '10:00',
      segment: 'prospect',
      oncePer: 'ever',
      whileRunning: 'ignore',
    },
  });
  const store = storeByClock({ startAt: start, scenarios: [season] });
  const losing = {
    ...store.engine,
    world: { ...store.world, timers: { arm: async () => 'armed' as const, disarm: async () => {} } },
  };
  // What this deployment asks anew is out of the way.
  await reconcile(store.engine);
  await store.drain();
  await ingest(losing, 'c-1', [registered('c-1')]);
  await store.pass('2026-06-02 10:16');
  expect(await store.enrolments()).toEqual([]);
  await reconcile(store.engine);
  await store.drain();
  await store.pass('2026-06-02 10:17');
  expect(await store.enrolments()).toEqual(['season 2026-06-02 2026-06-02 10:00']);
});
