/** Words of the engine: a command, an occurrence of a schedule, a store's event about many. */
import { expect, test } from 'vitest';
import type { Segment } from '../../../shared/core/language/segment.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { placed, registered } from '../../support/events.ts';
import { storeWith, timer, word } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const tuesday = '2026-03-03 12:30';
const steps = [waitFor('moment', minutes(1)), send('a')];
const invited = (whileRunning: 'ignore' | 'parallel' = 'parallel') =>
  marketing({ id: 'invited', trigger: { command: true, oncePer: 'ever', whileRunning }, steps });

test('a command lets in, and a repeat of it changes nothing but arms again', () => {
  const store = storeWith([invited()]);
  const history = store.given(registered(monday)).when(word('invited', 'k-1', monday));
  history.then({ because: 'entered', running: ['invited@moment until 2026-03-02 12:31'] });
  const again = store.from(history.customer).when(word('invited', 'k-1', monday));
  again.then({ because: 'already-entered', armed: ['2026-03-02 12:31'] });
  expect(again.customer).toBe(history.customer);
});

test('a repeat lets nobody in a second time, though the story is over and would let in again', () => {
  const daily = marketing({
    id: 'daily-word',
    trigger: { command: true, oncePer: { every: minutes(1) }, whileRunning: 'parallel' },
    steps,
  });
  const history = storeWith([daily]).given(
    registered(monday),
    word('daily-word', 'k-1', monday),
    timer('daily-word'),
    registered('2026-03-04 13:00', { eventId: 'later' }),
  );
  expect(history.customer.enrolments).toEqual([]);
  history
    .when(word('daily-word', 'k-1', monday, { at: '2026-03-04 14:00' }))
    .then({ because: 'already-entered' });
  history.when(word('daily-word', 'k-2', '2026-03-04 14:00')).then({ because: 'entered' });
});

test('a word that is no longer fresh lets nobody in', () => {
  storeWith([invited()])
    .given(registered(monday))
    .when(word('invited', 'k-1', monday, { at: '2026-03-05 12:31' }))
    .then({ because: 'too-late' });
});

test('a word for a scenario that nobody knows changes nothing', () => {
  const history = storeWith([invited()]).given(registered(monday));
  expect(history.when(word('unknown', 'k-1', monday)).customer).toBe(history.customer);
});

test('an event of the store about many brings its fields, and lets each sale in once', () => {
  const sale = marketing({
    id: 'sale',
    trigger: {
      on: 'SaleAnnounced',
      oncePer: { key: 'sale.id' },
      whileRunning: 'parallel',
      filter: { the: 'event.extra.kind', is: 'summer' },
    },
    steps,
  });
  const announced = (key: string, id: string, kind: string) =>
    word('sale', key, monday, { event: { sale: { id }, kind } });
  const store = storeWith([sale]);
  const history = store.given(registered(monday), announced('e-1', 's-1', 'summer'));
  expect(history.customer.enrolments).toMatchObject([{ key: 's-1', about: 'sale:s-1' }]);
  history.when(announced('e-2', 's-1', 'summer')).then({ because: 'already-entered' });
  history.when(announced('e-3', 's-2', 'summer')).then({ because: 'entered' });
  history.when(announced('e-4', 's-3', 'winter')).then({ because: 'filter-not-met' });
});

test('a schedule lets in only who belongs to its segment when the word comes', () => {
  const segments: readonly Segment[] = [
    { name: 'buyer', means: 'Has bought.', is: { the: 'customer.lifecycle.orders', atLeast: 1 } },
  ];
  const trigger = {
    schedule: { on: '2026-03-03' },
    at: '10:00',
    segment: 'buyer' as never,
    oncePer: 'ever',
    whileRunning: 'ignore',
  } as const;
  const store = storeWith([marketing({ id: 'season', trigger, steps })], { segments });
  const call = word('season', '2026-03-03', tuesday);
  store.given(registered(monday)).when(call).then({ because: 'not-in-limit' });
  store.given(placed('o-1', monday)).when(call).then({ because: 'entered' });
});

test('a later word restarts a story that restarts, an older one does nothing', () => {
  const asked = marketing({
    id: 'invited',
    trigger: { command: true, oncePer: { every: minutes(1) }, whileRunning: 'restart' },
    steps,
  });
  const store = storeWith([asked]);
  const history = store.given(registered(monday), word('invited', 'k-1', tuesday));
  history.when(word('invited', 'k-0', monday, { at: tuesday })).then({ because: 'older-than-running' });
  history.when(word('invited', 'k-2', '2026-03-03 12:31')).then({ because: 'restarted' });
});
