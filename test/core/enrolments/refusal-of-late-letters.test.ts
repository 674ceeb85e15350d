/** A letter that was held moves its story once, however often the mail service gives it back. */
import { test } from 'vitest';
import { placed } from '../../support/events.ts';
import { refused, storeWith, timer } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

const letters = marketing({
  steps: [
    waitFor('hours', { hours: 2 }),
    send('a', { patience: { days: 3 } }),
    { id: 'third-day', kind: 'wait', until: { day: 3, after: 'entry', at: '18:00' } },
    send('b'),
  ],
});
const first = marketing({ id: 'first', priority: 'cart', steps: [waitFor('hour', { hours: 1 }), send('c')] });
const store = storeWith([first, letters], { settings: { caps: [{ max: 1, days: 1 }], jitter_minutes: 0 } });
const held = [placed('o-1', '2026-03-02 09:00'), timer('first'), timer('letters')] as const;

test('a day late, it moves what follows by a day', () => {
  store
    .given(...held)
    .when(timer('letters'))
    .then({ sent: ['a'], running: ['letters@third-day until 2026-03-06 18:00'] });
});

test('given back and gone a minute later, it has moved it by a day, not by two', () => {
  store
    .given(...held, timer('letters'), refused('letters', 'throttled', '2026-03-03 10:01'))
    .when(timer('letters'))
    .then({ sent: ['a'], running: ['letters@third-day until 2026-03-06 18:00'] });
});

test('given back for an hour, the same', () => {
  store
    .given(...held, timer('letters'), refused('letters', 'daily-quota', '2026-03-03 10:01'))
    .when(timer('letters'))
    .then({ sent: ['a'], running: ['letters@third-day until 2026-03-06 18:00'] });
});
