/** A record of earlier days beside touchpoints of today: what a restore leaves behind. */

import { expect, test } from 'vitest';
import { decodeRecord, type StoredRecord, spelledOut } from '../../../shared/core/record/record-codec.ts';
import { catchUpCustomer } from '../../../shared/service/sweep/catch-up.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo

function stored(store: StoreInMemory): StoredRecord {
  const record = store.world.records.stored('c-1');
  if (!record) throw new Error('nobody is there');
  return record;
}

/** Puts the record back as it was; the version goes on, as no restored table knows of later ones. */
const restore = (store: StoreInMemory, record: StoredRecord) => store.world.records.plant(record);

async function storeAt(when: string): Promise<{ store: StoreInMemory; early: StoredRecord }> {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  const early = stored(store);
  await store.pass(when);
  return { store, early };
}

const caught = (store: StoreInMemory, dryRun = false) => catchUpCustomer(store.engine, 'c-1', dryRun);
const sent = (store: StoreInMemory) => store.calendar('Asia/Tokyo').map((line) => line.slice(0, 10));

const effects = ['2026-03-02', '2026-03-14', '2026-03-21', '2026-04-06', '2026-05-06'];

test('without catching up, a restored run sends again what it sent within the last hours', async () => {
  const { store, early } = await storeAt('2026-03-02T05:00:00Z');
  restore(store, early);
  await store.handle('transactional', {
    kind: 'timer',
    customer: 'c-1',
    enrolment: String((spelledOut(early).enrolments as { id: string }[])[0]?.id),
    step: 'thanks',
    arm: 1,
  });
  expect(sent(store)).toEqual(['2026-03-02', '2026-03-02']);
});

test('caught up, a restored run stands behind what was sent, and the rest of the story comes once and on time', async () => {
  const { store, early } = await storeAt('2026-03-21T05:00:00Z');
  expect(sent(store)).toEqual(effects.slice(0, 3));
  restore(store, early);
  expect(await caught(store)).toEqual({ runs: 2, ended: 1, sends: 2 });
  expect(await caught(store)).toEqual({ runs: 0, ended: 0, sends: 0 });
  await store.pass({ days: 70 });
  expect(sent(store)).toEqual(effects);
  expect(store.failures).toEqual([]);
});

test('a message that was not decided before the loss is decided now, if it is not too late', async () => {
  const { store, early } = await storeAt('2026-03-20T05:00:00Z');
  restore(store, early);
  await store.world.run(store.world.clock.now().add({ hours: 26 }), async () => {});
  await caught(store);
  await store.pass({ hours: 1 });
  expect(sent(store)).toEqual(effects.slice(0, 3));
});

test('what was sent counts for the caps again', async () => {
  const { store, early } = await storeAt('2026-03-14T05:00:00Z');
  restore(store, early);
  await caught(store);
  const { sends } = decodeRecord(stored(store));
  expect(sends.map(({ step, state }) => `${step} ${state}`)).toEqual(['thanks claimed', 'trouble claimed']);
});

test('a dry run counts and changes nothing, and nobody unknown is made', async () => {
  const { store, early } = await storeAt('2026-03-14T05:00:00Z');
  restore(store, early);
  expect(await caught(store, true)).toEqual({ runs: 2, ended: 1, sends: 2 });
  expect(stored(store)).toEqual(early);
  expect(await catchUpCustomer(store.engine, 'nobody', false)).toBeUndefined();
});

test('a run that needs nothing is left as it is', async () => {
  const { store } = await storeAt('2026-03-14T05:00:00Z');
  const before = stored(store);
  expect(await caught(store)).toEqual({ runs: 0, ended: 0, sends: 0 });
  expect(stored(store)).toEqual(before);
});
