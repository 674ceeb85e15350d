import { expect, test } from 'vitest';
import { minutes } from '../../../shared/core/values/duration.ts';
import { cancelled, orderEvent, placed, registered, returned } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { afterParcel, marketing, send, transactional, waitFor, waitUntil } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const goal = { on: 'OrderPlaced', within: { days: 90 } } as const;
const quick = [waitFor('moment', minutes(1)), send('a')];

test('an event never meets the goal of the story it began', () => {
  storeWith([marketing({ goal })])
    .given()
    .when(placed('o-1', monday))
    .then({ because: 'entered', ended: [] });
});

test('a new order meets the goal of the running story and begins its own: nobody has two stories', () => {
  storeWith([afterParcel])
    .given(placed('o-1', monday))
    .when(placed('o-2', '2026-03-10 12:30'))
    .then({
      because: 'goal-met, entered',
      ended: ['letters: goal-met'],
      running: ['letters@week until 2026-03-22 10:00'],
    });
});

test('three orders in a week end as one story', () => {
  storeWith([afterParcel])
    .given(placed('o-1', monday), placed('o-2', '2026-03-04 12:30'))
    .when(placed('o-3', '2026-03-06 12:30'))
    .then({ running: ['letters@week until 2026-03-18 10:00'] });
});

test('an older order that comes late neither meets the goal nor begins a second story', () => {
  storeWith([afterParcel])
    .given(placed('o-2', monday))
    .when(late(placed('o-1', '2026-03-01 12:30'), '2026-03-02 13:00'))
    .then({ because: 'older-than-running', running: ['letters@week until 2026-03-14 10:00'] });
});

test('a goal is met to the last moment of its window and not after', () => {
  const slow = marketing({ goal, steps: [waitFor('long', { days: 200 }), send('a')] });
  const history = storeWith([slow]).given(placed('o-1', monday));
  history.when(placed('o-2', '2026-05-31 12:30')).then({ because: 'goal-met, entered' });
  history.when(placed('o-2', '2026-05-31 12:31')).then({ because: 'restarted' });
});

test('a goal is met after the last step too, once, while its window is open', () => {
  const history = storeWith([marketing({ goal, steps: quick })]).given(
    placed('o-1', monday),
    timer('letters'),
    registered('2026-03-10 09:00'),
  );
  history.when(placed('o-2', '2026-07-02 12:30')).then({ because: 'entered' });
  history
    .when(placed('o-2', '2026-04-02 12:30'))
    .then({ because: 'goal-met, entered' })
    .when(timer('letters'))
    .then({ because: 'completed' })
    .when(placed('o-3', '2026-04-04 12:30'))
    .then({ because: 'goal-met, entered' });
});

test('a goal met within a day of the last step counts for the run that is still whole', () => {
  storeWith([marketing({ goal, steps: quick })])
    .given(placed('o-1', monday), timer('letters'))
    .when(placed('o-2', '2026-03-02 20:00'))
    .then({ because: 'goal-met, entered', ended: ['letters: goal-met'] });
});

test('a story that was left by a rule meets no goal later', () => {
  storeWith([afterParcel])
    .given(placed('o-1', monday), returned('o-1', '2026-03-05 10:00'))
    .when(placed('o-2', '2026-03-06 09:00'))
    .then({ because: 'entered', ended: ['letters: exit-rule'] });
});

test('a story that was left by a rule meets no goal later, though its memory stays for oncePer', () => {
  const once = marketing({ goal, exitOn: ['OrderReturned'], trigger: { oncePer: 'ever' } });
  const { customer } = storeWith([once])
    .given(placed('o-1', monday), returned('o-1', '2026-03-05 10:00'), registered('2026-03-20 10:00'))
    .when(placed('o-2', '2026-03-21 10:00'))
    .then({ because: 'already-entered' });
  expect(customer.ended).toMatchObject([{ because: 'exit-rule' }]);
});

test('a goal with a filter asks the event that comes', () => {
  const bigger = marketing({ goal: { ...goal, filter: { the: 'event.order.total', moreThan: 9000 } } });
  const history = storeWith([bigger]).given(placed('o-1', monday));
  history.when(placed('o-2', '2026-03-03 12:30', { order: { total: 9000 } })).then({ because: 'restarted' });
  history
    .when(placed('o-2', '2026-03-03 12:30', { order: { total: 9001 } }))
    .then({ because: 'goal-met, entered' });
});

test.each([returned, cancelled])('an exit rule ends the story at once, in the middle of a wait', (ending) => {
  storeWith([afterParcel])
    .given(placed('o-1', monday))
    .when(ending('o-1', '2026-03-05 10:00'))
    .then({ because: 'exit-rule', running: [], ended: ['letters: exit-rule'], armed: [] });
});

test('a return of order A never ends the story of order B', () => {
  storeWith([afterParcel])
    .given(placed('A', monday), placed('B', '2026-03-04 12:30'))
    .when(returned('A', '2026-03-05 10:00'))
    .then({ because: 'applied', running: ['letters@week until 2026-03-16 10:00'] });
});

test('a rule about any of her orders may be asked for', () => {
  const anyReturn = marketing({ exitOn: [{ on: 'OrderReturned', same: 'customer' }] });
  storeWith([anyReturn])
    .given(placed('A', monday))
    .when(returned('Z', '2026-03-05 10:00'))
    .then({ because: 'exit-rule' });
});

test('an exit rule with a filter lets the story go on where the filter is not met', () => {
  const small = marketing({
    exitOn: [{ on: 'OrderRefunded', filter: { the: 'event.order.total', lessThan: 100 } }],
  });
  const history = storeWith([small]).given(placed('A', monday));
  const refund = (total: number) =>
    orderEvent('OrderRefunded', 'A', '2026-03-05 10:00', { order: { total }, refund: { amount: 10 } });
  history.when(refund(100)).then({ because: 'applied' });
  history.when(refund(99)).then({ because: 'exit-rule' });
});

test('an exit goes before a goal where one event is both', () => {
  const both = marketing({ goal, exitOn: ['OrderPlaced'], trigger: { whileRunning: 'ignore' } });
  storeWith([both])
    .given(placed('o-1', monday))
    .when(placed('o-2', '2026-03-03 12:30'))
    .then({ because: 'exit-rule, entered' });
});

test('a held message is not sent once the story has ended', () => {
  const { customer } = storeWith([afterParcel]).given(
    placed('o-1', monday),
    timer('letters', '2026-03-14 22:00'),
    returned('o-1', '2026-03-14 23:00'),
  );
  expect(customer.enrolments).toMatchObject([{ held: undefined, ended: { because: 'exit-rule' } }]);
});

test('a transactional story without a goal is ended by its own cancellation alone', () => {
  const slow = transactional({
    exitOn: ['OrderCancelled'],
    steps: [waitUntil('eve', 0, 'order', '18:00'), send('thanks')],
  });
  const history = storeWith([slow]).given(placed('A', monday), placed('B', '2026-03-02 13:00'));
  history.when(cancelled('B', '2026-03-02 14:00')).then({ running: ['thanks@eve until 2026-03-02 18:00'] });
});
