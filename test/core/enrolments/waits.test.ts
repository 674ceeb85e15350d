import { expect, test } from 'vitest';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import { days, hours, minutes } from '../../../shared/core/values/duration.ts';
import { calendar } from '../../support/calendar.ts';
import { delivered, placed, registered, shipped } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { afterParcel, marketing, send, transactional, waitFor, waitUntil } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const longDuration = { hours: 24 * 14 };

test('the parcel is taken to arrive five days after an order nobody ships', () => {
  storeWith([afterParcel])
    .given()
    .when(placed('o-1', monday))
    .then({ armed: ['2026-03-14 10:00'] });
});

test('a timer that fires before its due is armed again and sends nothing', () => {
  storeWith([afterParcel])
    .given(placed('o-1', monday))
    .when(timer('letters', '2026-03-14 09:00'))
    .then({ because: 'not-yet-due', sent: [], armed: ['2026-03-14 10:00'] });
});

test('a timer up to a minute early counts as due', () => {
  const history = storeWith([afterParcel]).given(placed('o-1', monday));
  history.when(timer('letters', '2026-03-14T00:59:00Z')).then({ sent: ['a'] });
  history.when(timer('letters', '2026-03-14T00:58:59Z')).then({ because: 'not-yet-due' });
});

test.each([
  [minutes(1), '2026-03-02 12:31'],
  [minutes(90), '2026-03-02 14:00'],
  [hours(36), '2026-03-04 00:30'],
  [days(1), '2026-03-03 12:30'],
  [days(400), '2027-04-06 12:30'],
])('a wait of %o is over at %s', (span, due) => {
  const scenario = transactional({ steps: [waitFor('pause', span), send('thanks')] });
  const history = storeWith([scenario])
    .given()
    .when(placed('o-1', monday))
    .then({ armed: [due] });
  history.when(timer('thanks')).then({ sent: ['thanks'] });
});

test('a day waited for keeps the hour on the wall across a change of clocks, 24 hours do not', () => {
  const scenario = (span: object) => transactional({ steps: [waitFor('pause', span), send('thanks')] });
  const order = placed('o-1', '2026-03-07T12:30:00-05:00', { customer: { timeZone: 'America/New_York' } });
  storeWith([scenario(days(1))])
    .given()
    .when(order)
    .then({ armed: ['2026-03-08 12:30'] });
  storeWith([scenario(hours(24))])
    .given()
    .when(order)
    .then({ armed: ['2026-03-08 13:30'] });
});

test('waits until a day count from the entry, the order or the arrival', () => {
  const scenario = (after: 'entry' | 'order' | 'arrived') =>
    transactional({ trigger: { on: 'OrderShipped' }, steps: [waitUntil('day', 1, after), send('thanks')] });
  const due = (after: 'entry' | 'order' | 'arrived') =>
    storeWith([scenario(after)])
      .given(placed('o-1', monday))
      .when(shipped('o-1', '2026-03-05 18:00')).outcome.armed;
  expect([due('entry'), due('order'), due('arrived')]).toEqual([
    ['2026-03-06 10:00'],
    ['2026-03-05 18:00'],
    ['2026-03-08 10:00'],
  ]);
});

test('marketing waits for an hour are spread by hash within the jitter, the same each time', () => {
  const store = storeWith([afterParcel], { settings: { jitter_minutes: 20 } });
  const dues = Array.from({ length: 40 }, (_, n) => {
    const [due] = store.given().when(placed(`o-${n}`, monday)).outcome.armed;
    return due ?? '';
  });
  expect(dues.every((due) => due >= '2026-03-14 10:00' && due <= '2026-03-14 10:20')).toBe(true);
  expect(new Set(dues).size).toBeGreaterThan(8);
  expect(store.given().when(placed('o-0', monday)).outcome.armed).toEqual([dues[0]]);
});

test('waits that are over when she comes to them are walked through', () => {
  const scenario = marketing({
    trigger: { freshness: longDuration },
    steps: [waitFor('hour', hours(1)), send('a'), waitFor('day', days(1)), send('b')],
  });
  storeWith([scenario], { settings: { expiry: { marketing: longDuration, transactional: longDuration } } })
    .given(late(placed('o-1', monday), '2026-03-05 12:00'))
    .when(timer('letters', '2026-03-05 12:00'))
    .then({ sent: ['a'], running: ['letters@send-b until 2026-03-05 12:00'] });
});

test('a flood that comes days late sends no stale mail: each step says too-late, and the walk goes on', () => {
  const { customer } = storeWith([afterParcel]).given(placed('o-1', monday));
  storeWith([afterParcel])
    .from(customer)
    .when(timer('letters', '2026-04-10 12:00'))
    .then({
      sent: [],
      skipped: ['a: too-late', 'b: too-late', 'c: too-late'],
      running: ['letters@two-months until 2026-05-06 10:00'],
    });
});

test('the whole story keeps its calendar from order to completion', () => {
  const store = storeWith([afterParcel], { brakes: noBrakes });
  const { customer } = store.given(placed('o-1', monday), delivered('o-1', '2026-03-04 11:00'));
  expect(calendar(store, customer)).toEqual([
    '2026-03-11 10:00 a',
    '2026-03-18 10:00 b',
    '2026-04-03 10:00 c',
    '2026-05-03 10:00 d',
  ]);
});

test('a daily round trip of 400 days sends once a day', () => {
  const daily = marketing({
    trigger: { on: 'CustomerRegistered', oncePer: 'ever' },
    steps: [
      { id: 'day', kind: 'wait', for: days(1) },
      send('b'),
      {
        id: 'again',
        kind: 'branch',
        when: [{ if: { the: 'customer.locale', is: 'fr' }, then: 'end' }],
        else: 'day',
      },
      { id: 'end', kind: 'exit' },
    ],
  });
  const store = storeWith([daily], { settings: { caps: [] } });
  const { customer } = store.given(registered('2026-01-01 12:00'));
  const lines = calendar(store, customer, 400);
  expect(lines).toHaveLength(400);
  expect(lines.at(-1)).toBe('2027-02-05 12:00 b');
});
