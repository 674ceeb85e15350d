/** What did not simply go is counted by its scenario: a message held, skipped, or of unknown outcome. */
import { expect, test } from 'vitest';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import type { StoreInMemory } from '../../support/store-in-memory.ts';
import { storeWithOrder } from '../../support/store-with-order.ts';

/** Held, Skipped, Unknown, Sent. */
type Counts = readonly [held: number, skipped: number, unknown: number, sent: number];

const countsOf = ({ world }: StoreInMemory, scenario: string): Counts => {
  const of = (name: string) => world.metrics.of(name, scenario);
  return [of('Held'), of('Skipped'), of('Unknown'), of('Sent')];
};

const silence: SendOutcome = { kind: 'unknown', detail: 'timeout' };
const refusal = (because: 'throttled' | 'rejected'): SendOutcome => ({ kind: 'not-sent', because });

const answers: readonly (readonly [string, readonly SendOutcome[], Counts])[] = [
  ['takes it', [], [0, 0, 0, 1]],
  ['refuses it for a moment, and then takes it', [refusal('throttled')], [0, 0, 0, 1]],
  ['refuses it for good', [refusal('rejected')], [0, 1, 0, 0]],
  ['does not answer, and then takes it', [silence], [0, 0, 0, 1]],
  ['does not answer twice', [silence, silence], [0, 0, 1, 0]],
  ['does not answer, and refuses the second for good', [silence, refusal('rejected')], [0, 0, 1, 0]],
];

test.each(answers)('a thank-you is counted once where the mail service %s', async (_, script, counts) => {
  const store = await storeWithOrder();
  store.world.mailer.next(...script);
  await store.pass({ hours: 3 });
  expect(countsOf(store, 'order-thanks')).toEqual(counts);
});

test('a letter nobody answered for is counted as unknown, and never goes again', async () => {
  const store = await storeWithOrder();
  await store.pass({ days: 11 });
  store.world.mailer.next(silence);
  await store.pass({ days: 2 });
  expect(countsOf(store, 'after-purchase')).toEqual([0, 0, 1, 0]);
});

test('a message is counted as held each time it is put off, and as sent when it goes', async () => {
  const store = await storeWithOrder();
  await store.world.control.write({ paused: { ...noBrakes.paused, all: true } });
  await store.pass({ minutes: 150 });
  expect(countsOf(store, 'order-thanks')).toEqual([3, 0, 0, 0]);
  await store.world.control.write(noBrakes);
  await store.pass({ hours: 1 });
  expect(countsOf(store, 'order-thanks')).toEqual([3, 0, 0, 1]);
});

test('a letter that may not go is counted as skipped', async () => {
  const store = await storeWithOrder();
  const address = addressHash(await store.world.keys(), 'hana@example.com');
  await store.world.addresses.suppress(address, 'all', {
    because: 'hard-bounce',
    at: store.world.clock.now(),
  });
  await store.pass({ days: 15 });
  expect(countsOf(store, 'after-purchase')).toEqual([0, 1, 0, 0]);
});

test('a refused message whose run is gone meanwhile is counted as skipped', async () => {
  const store = await storeWithOrder();
  store.world.mailer.next(async () => {
    const customer = await store.world.customers.load('c-1');
    if (customer) await store.world.customers.save({ ...customer, enrolments: [] }, {});
    return refusal('throttled');
  });
  await store.pass({ minutes: 1 });
  expect(await store.touchpoints('c-1')).toMatchObject([{ state: 'skipped', because: 'throttled' }]);
  expect(countsOf(store, 'order-thanks')).toEqual([0, 1, 0, 0]);
});
