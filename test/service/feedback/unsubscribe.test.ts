import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { showUnsubscribe, unsubscribe } from '../../../shared/service/feedback/unsubscribe.ts';
import { signLink } from '../../../shared/service/rendering/link-token.ts';
import { evidenceEnds } from '../../../shared/service/rights/end-evidence.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { linkEngine, linkKeys, linkWorld } from '../pages/link-world.ts';

const grantedAt = Temporal.Instant.from('2026-01-01T00:00:00Z');
const due = Temporal.Instant.from('2026-12-01T01:00:00Z');
const hana: Customer = {
  ...newCustomer('mori', 'c-1'),
  version: 4,
  profile: { email: 'hana@example.com', name: 'Hana' },
  consent: { all: { is: 'granted', at: grantedAt, source: 'accepts-marketing' } },
  enrolments: [
    {
      id: 'e',
      scenario: 's',
      version: 1,
      lane: 'marketing',
      key: 'o',
      enteredAt: grantedAt,
      step: 'week',
      since: grantedAt,
      due,
      arm: 1,
    },
  ],
};
const token = signLink(linkKeys, { purpose: 'unsubscribe', customer: 'c-1', locale: 'ja' });
const pressedAt = Temporal.Instant.from('2026-11-22T01:00:00.123Z');
const address = `marketing ${addressHash(linkKeys, 'hana@example.com')}`;

test('a withdrawal is saved, then the address suppressed, the proof kept, and what the save owes armed', async () => {
  const world = linkWorld(hana);
  expect(await unsubscribe(linkEngine(world), token)).toEqual({
    purpose: 'unsubscribe',
    customer: 'c-1',
    locale: 'ja',
  });
  expect(world.calls).toEqual(['save', 'suppress', 'evidence', 'arm']);
  expect(world.stored.get('c-1')?.consent.all).toEqual({ is: 'denied', at: pressedAt, source: 'one-click' });
  expect(world.suppressed.get(address)).toEqual({ because: 'unsubscribed', at: pressedAt });
  expect([...world.proofs.values()]).toEqual([
    {
      customer: 'c-1',
      id: `one-click-${pressedAt.epochMilliseconds}`,
      at: pressedAt,
      granted: false,
      topics: ['all'],
      source: 'one-click',
      expiresAt: evidenceEnds(pressedAt),
    },
  ]);
});

test('the enrolments stay, and so does the moment the sweep asks for them', async () => {
  const world = linkWorld(hana);
  await unsubscribe(linkEngine(world), token);
  expect(world.stored.get('c-1')?.enrolments).toEqual(hana.enrolments);
  expect(world.sweeps.map(({ any }) => String(any))).toEqual(['2026-12-01T01:15:00Z']);
});

test('a second press saves nothing and leaves the first time and one proof', async () => {
  const world = linkWorld(hana);
  await unsubscribe(linkEngine(world), token);
  world.now = world.now.add({ hours: 5 });
  await unsubscribe(linkEngine(world), token);
  expect(world.stored.get('c-1')?.version).toBe(5);
  expect(world.suppressed.get(address)?.at).toEqual(pressedAt);
  expect(world.proofs.size).toBe(1);
});

test('a press after a new consent is a withdrawal of its own', async () => {
  const world = linkWorld(hana);
  await unsubscribe(linkEngine(world), token);
  const again = world.stored.get('c-1') as Customer;
  const state = { is: 'granted', at: world.now.add({ hours: 1 }), source: 'storefront' } as const;
  world.stored.set('c-1', { ...again, consent: { all: state } });
  world.now = world.now.add({ hours: 2 });
  await unsubscribe(linkEngine(world), token);
  expect(world.stored.get('c-1')?.consent.all?.at).toEqual(pressedAt.add({ hours: 2 }));
  expect(world.proofs.size).toBe(2);
});

test.each(['suppress', 'evidence'] as const)(
  'a press repeated after %s failed completes the work',
  async (port) => {
    const world = linkWorld(hana);
    world.broken = port;
    await expect(unsubscribe(linkEngine(world), token)).rejects.toThrow('away');
    world.broken = undefined;
    world.now = world.now.add({ minutes: 1 });
    await unsubscribe(linkEngine(world), token);
    expect(world.stored.get('c-1')?.version).toBe(5);
    expect(world.suppressed.get(address)).toEqual({ because: 'unsubscribed', at: pressedAt });
    expect([...world.proofs.values()].map((proof) => proof.at)).toEqual([pressedAt]);
  },
);

test('a lost race is run again, on the record as it then is', async () => {
  const world = linkWorld(hana);
  world.conflicts = 3;
  await unsubscribe(linkEngine(world), token);
  expect(world.calls.filter((name) => name === 'save')).toHaveLength(4);
  expect(world.calls.filter((name) => name === 'sleep')).toHaveLength(3);
  expect(world.stored.get('c-1')?.consent.all?.is).toBe('denied');
});

test('a race lost time and again fails aloud and claims nothing', async () => {
  const world = linkWorld(hana);
  world.conflicts = Number.POSITIVE_INFINITY;
  await expect(unsubscribe(linkEngine(world), token)).rejects.toMatchObject({ code: 'SAVE_RACE_LOST' });
  expect(world.suppressed.size).toBe(0);
});

test('a customer nobody knows any more suppresses nothing', async () => {
  const world = linkWorld();
  expect(await unsubscribe(linkEngine(world), token)).toMatchObject({ customer: 'c-1' });
  expect(world.calls).toEqual([]);
});

test('a customer without an address withdraws all the same', async () => {
  const world = linkWorld({ ...hana, profile: {} });
  await unsubscribe(linkEngine(world), token);
  expect(world.calls).toEqual(['save', 'evidence', 'arm']);
});

test('showing the link changes nothing, and neither does a wrong token', async () => {
  const world = linkWorld(hana);
  expect(await showUnsubscribe(linkEngine(world), token)).toMatchObject({ customer: 'c-1' });
  expect(await showUnsubscribe(linkEngine(world), `${token}x`)).toBeUndefined();
  expect(await unsubscribe(linkEngine(world), `${token}x`)).toBeUndefined();
  expect(world.calls).toEqual([]);
});
