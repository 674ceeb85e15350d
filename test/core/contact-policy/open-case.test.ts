/** A support case holds marketing, and lets it go on afterwards (CASES W14). */
import { expect, test } from 'vitest';
import { event, placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, waitUntil } from '../../support/scenarios.ts';

const story = marketing({
  steps: [waitUntil('five', 5, 'entry'), send('b'), waitUntil('nine', 9, 'entry'), send('c')],
});
const asks = (at: string) => event('HelpRequested', at, { help: { id: 'h-1' } });
const solved = (at: string) => event('HelpResolved', at, { help: { id: 'h-1' } });

test('letters wait while a case is open, and go on from the morning after it is closed, with their distance', () => {
  const store = storeWith([story], { settings: { caps: [] } });
  store
    .given(placed('o-1', '2026-03-02 09:00'), asks('2026-03-06 12:00'))
    .when(timer('letters'))
    .then({ because: 'case-open', armed: ['2026-04-05 12:00'] })
    .when(solved('2026-03-14 16:00'))
    .then({ because: 're-timed', armed: ['2026-03-15 10:00'] })
    .when(timer('letters'))
    .then({ sent: ['b'], running: ['letters@nine until 2026-03-19 10:00'] });
});

test('what a case that nobody closes has held for thirty days never goes', () => {
  storeWith([story], { settings: { caps: [] } })
    .given(placed('o-1', '2026-03-02 09:00'), asks('2026-03-06 12:00'), timer('letters'))
    .when(timer('letters'))
    .then({ skipped: ['b: case-open', 'c: too-late'] });
});

test('of two cases the later one holds, and one that is closed again lets go', () => {
  const other = (at: string) => event('HelpRequested', at, { help: { id: 'h-2' } });
  const closed = storeWith([story], { settings: { caps: [] } })
    .given(
      placed('o-1', '2026-03-02 09:00'),
      asks('2026-03-04 12:00'),
      other('2026-03-05 12:00'),
      timer('letters'),
    )
    .when(solved('2026-03-08 16:00'));
  expect(closed.outcome.running).toEqual(['letters@send-b until 2026-04-04 12:00 (case-open)']);
});

test('what a moment binds does not wait: it never goes', () => {
  const cart = marketing({
    priority: 'cart',
    steps: [waitUntil('five', 5, 'entry'), send('b')],
  });
  storeWith([cart])
    .given(placed('o-1', '2026-03-02 09:00'), asks('2026-03-06 12:00'))
    .when(timer('letters'))
    .then({ skipped: ['b: case-open'] });
});
