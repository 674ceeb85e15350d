/** A withdrawal of whoever is alone at an address by now, which the address was once told of: nobody is silent for a grant that is over. */
import { expect, test } from 'vitest';
import { takeEvents } from '../../../shared/service/intake/mailbox.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { type CrashPlan, crashing, noCrash } from '../../support/crashing-world.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';

const her = (id: string, more: object = {}) => ({
  customer: { id, email: mei, locale: 'en', timeZone: 'Asia/Tokyo', acceptsMarketing: true, ...more },
});

/** Two shared the address; one went, and the other withdrew. */
async function leftAlone() {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.pass({ days: 1 });
  await store.tell('CustomerUpdated', her('c-2', { email: 'away@example.com' }));
  await store.pass({ minutes: 1 });
  await store.tell('ConsentChanged', { customer: { id: 'c-1' }, consent: { granted: false } });
  await store.pass({ days: 1 });
  return store;
}

test('the address no longer says that it is granted', async () => {
  const { world } = await leftAlone();
  const address = await world.addresses.load(addressHash(await world.keys(), mei));
  expect(address?.holders?.['c-1']?.granted).toEqual([]);
});

/** Whoever comes next, by way of a world that dies once. */
async function comesNext(plan: CrashPlan) {
  const store = await leftAlone();
  const { world } = store;
  const engine = { ...store.engine, world: crashing(world, plan) };
  const occurredAt = world.clock.now().toString();
  const event = store.event('CustomerRegistered', { occurredAt, ...her('c-4') });
  for (let tries = 0; tries < 2; tries += 1) await takeEvents(engine, 'c-4', [event]).catch(() => undefined);
  plan.armed = false;
  await store.pass({ hours: 30 });
  return store.world.touchpoints
    .all()
    .filter(({ customer }) => customer === 'c-4')
    .map(({ step, state }) => `${step} ${state}`);
}

test('whoever comes next is welcomed, wherever the handling dies', async () => {
  const clean = noCrash();
  expect(await comesNext(clean)).toEqual(['hello sent']);
  for (const [nth, name] of clean.names.entries())
    for (const when of ['before', 'after'] as const)
      expect([name, when, await comesNext({ ...noCrash(), at: nth + 1, when })]).toEqual([
        name,
        when,
        ['hello sent'],
      ]);
});
