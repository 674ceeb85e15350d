/** Whoever became part of another is told nothing any more: what goes to everybody, by the clock or by a command is for the one who stays. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { marketing } from '../../support/scenarios.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z';
const hana = { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo', acceptsMarketing: true };

const ofSale = marketing({
  id: 'of-sale',
  trigger: { on: 'SaleAnnounced', oncePer: { key: 'sale.id' }, whileRunning: 'parallel' },
  steps: [{ id: 'note', kind: 'set', addLabels: ['told'] }],
});
const byDate = marketing({
  id: 'by-date',
  trigger: {
    date: 'customer.birthday',
    day: 0,
    at: '10:00',
    yearly: true,
    oncePer: { every: { hours: 1 } },
    whileRunning: 'parallel',
  },
  steps: [{ id: 'note', kind: 'set', addLabels: ['born'] }],
});
const byCommand = marketing({
  id: 'by-command',
  trigger: { command: true, oncePer: { every: { hours: 1 } }, whileRunning: 'parallel' },
  steps: [{ id: 'note', kind: 'set', addLabels: ['asked'] }],
});

/** What was c-old's is c-1's since. */
async function storeWithOne(...scenarios: Scenario[]): Promise<StoreInMemory> {
  const store = storeInMemory({ startAt: monday, scenarios });
  const birthday = '1990-03-09';
  const old = { ...hana, id: 'c-old', email: 'hana.old@example.com', birthday };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: old })));
  const detail = { occurredAt: monday, customer: { ...hana, birthday } };
  await store.put(store.event('CustomerRegistered', detail));
  await store.pass({ hours: 1 });
  const merge = { from: 'c-old', to: 'c-1' };
  const at = '2026-03-02T04:10:00Z';
  await store.put(
    store.event('CustomerMerged', { eventId: 'm', occurredAt: at, customer: { id: 'c-1' }, merge }),
  );
  await store.pass({ hours: 1 });
  return store;
}

async function labels({ world }: StoreInMemory): Promise<unknown[]> {
  const both = await Promise.all(['c-old', 'c-1'].map((id) => world.customers.load(id)));
  return both.map((record) => record?.labels.filter((label) => label !== 'member'));
}

test('a sale is told to the one who stays alone', async () => {
  const store = await storeWithOne(ofSale);
  const sale = { id: 's-1', name: 'Sale', startsAt: '2026-03-03T00:00:00Z', endsAt: '2026-03-09T00:00:00Z' };
  const told = {
    name: 'SaleAnnounced',
    at: '2026-03-02T06:00:00Z',
    detail: { eventId: 'sale-1', sale },
  } as const;
  for (const customer of ['c-old', 'c-1'])
    await handleIntake(store.engine, { kind: 'told', customer, ...told });
  expect(await labels(store)).toEqual([[], ['told']]);
});

test('a birthday comes once, though both knew of it', async () => {
  const store = await storeWithOne(byDate);
  // A deployment with another date or schedule looks at everybody.
  for (const customer of ['c-old', 'c-1']) await handleIntake(store.engine, { kind: 'look', customer });
  await store.pass({ days: 9 });
  expect(await labels(store)).toEqual([[], ['born']]);
});

test('a command for the id of before lets the one who stays in, once', async () => {
  const store = await storeWithOne(byCommand);
  const at = '2026-03-02T06:00:00Z';
  const command = { kind: 'enrol', customer: 'c-old', scenario: 'by-command', key: 'e-1', at } as const;
  for (let times = 0; times < 2; times += 1) await handleIntake(store.engine, command);
  await store.pass({ hours: 1 });
  expect(await labels(store)).toEqual([[], ['asked']]);
  expect((await store.world.customers.load('c-1'))?.done.length).toBeLessThan(3);
});
