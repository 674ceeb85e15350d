/** Many mails of one customer at once, of none of which the mail service tells what became: each is asked for again. */
import { expect, test } from 'vitest';
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const noon = '2026-03-10T03:00:00Z';
const at = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString();
const silence: SendOutcome = { kind: 'unknown', detail: 'timeout' };

async function ordersInSilence(count: number) {
  const [thanks] = twoScenarios;
  const store = storeInMemory({ startAt: noon, scenarios: thanks ? [thanks] : [] });
  store.world.mailer.next(...Array.from({ length: count }, () => silence));
  const details = Array.from({ length: count }, (_, n) => orderDetail(`o-${n}`, at((n * 60) / count - 60)));
  await store.world.intake.put(details.map((detail) => ({ 'detail-type': 'OrderPlaced', detail })) as never);
  for (let minute = 0; minute < 60; minute += 1) await store.pass({ minutes: 1 });
  return store;
}

test('a hundred orders within a minute that nobody answers for are thanked for once more, each', async () => {
  const store = await ordersInSilence(100);
  const told = await store.touchpoints('c-1');
  expect(told).toHaveLength(100);
  expect(new Set(told.map(({ state, because }) => `${state} ${because}`))).toEqual(
    new Set(['sent sent-once-more']),
  );
  expect(store.world.mailer.calls).toBe(200);
});

test('of more than the record remembers each is told as unknown: none is lost without a state', async () => {
  const store = await ordersInSilence(200);
  const told = await store.touchpoints('c-1');
  expect(told).toHaveLength(200);
  const outcomes = told.map(({ state, because }) => `${state} ${because}`);
  expect(new Set(outcomes)).toEqual(new Set(['sent sent-once-more', 'unknown outcome-unknown']));
  expect(store.world.mailer.calls).toBe(200 + outcomes.filter((one) => one.startsWith('sent')).length);
});

test('where the second tries of many are refused for hours, each goes as soon as it may', async () => {
  const [thanks] = twoScenarios;
  const store = storeInMemory({ startAt: noon, scenarios: thanks ? [thanks] : [] });
  const count = 50;
  const refusal: SendOutcome = { kind: 'not-sent', because: 'daily-quota' };
  store.world.mailer.next(...Array.from({ length: count }, () => silence));
  // Each is tried again every quarter of an hour.
  store.world.mailer.next(...Array.from({ length: count * 4 * 2 }, () => refusal));
  const details = Array.from({ length: count }, (_, n) => orderDetail(`o-${n}`, at(n - 60)));
  await store.world.intake.put(details.map((detail) => ({ 'detail-type': 'OrderPlaced', detail })) as never);
  for (let quarter = 0; quarter < 20; quarter += 1) {
    await store.pass({ minutes: 15 });
    // With any news of hers the record is tidied.
    if (quarter === 6) await store.put(store.event('OrderPaid', orderDetail('o-1', at(0))));
  }
  const told = await store.touchpoints('c-1');
  expect(told.map(({ state, because }) => `${state} ${because}`)).toEqual(
    Array.from({ length: count }, () => 'sent sent-once-more'),
  );
  expect(store.world.mailer.accepted).toBe(count);
});
