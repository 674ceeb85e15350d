/** Mail that asks to confirm is put back where its share of the lane is spent; order mail never notices. */
import { expect, test } from 'vitest';
import { verdictOf } from '../../../functions/queue/verdict.ts';
import { confirmOptIn } from '../../../shared/programs/confirm-opt-in/confirm-opt-in.ts';
import { ConfirmShareSpent } from '../../../shared/service/sending/confirm-turn.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const noon = '2026-03-02T03:00:00Z';
const openStore = (settings = {}) =>
  storeInMemory({
    startAt: noon,
    scenarios: [confirmOptIn, ...twoScenarios],
    settings: { doubleOptIn: 'all', ...settings },
  });

const signUp = (store: StoreInMemory) =>
  store.put(
    store.event('ConsentChanged', {
      eventId: 'word-1',
      occurredAt: store.world.clock.now().toString(),
      customer: { id: 'c-9', email: 'new@example.com' },
      consent: { granted: true, source: 'sign-up', wording: 'sign-up-1' },
    }),
  );
const templates = (store: StoreInMemory) => store.world.mailer.mails.map(({ tags }) => tags.template);

test('beyond its share it comes back after the time told, as often as it must, and goes once', async () => {
  const store = openStore();
  const told = [40, 40, 90, 0];
  store.world.pacer.takeConfirm = () => told.shift() ?? 0;
  await signUp(store);
  await store.pass('2026-03-02T03:02:45Z');
  expect([templates(store), told]).toEqual([[], [0]]);
  await store.pass('2026-03-02T03:02:55Z');
  expect(templates(store)).toEqual(['confirm-opt-in__confirm']);
  expect(store.world.metrics.of('ConfirmPutBack')).toBe(3);
  expect(store.deadLetters).toEqual([]);
  await store.pass({ days: 2 });
  expect(templates(store)).toEqual(['confirm-opt-in__confirm']);
});

test('order mail asks for none of these turns, and goes while none is left', async () => {
  const store = openStore();
  let asked = 0;
  store.world.pacer.takeConfirm = () => {
    asked += 1;
    return 30;
  };
  await store.put(
    store.event(
      'OrderPlaced',
      orderDetail('o-1', noon, { customer: { id: 'c-1', email: 'hana@example.com' } }),
    ),
  );
  await store.pass({ minutes: 1 });
  expect(asked).toBe(0);
  await signUp(store);
  await store.pass({ minutes: 5 });
  expect(templates(store)).toEqual(['order-thanks__thanks']);
  expect(asked).toBeGreaterThan(5);
});

test('what never finds a turn ends by its expiry, and is told of', async () => {
  const store = openStore({ expiryHours: { transactional: 2, marketing: 24 } });
  store.world.pacer.takeConfirm = () => 600;
  await signUp(store);
  await store.pass({ hours: 3 });
  expect(templates(store)).toEqual([]);
  const [asked] = await store.touchpoints('c-9');
  expect(asked).toMatchObject({ step: 'ask', state: 'skipped', because: 'too-late' });
  expect(store.world.metrics.of('ConfirmPutBack')).toBe(12);
});

test('who withdraws while the question waits is not asked', async () => {
  const store = openStore();
  let left = 3;
  store.world.pacer.takeConfirm = () => (left-- > 0 ? 60 : 0);
  await signUp(store);
  await store.pass({ minutes: 1 });
  await store.put(
    store.event('ConsentChanged', {
      eventId: 'word-2',
      occurredAt: store.world.clock.now().toString(),
      customer: { id: 'c-9' },
      consent: { granted: false, source: 'account' },
    }),
  );
  await store.pass({ hours: 1 });
  expect(templates(store)).toEqual([]);
});

test('put back for as long as was told, and no receive is counted', () => {
  expect(verdictOf(new ConfirmShareSpent(37))).toEqual({ do: 'delay', delay_s: 37, parked: false });
});
