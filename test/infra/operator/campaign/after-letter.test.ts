/** What is counted as having come after a letter of Friday 20 March 2026, 10:00 in Tokyo. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { afterLetter } from '../../../../infra/operator/campaign/after-letter.ts';
import type { LedgerOrder } from '../../../../shared/core/record/orders/ledger-entry.ts';

const at = (wall: string) => Temporal.ZonedDateTime.from(`${wall}[Asia/Tokyo]`).toInstant();
const letter = at('2026-03-20T10:00');
const order = (wall: string, more: Partial<LedgerOrder> = {}): LedgerOrder => ({
  id: wall,
  seen: ['OrderPlaced'],
  at: at(wall),
  placedAt: at(wall),
  total: 5400,
  currency: 'JPY',
  ...more,
});
const after = (orders: readonly LedgerOrder[], { days = 7, now = '2026-04-10T00:00', clicked = '' } = {}) =>
  afterLetter(
    { at: letter, feedback: clicked ? { clicked: at(clicked) } : {} },
    { orders, consent: {} },
    { days, timeZone: 'Asia/Tokyo', now: at(now), topic: 'news' },
  );

test.each([
  ['a minute before it', '2026-03-20T09:59', 0],
  ['an hour after it', '2026-03-20T11:00', 1],
  ['late on the seventh day, though more than 7 x 24 hours after it', '2026-03-27T23:50', 1],
  ['on the eighth day', '2026-03-28T00:10', 0],
])('an order %s', (_, wall, counted) => {
  expect(after([order(wall)]).orders).toBe(counted);
});

test('a window of one day is the day after it, and the rest of its own', () => {
  expect(after([order('2026-03-21T23:59')], { days: 1 }).orders).toBe(1);
  expect(after([order('2026-03-22T00:01')], { days: 1 }).orders).toBe(0);
});

test('what was cancelled is no order; what was paid back in part counts with what is left; currencies stand apart', () => {
  const cancelled = order('2026-03-21T10:00', { seen: ['OrderPlaced', 'OrderCancelled'] });
  const partly = order('2026-03-22T10:00', { refunded: { JPY: 400 } });
  const dollars = order('2026-03-23T10:00', { total: 2050, currency: 'USD' });
  expect(after([cancelled, partly, dollars])).toMatchObject({ orders: 2, spent: { JPY: 5000, USD: 2050 } });
});

test('after pressing the link is after that press, and within the days from it', () => {
  expect(after([order('2026-03-21T10:00')], { clicked: '2026-03-21T09:00' }).afterPress).toBe(true);
  expect(after([order('2026-03-21T10:00')], { clicked: '2026-03-21T11:00' }).afterPress).toBe(false);
  expect(after([order('2026-03-21T10:00')]).afterPress).toBe(false);
});

test('its days are over when the last of them is', () => {
  expect(after([], { now: '2026-03-27T23:59' }).isClosed).toBe(false);
  expect(after([], { now: '2026-03-28T00:00' }).isClosed).toBe(true);
});

test.each([
  ['that topic, on the third day', 'news', '2026-03-23T10:00', true],
  ['everything', 'all', '2026-03-23T10:00', true],
  ['another topic', 'offers', '2026-03-23T10:00', false],
  ['before the letter', 'news', '2026-03-19T10:00', false],
  ['a month after it', 'news', '2026-04-20T10:00', false],
] as const)('an unsubscribe from %s', (_, key, wall, counted) => {
  const consent = { [key]: { is: 'denied', at: at(wall), source: 'one-click' } as const };
  const window = { days: 7, timeZone: 'Asia/Tokyo', now: at('2026-04-30T10:00'), topic: 'news' } as const;
  expect(afterLetter({ at: letter, feedback: {} }, { orders: [], consent }, window).unsubscribed).toBe(
    counted,
  );
});
