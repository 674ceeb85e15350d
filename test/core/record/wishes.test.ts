/** How often she wants to hear from the store, in her own words. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Send } from '../../../shared/core/language/steps.ts';
import { laterWishes } from '../../../shared/core/record/wishes.ts';
import { at, consent, event, placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const loose = { settings: { quietHours: null, hoursApart: 0, caps: [] } } as const;
const scenario = (id: string, hours: number, parts: Partial<Send> = {}): Scenario =>
  marketing({ id, steps: [waitFor('wait', { hours }), send('b', { expiry: { days: 9 }, ...parts })] });
const wishing = (when: string, wishes: Record<string, string>) => event('CustomerUpdated', when, { wishes });

test('who wants one mail a week gets one in seven days', () => {
  const store = storeWith([scenario('one', 1), scenario('two', 2)], loose);
  const history = store.given(placed('o-1', monday), wishing(monday, { frequency: 'weekly' }), timer('one'));
  history.when(timer('two')).then({ because: 'cap-reached', armed: ['2026-03-09 10:00'] });
  const often = store.given(placed('o-1', monday), wishing(monday, { frequency: 'all' }), timer('one'));
  often.when(timer('two')).then({ sent: ['b'] });
});

test('a course she asked for by name is not of the one a week', () => {
  const store = storeWith([scenario('one', 1), scenario('two', 2, { topic: 'course' })], loose);
  const asked = consent('2026-03-02 12:31', true, ['course']);
  store
    .given(placed('o-1', monday), asked, wishing(monday, { frequency: 'weekly' }), timer('one'))
    .when(timer('two'))
    .then({ sent: ['b'] });
});

test('a pause holds marketing until it is over, and never beyond the message’s expiry', () => {
  const store = storeWith([scenario('one', 1), scenario('two', 1, { expiry: { days: 2 } })], loose);
  const history = store.given(
    placed('o-1', monday),
    wishing(monday, { pausedUntil: '2026-03-07T00:00:00+09:00' }),
  );
  history.when(timer('one')).then({ because: 'resting', armed: ['2026-03-07 00:00'] });
  history.when(timer('two')).then({ skipped: ['b: too-late'], armed: [] });
});

test('a pause holds no transactional message', () => {
  const parcel = transactional({ id: 'one', steps: [waitFor('wait', { hours: 1 }), send('thanks')] });
  storeWith([parcel], loose)
    .given(placed('o-1', monday), wishing(monday, { pausedUntil: '2026-03-07T00:00:00+09:00' }))
    .when(timer('one'))
    .then({ sent: ['thanks'] });
});

test('the last word in time replaces the one before as a whole, in whichever order they come', () => {
  const first = wishing('2026-03-02 10:00', { frequency: 'weekly', pausedUntil: '2026-03-09T00:00:00Z' });
  const last = wishing('2026-03-03 10:00', { frequency: 'all' });
  const told = { frequency: 'all', pausedUntil: undefined, asOf: at('2026-03-03 10:00') };
  for (const words of [
    [first, last],
    [last, first],
  ]) {
    expect(storeWith([]).given(...words).customer.wishes).toEqual(told);
  }
});

test('a word that cannot be read says nothing, and a pause ends after a year', () => {
  const of = (wishes: Record<string, string>) => storeWith([]).given(wishing(monday, wishes)).customer.wishes;
  expect(of({ frequency: 'hourly' })).toBeUndefined();
  expect(of({ pausedUntil: 'next week' })?.pausedUntil).toBeUndefined();
  expect(of({ pausedUntil: '2999-01-01T00:00:00Z' })?.pausedUntil).toEqual(at('2027-03-03 12:30'));
});

test('of two records of one person the later wishes stay', () => {
  const [early, late] = [1, 2].map((n) => ({ frequency: 'all' as const, asOf: at(`2026-03-0${n} 10:00`) }));
  expect([laterWishes(early, late), laterWishes(late, early), laterWishes(undefined, early)]).toEqual([
    late,
    late,
    early,
  ]);
});
