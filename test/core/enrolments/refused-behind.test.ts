/** Two messages of a run that are under way at once: the refusal of the second never leaps over the first. */
import { expect, test } from 'vitest';
import { placed } from '../../support/events.ts';
import { refused, storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const at = '2026-03-02 12:30';
const two = transactional({
  steps: [
    send('thanks', { id: 'send-a' }),
    send('thanks', { id: 'send-b' }),
    waitFor('day', { days: 1 }),
    send('thanks', { id: 'send-c' }),
  ],
});
const bothClaimed = [placed('o-1', at), timer('thanks', at), timer('thanks', '2026-03-02 12:31')] as const;
const refusedFirst = (because: 'daily-quota' | 'throttled') =>
  refused('thanks', because, '2026-03-02 12:32', 'send-a');
const refusedSecond = (because: 'daily-quota' | 'throttled') =>
  refused('thanks', because, '2026-03-02 12:33', 'send-b');

test.each(['daily-quota', 'throttled'] as const)(
  'where %s refuses the first and then the second, the first is tried again, and the second after it',
  (because) => {
    const store = storeWith([two]).given(...bothClaimed, refusedFirst(because));
    const waits = because === 'throttled' ? '2026-03-02 12:33' : '2026-03-02 13:32';
    const back = store.when(refusedSecond(because)).then({
      because,
      running: [`thanks@send-a until ${waits} (${because})`],
    });
    expect(back.customer.sends).toEqual([]);
    back
      .when(timer('thanks'))
      .then({ sent: ['thanks'] })
      .when(timer('thanks'))
      .then({ sent: ['thanks'] });
  },
);

test('where the second is refused before the first, both are tried again in their order', () => {
  storeWith([two])
    .given(...bothClaimed, refused('thanks', 'throttled', '2026-03-02 12:32', 'send-b'))
    .when(refused('thanks', 'throttled', '2026-03-02 12:33', 'send-a'))
    .then({ running: ['thanks@send-a until 2026-03-02 12:34 (throttled)'] })
    .when(timer('thanks'))
    .then({ sent: ['thanks'] })
    .when(timer('thanks'))
    .then({ sent: ['thanks'] });
});

test('where only the first is refused, the second goes no second time', () => {
  storeWith([two])
    .given(...bothClaimed, refusedFirst('throttled'), timer('thanks'))
    .when(timer('thanks'))
    .then({ sent: [], running: ['thanks@day until 2026-03-03 12:33'] });
});

test('a message that waits behind it for its hour does not hide that it was refused', () => {
  const night = marketing({ steps: [send('a'), send('b')] });
  storeWith([night])
    .given(placed('o-1', '2026-03-02 20:58'), timer('letters', '2026-03-02 20:59'))
    .when(refused('letters', 'throttled', '2026-03-02 20:59'))
    .then({ running: ['letters@send-a until 2026-03-02 21:00 (throttled)'] });
});
