import { expect, test } from 'vitest';
import { days } from '../../../shared/core/values/duration.ts';
import { cancelled, delivered, orderEvent, placed, returned } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { afterParcel, marketing, transactional } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';

test('whileRunning "ignore" keeps a second order out until the first story has ended', () => {
  const store = storeWith([marketing({ trigger: { whileRunning: 'ignore' } })]);
  const history = store.given(placed('o-1', monday));
  history.when(placed('o-2', '2026-03-03 12:30')).then({ because: 'already-running', armed: [] });
  store
    .given(placed('o-1', monday), timer('letters'))
    .when(placed('o-3', '2026-03-15 12:30'))
    .then({ because: 'entered' });
});

test('whileRunning "restart" ends the running story and begins anew', () => {
  storeWith([marketing()])
    .given(placed('o-1', monday))
    .when(placed('o-2', '2026-03-03 12:30'))
    .then({
      because: 'restarted',
      ended: ['letters: restarted'],
      running: ['letters@week until 2026-03-15 10:00'],
    });
});

test('whileRunning "restart" does nothing for an event older than the running one, or as old', () => {
  const store = storeWith([marketing()]);
  const history = store.given(placed('o-1', monday));
  const older = late(placed('o-0', '2026-03-01 12:30'), '2026-03-02 13:00');
  history
    .when(older)
    .then({ because: 'older-than-running', running: ['letters@week until 2026-03-14 10:00'] });
  history.when(placed('o-2', monday)).then({ because: 'older-than-running' });
});

test('whileRunning "restart" restarts nobody whom oncePer keeps out: "ever" is once in a life, also while that one runs', () => {
  const once = storeWith([marketing({ trigger: { oncePer: 'ever' } })]);
  once
    .given(placed('o-1', monday))
    .when(placed('o-2', '2026-03-03 12:30'))
    .then({ because: 'already-entered', running: ['letters@week until 2026-03-14 10:00'], ended: [] });
});

test('whileRunning "restart" restarts once the span of oncePer is over, and not before', () => {
  const weekly = storeWith([marketing({ trigger: { oncePer: { every: days(7) } } })]);
  const history = weekly.given(placed('o-1', monday));
  history.when(placed('o-2', '2026-03-09 12:29')).then({ because: 'already-entered' });
  history.when(placed('o-2', '2026-03-09 12:31')).then({ because: 'restarted' });
});

test('whileRunning "parallel" runs a story for each order', () => {
  storeWith([marketing({ trigger: { whileRunning: 'parallel' } })])
    .given(placed('o-1', monday))
    .when(placed('o-2', '2026-03-03 12:30'))
    .then({
      because: 'entered',
      running: ['letters@week until 2026-03-14 10:00', 'letters@week until 2026-03-15 10:00'],
    });
});

test('nobody is in more than 24 stories at once', () => {
  const orders = Array.from({ length: 24 }, (_, n) => placed(`o-${n}`, monday));
  const store = storeWith([marketing({ trigger: { whileRunning: 'parallel' } })]);
  const outcome = store
    .given(...orders)
    .when(placed('o-24', '2026-03-03 12:30'))
    .then({ because: 'too-many-at-once' });
  expect(outcome.customer.enrolments).toHaveLength(24);
});

test('an order cancelled before it was placed leaves a tombstone: nobody is thanked for it', () => {
  storeWith([transactional(), marketing()])
    .given(late(cancelled('o-1', '2026-03-02 12:35'), '2026-03-02 12:36'))
    .when(late(placed('o-1', monday), '2026-03-02 12:40'))
    .then({ because: 'order-ended-before, order-ended-before', armed: [] });
});

test('a cancellation of another order is no tombstone', () => {
  storeWith([transactional()])
    .given(cancelled('o-0', monday))
    .when(placed('o-1', monday))
    .then({ because: 'entered' });
});

test('an exit of the scenario that came before the order keeps its story from beginning', () => {
  storeWith([afterParcel])
    .given(returned('o-1', monday))
    .when(placed('o-1', monday))
    .then({ because: 'order-ended-before' });
});

test('a story that begins with a delivery and ends with the next order may begin', () => {
  const onboarding = marketing({ trigger: { on: 'OrderDelivered' }, exitOn: ['OrderPlaced'] });
  storeWith([onboarding])
    .given(placed('o-1', monday))
    .when(delivered('o-1', '2026-03-04 10:00'))
    .then({ because: 'entered' });
});

test('a refund of a cancelled order may begin a story of its own', () => {
  const refund = transactional({ trigger: { on: 'OrderRefunded' } });
  storeWith([refund])
    .given(placed('o-1', monday), cancelled('o-1', '2026-03-03 10:00'))
    .when(orderEvent('OrderRefunded', 'o-1', '2026-03-04 10:00'))
    .then({ because: 'entered' });
});
