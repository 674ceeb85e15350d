/** What is told of a mailbox that several customers share, and of a guest. */
import { expect, test } from 'vitest';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { explain } from '../../../shared/service/explaining/explain.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { scenarios as shipped } from '../../support/shipped.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { start, storeWithOrder } from '../../support/store-with-order.ts';
import { told } from './told.ts';

test('of an address that several share it is told whether the customer reads it, and of nobody else', async () => {
  const store = await storeWithOrder();
  const since = store.world.clock.now();
  const holders = {
    'c-1': { granted: ['news', 'tips'] as const, since },
    'c-2': { granted: ['news'] as const, since, boughtAt: since },
  };
  const [line] = (await told(store, { address: { key: 'k', holders } })).filter((one) =>
    /also that of/.test(one),
  );
  expect(line).toBe('The address is also that of 1 more; its reader is the customer: tips.');
  const alone = await told(store, { address: { key: 'k', holders: { 'c-1': {} } } });
  expect(alone.join()).not.toContain('also that of');
});

test('what another reads is said to be skipped, before it is due', async () => {
  const store = storeInMemory({ scenarios: shipped.filter(({ id }) => id === 'welcome'), startAt: start });
  const her = { id: 'c-1', email: 'hana@example.com', acceptsMarketing: true };
  await store.put(store.event('CustomerRegistered', { occurredAt: start, customer: { ...her, id: 'c-0' } }));
  await store.put(store.event('CustomerRegistered', { occurredAt: start, customer: her }));
  await store.pass({ hours: 1 });
  const keys = await store.world.keys();
  const address = await store.world.addresses.load(addressHash(keys, her.email));
  const lines = (await told(store, { address })).join('\n');
  expect(lines).toContain('its reader is not the customer');
  expect(lines).toContain(
    'As things stand it will not go: another customer reads the mailbox that they share',
  );
});

test('a guest is called one', async () => {
  const store = await storeWithOrder();
  const lead = newCustomer('mori', 'lead-'.padEnd(37, 'x'));
  const lines = explain(lead, [], {
    settings: store.engine.decisions,
    book: store.engine.book,
    at: store.world.clock.now(),
    brakes: noBrakes,
    address: undefined,
  });
  expect(lines).toContain('The customer is a guest: known by the mail address alone.');
});
