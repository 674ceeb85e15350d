/** The right to be forgotten, played through the service: nothing of her stays, and nothing brings her back. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { customerKey, isErased } from '../../../shared/service/saving/customer-key.ts';
import { holdersOf } from '../../support/holders.ts';
import {
  everythingKept,
  hana,
  mergedInto,
  monday,
  signsOfHana,
  storeWithHana,
} from '../../support/person.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';

const at = (text: string) => Temporal.Instant.from(text);
const asked = { at: at('2026-03-03T05:00:00Z'), by: 'mika' };
const erase = (store: StoreInMemory, id = 'c-1') => eraseCustomer(store.engine, id, asked);

test('before an erasure all of her is there to be found', async () => {
  const store = await storeWithHana();
  const { world } = store;
  expect(await everythingKept(world)).toMatch(signsOfHana);
  expect(world.timers.pending().length).toBeGreaterThan(0);
  expect(world.touchpoints.all().length).toBeGreaterThan(0);
  expect(await world.beside.earlierIds('c-1')).toEqual(['c-old']);
});

test.each(['c-1', 'c-old'])('erasing %s leaves nothing of her under any id that is hers', async (id) => {
  const store = await storeWithHana();
  const erased = await erase(store, id);
  expect(erased).toMatchObject({ records: 2, onTheirWay: 0 });
  expect(await everythingKept(store.world)).not.toMatch(signsOfHana);
  expect(store.world.timers.pending()).toEqual([]);
  const keys = await store.world.keys();
  for (const email of ['hana@example.com', 'hana.old@example.com']) {
    const key = addressHash(keys, email);
    expect(await holdersOf(store.world, key)).toEqual([]);
    expect((await store.world.addresses.load(key))?.erased?.because).toBe('erased');
  }
});

test('no message of hers goes after the erasure, and nothing fails', async () => {
  const store = await storeWithHana();
  const sent = store.world.mailer.mails.length;
  expect(sent).toBeGreaterThan(0);
  await erase(store);
  await store.pass({ days: 200 });
  expect(store.world.mailer.mails.length).toBe(sent);
  expect(store.failures).toEqual([]);
});

test('runs are ended before they are dropped, so that no run is lost', async () => {
  const store = await storeWithHana();
  const brokenBefore = store.world.metrics.of('InvariantBroken');
  const ends: string[] = [];
  const customers = {
    ...store.world.customers,
    save: async (...[customer, waking]: Parameters<typeof store.world.customers.save>) => {
      ends.push(...customer.enrolments.flatMap(({ ended }) => ended?.because ?? 'open'));
      return store.world.customers.save(customer, waking);
    },
  };
  await eraseCustomer({ ...store.engine, world: { ...store.world, customers } }, 'c-1', asked);
  expect(ends).toContain('erased');
  expect(ends).not.toContain('open');
  expect(store.world.metrics.of('InvariantBroken')).toBe(brokenBefore);
});

test('late and replayed events do not bring her back: they are counted, and the log names nobody', async () => {
  const store = await storeWithHana();
  await erase(store);
  const replayed = store.event('OrderPlaced', orderDetail('o-1', monday, { customer: hana }));
  await store.put({ ...replayed, replay: 'send' });
  await store.put(store.event('CustomerUpdated', { occurredAt: '2026-03-03T06:00:00Z', customer: hana }));
  await store.put(
    store.event('CustomerRegistered', {
      occurredAt: '2026-03-03T07:00:00Z',
      customer: { ...hana, anonymousId: 'browser-1' },
    }),
  );
  await store.put(store.event('CustomerMerged', mergedInto('c-1', 'c-old', '2026-03-03T03:10:00Z')));
  expect(await everythingKept(store.world)).not.toMatch(signsOfHana);
  expect(store.world.metrics.of('Erased')).toBe(4);
  const said = store.world.log.lines.filter(({ message }) => message.startsWith('erased'));
  expect(JSON.stringify(said)).not.toMatch(signsOfHana);
});

test('nobody is handed over to somebody who was erased', async () => {
  const store = await storeWithHana();
  await erase(store);
  const other = { ...hana, id: 'k-2', email: 'kei@example.com' };
  await store.put(store.event('CustomerRegistered', { occurredAt: '2026-03-03T06:00:00Z', customer: other }));
  await store.put(store.event('CustomerMerged', mergedInto('c-1', 'k-2', '2026-03-03T06:10:00Z')));
  expect((await store.world.customers.load('k-2'))?.mergedInto).toBeUndefined();
  expect(store.world.records.ids()).toEqual(['k-2']);
});

test('whoever registers anew under another id is a new person, whose own consent counts', async () => {
  const store = await storeWithHana();
  await erase(store);
  const anew = { ...hana, id: 'n-1' };
  await store.pass({ days: 1 });
  await store.put(store.event('OrderPlaced', orderDetail('o-9', '2026-03-04T05:00:00Z', { customer: anew })));
  await store.pass({ days: 30 });
  const known = await store.world.customers.load('n-1');
  expect(known?.lifecycle.orders).toBe(1);
  const kinds = (await store.touchpoints('n-1')).map(({ kind, state }) => `${kind} ${state}`);
  expect(kinds).toContain('transactional sent');
  expect(kinds).toContain('marketing sent');
});

test('the erased id stays erased until it is lifted, and an old command does not undo that', async () => {
  const store = await storeWithHana();
  await erase(store);
  const { world } = store;
  const newer = store.event('CustomerRegistered', { occurredAt: '2026-03-03T08:00:00Z', customer: hana });
  await store.put(newer);
  expect(await world.customers.load('c-1')).toBeUndefined();
  await world.gone.lift(customerKey(await world.keys(), 'c-1'), at('2026-03-03T09:00:00Z'));
  expect(await isErased(world, 'c-1')).toBe(false);
  await store.put(newer);
  expect((await world.customers.load('c-1'))?.profile.email).toBe('hana@example.com');
  expect(await erase(store)).toBe('lifted');
  expect(await world.customers.load('c-1')).toBeDefined();
  const later = { ...asked, at: at('2026-03-03T10:00:00Z') };
  expect(await eraseCustomer(store.engine, 'c-1', later)).toMatchObject({ records: 1 });
  expect(await isErased(world, 'c-1')).toBe(true);
});

test('an erasure of somebody nobody knows is noted, and keeps late events out', async () => {
  const store = storeInMemory({ startAt: monday });
  expect(await erase(store)).toMatchObject({ records: 0, things: 0 });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday)));
  expect(store.world.records.ids()).toEqual([]);
});

test('an erasure asked twice erases once, and each asking is written down without her id', async () => {
  const store = await storeWithHana();
  await erase(store);
  expect(await erase(store)).toMatchObject({ records: 0, things: 0 });
  await eraseCustomer(store.engine, 'c-1', { at: at('2026-03-04T05:00:00Z'), by: 'bus' });
  const entries = await store.world.audit.list();
  expect(entries.map(({ action, by }) => `${action} ${by}`)).toEqual(['erase mika', 'erase bus']);
  expect(JSON.stringify(entries)).not.toMatch(signsOfHana);
});

test('an event that is saved in the midst of it is erased as well', async () => {
  const store = await storeWithHana();
  let once = true;
  const customers = {
    ...store.world.customers,
    remove: async (id: string, version: number) => {
      if (once && id === 'c-1') {
        once = false;
        await store.put(
          store.event('OrderPlaced', orderDetail('o-3', '2026-03-03T04:00:00Z', { customer: hana })),
        );
      }
      return store.world.customers.remove(id, version);
    },
  };
  await eraseCustomer({ ...store.engine, world: { ...store.world, customers } }, 'c-1', asked);
  expect(await everythingKept(store.world)).not.toMatch(signsOfHana);
  expect(store.world.timers.pending()).toEqual([]);
});

test('a message at the mail service in that moment is told, and the command of the bus comes back for it', async () => {
  const store = await storeWithHana();
  const touchpoints = store.world.touchpoints.all().filter(({ customer }) => customer === 'c-1');
  const newest = touchpoints.at(-1)?.id ?? '';
  store.world.touchpoints.drop('c-1', `TOUCH#${newest}`);
  const message = { kind: 'erase', customer: 'c-1', at: asked.at.toString() } as const;
  await expect(handleIntake(store.engine, message)).rejects.toThrow('A message was on its way');
  expect(await everythingKept(store.world)).not.toMatch(signsOfHana);
  const late = touchpoints.at(-1);
  if (late) await store.world.touchpoints.settle(late);
  await handleIntake(store.engine, message);
  expect(await everythingKept(store.world)).not.toMatch(signsOfHana);
});
