/** An order of a mailbox that several share, whose handling dies before or after any call that leaves the process, and comes again. */
import { expect, test } from 'vitest';
import { takeEvents } from '../../../shared/service/intake/mailbox.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { type CrashPlan, crashing, noCrash } from '../../support/crashing-world.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { holdersOf } from '../../support/holders.ts';
import { cartOf, orderOf } from '../../support/storefront.ts';

const account = (id: string) => ({ customer: { id, email: mei, acceptsMarketing: true } });

/** The order of c-9 by way of a world that dies once; then what came of it. */
async function ordered(plan: CrashPlan, withOther: boolean) {
  const store = await storeWithGuests(['cart-abandonment', 'order-thanks']);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  if (withOther) await store.tell('CartUpdated', { ...account('c-8'), ...cartOf('k-1') });
  await store.pass({ minutes: 10 });
  const { world } = store;
  const engine = { ...store.engine, world: crashing(world, plan) };
  const occurredAt = world.clock.now().toString();
  const event = store.event('OrderPlaced', { occurredAt, ...account('c-9'), ...orderOf('o-2') });
  for (let tries = 0; tries < 2; tries += 1) {
    await takeEvents(engine, 'c-9', [event]).catch((error: Error) => store.failures.push(error.name));
  }
  await store.pass({ days: 3 });
  const hers = await world.customers.load('c-9');
  const cart = (await world.customers.load('c-8'))?.enrolments[0];
  return {
    failures: store.failures,
    sent: store.sent().toSorted(),
    orders: hers?.orders.map(({ id }) => id).toSorted(),
    joined: (await world.customers.load(store.lead()))?.mergedInto,
    cart: cart?.ended?.because,
    holders: await holdersOf(world, addressHash(await world.keys(), mei)),
  };
}

test.each([false, true])('with another account at the address: %s', async (withOther) => {
  const clean = noCrash();
  const { failures: none, ...whole } = await ordered(clean, withOther);
  expect(none).toEqual([]);
  expect(whole).toMatchObject(
    withOther
      ? { orders: ['o-2'], joined: undefined, cart: 'mailbox-bought' }
      : { orders: ['o-1', 'o-2'], joined: 'c-9', holders: ['c-9'] },
  );
  for (const when of ['before', 'after'] as const) {
    for (const [nth, name] of clean.names.entries()) {
      const plan = { calls: 0, names: [], at: nth + 1, when, armed: true };
      const { failures, ...again } = await ordered(plan, withOther);
      expect([name, failures]).toEqual([name, ['Crash']]);
      expect([when, name, again]).toEqual([when, name, whole]);
    }
  }
});
