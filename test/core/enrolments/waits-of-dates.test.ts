import { expect, test } from 'vitest';
import type { DatePath } from '../../../shared/core/language/date-path.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { event, placed, registered } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { exit, send, transactional } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const hana = { email: 'hana@example.com' };

const waits = (...steps: Step[]) =>
  transactional({ trigger: { on: 'BookingMade', oncePer: { key: 'booking.id' } }, steps });
const booked = (startsAt: string | undefined, when = monday) =>
  event('BookingMade', when, { customer: hana, booking: { id: '7', startsAt } });
const changed = (startsAt: string, when: string) =>
  event('BookingChanged', when, { booking: { id: '7', startsAt } });
const reminder = (parts: object = {}): Step => ({
  id: 'before',
  kind: 'wait',
  date: 'event.booking.startsAt',
  offset: { hours: -2 },
  ...parts,
});
const reminding = (parts: object = {}) =>
  waits(
    reminder({ past: 'passed', ...parts }),
    send('thanks'),
    exit('end'),
    send('thanks', { id: 'passed' }),
  );

test('a wait for weekdays is over at the next of them, today while the hour has not come', () => {
  const scenario = (at: string) =>
    transactional({ steps: [{ id: 'w', kind: 'wait', next: ['mon', 'thu'], at }, send('thanks')] });
  storeWith([scenario('13:00')])
    .given()
    .when(placed('o-1', monday))
    .then({ armed: ['2026-03-02 13:00'] });
  storeWith([scenario('12:30')])
    .given()
    .when(placed('o-1', monday))
    .then({ armed: ['2026-03-02 12:30'] });
  storeWith([scenario('12:00')])
    .given()
    .when(placed('o-1', monday))
    .then({ armed: ['2026-03-05 12:00'] });
});

test('a wait for a date of the event is over at its offset, to the minute', () => {
  const store = storeWith([reminding()]);
  const waiting = store
    .given()
    .when(booked('2026-03-10T14:00:00+09:00'))
    .then({ armed: ['2026-03-10 12:00'] });
  waiting.when(timer('thanks')).then({ sent: ['thanks'] });
});

test('an offset of days with an hour is that hour on her wall, that many civil days away', () => {
  storeWith([reminding({ offset: { days: -1 }, at: '18:00' })])
    .given()
    .when(booked('2026-03-10T14:00:00+09:00'))
    .then({ armed: ['2026-03-09 18:00'] });
});

test('a whole-day date is that day in her zone at the default hour', () => {
  storeWith([reminding({ offset: undefined })])
    .given()
    .when(booked('2026-03-10'))
    .then({ armed: ['2026-03-10 10:00'] });
});

test('a moment that lay before she came, and a date nobody knows, lead to the step for what has passed', () => {
  const store = storeWith([waits(reminder({ past: 'end' }), send('thanks'), exit('end'))]);
  const late = store.given().when(booked('2026-03-02T13:00:00+09:00'));
  expect(late.outcome.ended).toEqual(['thanks: exit-step']);
  expect(store.given().when(booked(undefined)).outcome.ended).toEqual(['thanks: exit-step']);
});

test('without such a step she goes on to the next', () => {
  const plain = waits(reminder(), send('thanks'));
  storeWith([plain])
    .given()
    .when(booked(undefined))
    .then({ running: ['thanks@send-thanks until 2026-03-02 12:30'] });
});

test('a booking that is moved moves what waits for it, and the old timer does nothing', () => {
  const store = storeWith([reminding()]);
  const moved = store
    .given(booked('2026-03-10T14:00:00+09:00'))
    .when(changed('2026-03-12T16:00:00+09:00', '2026-03-05 09:00'))
    .then({ because: 're-timed', armed: ['2026-03-12 14:00'] });
  moved.when(timer('thanks', '2026-03-10 12:00')).then({ because: 'not-yet-due', sent: [] });
});

test('another booking moves nothing', () => {
  const other = event('BookingChanged', '2026-03-05 09:00', {
    booking: { id: '8', startsAt: '2026-03-12T16:00:00+09:00' },
  });
  storeWith([reminding()]).given(booked('2026-03-10T14:00:00+09:00')).when(other).then({ armed: [] });
});

test('a booking moved so near that its moment has gone by takes the step for what has passed', () => {
  storeWith([reminding({ past: 'passed', offset: { days: -2 } })])
    .given(booked('2026-03-10T14:00:00+09:00'))
    .when(changed('2026-03-06T16:00:00+09:00', '2026-03-05 09:00'))
    .then({ running: ['thanks@passed until 2026-03-05 09:00'] });
});

test('a birthday waited for is the next one, and on 28 February in years without a 29th', () => {
  const scenario = (date: DatePath) =>
    transactional({
      trigger: { on: 'CustomerRegistered', oncePer: 'ever' },
      steps: [{ id: 'day', kind: 'wait', date, at: '09:00' }, send('thanks')],
    });
  const born = (birthday: string) => registered(monday, { customer: { birthday } });
  const store = storeWith([scenario('customer.birthday')]);
  store
    .given()
    .when(born('1990-05-01'))
    .then({ armed: ['2026-05-01 09:00'] });
  store
    .given()
    .when(born('1990-03-01'))
    .then({ armed: ['2027-03-01 09:00'] });
  store
    .given()
    .when(born('1992-02-29'))
    .then({ armed: ['2027-02-28 09:00'] });
});

test('an event waited for leads on at once, and in its place the end of the time leads elsewhere', () => {
  const scenario = transactional({
    steps: [
      {
        id: 'answer',
        kind: 'wait',
        event: { on: 'SurveyAnswered' },
        atMost: days(3),
        then: 'send-thanks',
        else: 'end',
      },
      send('thanks'),
      exit('end'),
    ],
  });
  const waiting = storeWith([scenario])
    .given()
    .when(placed('o-1', monday))
    .then({ armed: ['2026-03-05 12:30'] });
  const answered = event('SurveyAnswered', '2026-03-03 08:00', { survey: { id: 'early' } });
  waiting
    .when(answered)
    .then({
      because: 're-timed',
      running: ['thanks@send-thanks until 2026-03-03 08:00'],
      armed: ['2026-03-03 08:00'],
    })
    .when(timer('thanks'))
    .then({ sent: ['thanks'] });
  waiting.when(timer('thanks')).then({ sent: [], ended: ['thanks: exit-step'] });
  waiting
    .when(event('SurveyAnswered', '2026-03-02 12:00', { survey: { id: 'early' } }))
    .then({ running: ['thanks@answer until 2026-03-05 12:30'] });
});
