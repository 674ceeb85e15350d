import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Brakes } from '../../../shared/core/record/brakes.ts';
import { consent, placed, registered } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { branch, exit, marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const moment = (wall: string) => Temporal.Instant.from(`${wall.replace(' ', 'T')}+09:00`);
const monday = '2026-03-02 12:30';
const scenario = marketing({
  steps: [waitFor('day', { days: 1 }), send('a'), waitFor('more', { days: 1 }), send('b')],
});
const notice = transactional({ steps: [waitFor('day', { days: 1 }), send('thanks')] });
const paused = { all: false, marketing: false, scenarios: [] as string[] };

test.each([
  ['all', { ...paused, all: true }, true],
  ['marketing', { ...paused, marketing: true }, false],
  ['one scenario', { ...paused, scenarios: ['letters', 'thanks'] }, true],
] as const)('a pause of %s holds its messages and asks again in an hour', (_, brakes, transactionalToo) => {
  const store = storeWith([scenario, notice], { brakes: { paused: brakes } });
  const history = store.given(placed('o-1', monday));
  history.when(timer('letters')).then({ because: 'paused', sent: [], armed: ['2026-03-03 13:30'] });
  expect(history.when(timer('thanks')).outcome.sent).toEqual(transactionalToo ? [] : ['thanks']);
});

test('a pause that ends within the hour holds until then, and one that has ended holds nothing', () => {
  const by = (until: string) => ({
    paused: { ...paused, all: true },
    pauses: {
      all: { by: 'hana', because: 'x', since: moment('2026-03-02 09:00'), until: moment(until) },
    },
  });
  const at = (until: string) => storeWith([notice], { brakes: by(until) }).given(placed('o-1', monday));
  at('2026-03-03 12:50')
    .when(timer('thanks'))
    .then({ because: 'paused', armed: ['2026-03-03 12:50'] });
  at('2026-03-03 18:00')
    .when(timer('thanks'))
    .then({ because: 'paused', armed: ['2026-03-03 13:30'] });
  expect(at('2026-03-03 12:30').when(timer('thanks')).outcome.sent).toEqual(['thanks']);
});

test('a pause of order mail ends by itself too, and what the breaker paused does not', () => {
  const until = moment('2026-03-03 12:00');
  const pauses = { transactional: { by: 'hana', because: 'x', since: moment('2026-03-02 09:00'), until } };
  const ended = { paused: { ...paused, transactional: true }, pauses };
  const at = (brakes: Brakes) => storeWith([notice], { brakes }).given(placed('o-1', monday));
  expect(at(ended).when(timer('thanks')).outcome.sent).toEqual(['thanks']);
  const trip = { because: 'bounces', percent: 9, sent: 90, at: moment('2026-03-02 10:00') } as const;
  at({ ...ended, others: { transactional: { breaker: trip } } })
    .when(timer('thanks'))
    .then({ because: 'paused', armed: ['2026-03-03 13:30'] });
});

test('a pause of another scenario holds nothing', () => {
  storeWith([scenario], { brakes: { paused: { ...paused, scenarios: ['letter'] } } })
    .given(placed('o-1', monday))
    .when(timer('letters'))
    .then({ sent: ['a'] });
});

test('quiet hours hold marketing to their end, on both sides of midnight', () => {
  const store = storeWith([scenario]);
  const evening = store.given(placed('o-1', '2026-03-02 22:15'));
  evening.when(timer('letters')).then({ because: 'quiet-hours', armed: ['2026-03-04 08:00'] });
  const night = store.given(placed('o-1', '2026-03-02 03:15'));
  night.when(timer('letters')).then({ because: 'quiet-hours', armed: ['2026-03-03 08:00'] });
  store
    .given(placed('o-1', '2026-03-02 20:59'))
    .when(timer('letters'))
    .then({ sent: ['a'] });
  store
    .given(placed('o-1', '2026-03-02 08:00'))
    .when(timer('letters'))
    .then({ sent: ['a'] });
  store.given(placed('o-1', '2026-03-02 21:00')).when(timer('letters')).then({ because: 'quiet-hours' });
  store.given(placed('o-1', '2026-03-02 07:59')).when(timer('letters')).then({ because: 'quiet-hours' });
});

test('quiet hours are those of her own wall', () => {
  storeWith([scenario])
    .given(placed('o-1', monday, { customer: { timeZone: 'America/New_York' } }))
    .when(timer('letters'))
    .then({ because: 'quiet-hours', armed: ['2026-03-03 08:00'] });
});

test('an order’s own mail knows no quiet hours and no caps', () => {
  const store = storeWith([notice], { settings: { caps: [{ max: 1, days: 14 }] } });
  const history = store.given(
    placed('o-1', '2026-03-02 23:30'),
    timer('thanks'),
    placed('o-2', '2026-03-03 23:30'),
  );
  history.when(timer('thanks')).then({ sent: ['thanks'] });
});

test('no quiet hours may be set', () => {
  storeWith([scenario], { settings: { quietHours: null } })
    .given(placed('o-1', '2026-03-02 23:30'))
    .when(timer('letters'))
    .then({ sent: ['a'] });
});

const other = marketing({
  id: 'other',
  trigger: { on: 'CustomerRegistered', oncePer: 'ever' },
  steps: [waitFor('day', { days: 1 }), send('c')],
});

test('a second marketing message of one day is held to the next day’s default hour, then goes', () => {
  storeWith([scenario, other])
    .given(placed('o-1', monday), registered('2026-03-02 15:00'), timer('letters'))
    .when(timer('other'))
    .then({ because: 'cap-reached', armed: ['2026-03-04 10:00'] })
    .when(timer('other'))
    .then({ sent: ['c'] });
});

test('a cap over days holds until its oldest message has left it, if the message lives so long', () => {
  const daily = marketing({
    steps: [
      waitFor('day', { days: 1 }),
      send('b', { expiry: { days: 9 } }),
      branch('again', { the: 'customer.locale', is: 'fr' }, 'end', 'day'),
      exit('end'),
    ],
  });
  storeWith([daily])
    .given(placed('o-1', monday), timer('letters'), timer('letters'), timer('letters'))
    .when(timer('letters'))
    .then({ because: 'cap-reached', armed: ['2026-03-10 10:00'] });
});

test('what would wait beyond its expiry never goes, for the reason it would wait for', () => {
  const brief = marketing({
    steps: [
      waitFor('day', { days: 1 }),
      send('a', { expiry: { hours: 3 } }),
      waitFor('more', { hours: 20 }),
      send('b'),
    ],
  });
  storeWith([brief])
    .given(placed('o-1', '2026-03-02 22:15'))
    .when(timer('letters'))
    .then({ skipped: ['a: quiet-hours'], running: ['letters@more until 2026-03-04 18:15'] });
});

test('skipped messages count for no cap', () => {
  storeWith([scenario, other], { settings: { caps: [{ max: 1, days: 7 }] } })
    .given(
      placed('o-1', monday, { customer: { acceptsMarketing: undefined } }),
      timer('letters'),
      consent('2026-03-03 13:00', true),
      registered('2026-03-02 15:00'),
    )
    .when(timer('other'))
    .then({ sent: ['c'] });
});

test('what follows a held message is counted from the moment it went', () => {
  storeWith([scenario])
    .given(placed('o-1', '2026-03-02 22:15'), timer('letters'))
    .when(timer('letters'))
    .then({ sent: ['a'], running: ['letters@more until 2026-03-05 08:00'] });
});

test('a message after one that could not wait is not taken for held itself', () => {
  const steps = [
    waitFor('day', { days: 1 }),
    send('a', { expiry: { hours: 3 } }),
    waitFor('more', { hours: 8 }),
    send('b'),
    waitFor('last', { days: 1 }),
    send('c'),
  ];
  storeWith([marketing({ steps })])
    .given(placed('o-1', '2026-03-02 22:15'), timer('letters'))
    .when(timer('letters', '2026-03-04 09:00'))
    .then({ sent: ['b'], running: ['letters@last until 2026-03-05 06:15'] });
});
