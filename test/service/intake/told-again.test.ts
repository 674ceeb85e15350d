/** What an address is told of its customers, wherever the handling of an event dies: its repeat tells what was left untold. */
import { expect, test } from 'vitest';
import { readerOf } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { takeEvents } from '../../../shared/service/intake/mailbox.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { type CrashPlan, crashing, noCrash } from '../../support/crashing-world.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { mergedInto } from '../../support/person.ts';
import { orderOf } from '../../support/storefront.ts';

const her = (id: string, more: object = {}) => ({
  customer: { id, email: mei, acceptsMarketing: true, ...more },
});
const silent = (id: string) => ({ customer: { id, email: mei } });
const word = (id: string, granted: boolean) => ({
  customer: { id },
  consent: { granted, source: 'form' },
});

type Deed = readonly [EventName, string, Record<string, unknown>];

const deeds: Readonly<Record<string, Deed>> = {
  'a newcomer registers and grants': ['CustomerRegistered', 'c-9', her('c-9')],
  'a newcomer registers without a grant': [
    'CustomerRegistered',
    'c-9',
    her('c-9', { acceptsMarketing: false }),
  ],
  'one of them grants': ['ConsentChanged', 'c-2', word('c-2', true)],
  'one of them grants with a profile': ['CustomerUpdated', 'c-2', her('c-2')],
  'one of them withdraws': ['ConsentChanged', 'c-1', word('c-1', false)],
  'somebody else comes to have the address': ['CustomerUpdated', 'c-7', her('c-7')],
  'one with another address becomes part of one of them': [
    'CustomerMerged',
    'c-2',
    mergedInto('c-2', 'c-7', '2026-03-02T03:40:00Z'),
  ],
  'one of them becomes part of the other': [
    'CustomerMerged',
    'c-2',
    mergedInto('c-2', 'c-1', '2026-03-02T03:40:00Z'),
  ],
};

test('with a guest who becomes part of one of them comes the newest purchase', async () => {
  const store = await storeWithGuests([]);
  for (const id of ['c-1', 'c-2']) await store.tell('CustomerRegistered', her(id));
  await store.tell('OrderPlaced', { ...silent('c-1'), ...orderOf('o-1') });
  await store.pass({ days: 2 });
  const newest = store.world.clock.now();
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-2') });
  await store.pass({ days: 1 });
  await store.tell('CustomerMerged', mergedInto('c-2', store.lead(), store.world.clock.now().toString()));
  const address = await store.world.addresses.load(addressHash(await store.world.keys(), mei));
  expect(address?.holders?.['c-2']?.boughtAt?.equals(newest)).toBe(true);
  expect(readerOf(address, 'news')).toBe('c-2');
});

/** The deed by way of a world that dies once; then what the address knows. */
async function done([name, id, parts]: Deed, plan: CrashPlan, withOther: boolean) {
  const store = await storeWithGuests([]);
  await store.tell('CustomerRegistered', her('c-1'));
  if (withOther) await store.tell('CustomerRegistered', silent('c-2'));
  await store.tell('CustomerRegistered', her('c-7', { email: 'seven@example.com' }));
  await store.pass({ minutes: 10 });
  const { world } = store;
  const engine = { ...store.engine, world: crashing(world, plan) };
  const event = store.event(name, { occurredAt: world.clock.now().toString(), ...parts });
  for (let tries = 0; tries < 2; tries += 1) await takeEvents(engine, id, [event]).catch(() => undefined);
  const known = await world.addresses.load(addressHash(await world.keys(), mei));
  return Object.entries(known?.holders ?? {}).map(([holder, { granted, boughtAt }]) => [
    holder,
    granted?.length,
    boughtAt?.toString(),
  ]);
}

const played = Object.entries(deeds).flatMap(([title, deed]) =>
  [true, false].map((withOther) => [title, withOther ? 'two' : 'one', deed] as const),
);

test.each(played)('%s of an address that %s had', async (_, had, deed) => {
  const clean = noCrash();
  const whole = await done(deed, clean, had === 'two');
  expect(whole.length).toBeGreaterThan(0);
  for (const [nth, name] of clean.names.entries())
    for (const when of ['before', 'after'] as const) {
      const again = await done(deed, { ...noCrash(), at: nth + 1, when }, had === 'two');
      expect([name, when, again]).toEqual([name, when, whole]);
    }
});
