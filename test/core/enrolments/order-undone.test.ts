import { expect, test } from 'vitest';
import { calendar } from '../../support/calendar.ts';
import { delivered, orderEvent, placed, returned } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor, waitUntil } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const story = marketing({ steps: [waitUntil('week', 7, 'arrived'), send('a')] });
const store = storeWith([story]);
const failed = (when: string) => orderEvent('DeliveryFailed', 'o-1', when);

test('a story ends with its order, though its scenario names no exit', () => {
  store
    .given(placed('o-1', monday))
    .when(orderEvent('OrderRefunded', 'o-1', '2026-03-04 10:00'))
    .then({ because: 'order-undone', ended: ['letters: order-undone'] });
});

test('nobody is let in for an order that came to nothing before it was told of', () => {
  store
    .given(returned('o-1', '2026-03-03 10:00'))
    .when(late(placed('o-1', monday), '2026-03-03 11:00'))
    .then({ because: 'order-ended-before', running: [] });
});

test('a story about the trouble itself goes on, and so does order mail', () => {
  const steps = [waitFor('day', { days: 1 }), send('b')];
  const afterReturn = marketing({ trigger: { on: 'OrderReturned' }, steps });
  storeWith([afterReturn])
    .given(placed('o-1', monday))
    .when(returned('o-1', '2026-03-04 10:00'))
    .then({ because: 'entered' });
  const mail = transactional({ steps: [waitFor('day', { days: 1 }), send('thanks')] });
  storeWith([mail])
    .given(placed('o-1', monday))
    .when(returned('o-1', '2026-03-02 13:00'))
    .then({ ended: [] });
});

test('a failed delivery lets a story wait, and the delivery times it anew', () => {
  store
    .given(placed('o-1', monday))
    .when(failed('2026-03-04 10:00'))
    .then({ because: 're-timed', running: ['letters@week until 2026-05-04 10:00'] })
    .when(delivered('o-1', '2026-03-20 10:00'))
    .then({ because: 're-timed', running: ['letters@week until 2026-03-27 10:00'] });
});

test('of a parcel of which nothing is heard for 60 days no story comes', () => {
  const lost = store.given(placed('o-1', monday), failed('2026-03-04 10:00'));
  expect(calendar(store, lost.customer)).toEqual([]);
  expect(lost.when(timer('letters')).outcome.ended).toEqual(['letters: never-arrived']);
});

test('of an order that is never paid the story ends when its deadline and three days are over', () => {
  const unpaid = store.given(placed('o-1', monday, { payment: { deadline: '2026-03-07' } }));
  expect(unpaid.running('letters').due.toString()).toBe('2026-03-12T01:00:00Z');
  expect(unpaid.when(timer('letters')).outcome.ended).toEqual(['letters: order-undone']);
});
