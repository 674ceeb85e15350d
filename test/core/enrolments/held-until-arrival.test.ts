import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { delivered, orderEvent, placed, shipped, updated } from '../../support/events.ts';
import { type Input, late, storeWith, timer } from '../../support/given.ts';
import { branch, exit, marketing, send, transactional, waitFor, waitUntil } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const paused = { paused: { all: true, marketing: false, scenarios: [] } };
const week = [waitUntil('week', 7, 'arrived'), send('a')];
const delayed = (when: string, expectedAt?: string) =>
  orderEvent('OrderDelayed', 'o-1', when, { shipment: { id: 's-1', expectedAt } });

type Steps = Scenario['steps'];

/** Its wait is over at ten on Saturday the 14th, and it is held since. */
function heldOn(steps: Steps, ...history: readonly Input[]) {
  const scenario = marketing({ steps });
  const held = storeWith([scenario], { brakes: paused }).given(...history, timer('letters'));
  return storeWith([scenario]).from(held.customer);
}

describe('a message that is held asks again whether the order is there', () => {
  test('and waits on where a delay was told meanwhile', () => {
    const open = heldOn(week, placed('o-1', monday));
    open
      .when(late(delayed('2026-03-13 09:00', '2026-03-20'), '2026-03-14 10:30'))
      .then({})
      .when(timer('letters', '2026-03-14 11:00'))
      .then({ because: 'waiting', sent: [], running: ['letters@send-a until 2026-03-27 10:00'] })
      .when(timer('letters', '2026-03-27 10:00'))
      .then({ sent: ['a'] });
  });

  test('and goes where nothing has changed, though its expiry counts from when it was first due', () => {
    const open = heldOn(week, placed('o-1', monday));
    open.when(timer('letters', '2026-03-14 11:00')).then({ sent: ['a'] });
    open.when(timer('letters', '2026-03-15 10:30')).then({ skipped: ['a: too-late'] });
  });

  test('and goes where the parcel has come sooner than was supposed', () => {
    const open = heldOn(week, placed('o-1', monday), shipped('o-1', '2026-03-05 12:30'));
    open
      .when(late(delivered('o-1', '2026-03-05 18:00'), '2026-03-14 10:30'))
      .then({})
      .when(timer('letters', '2026-03-14 11:00'))
      .then({ sent: ['a'] });
  });

  test('a parcel that could not be handed over lets it wait until that has come, and no longer than sixty days', () => {
    const failed = orderEvent('DeliveryFailed', 'o-1', '2026-03-13 19:00');
    const open = heldOn(week, placed('o-1', monday));
    const waiting = open
      .when(late(failed, '2026-03-14 10:30'))
      .then({})
      .when(timer('letters', '2026-03-14 11:00'))
      .then({ because: 'waiting', sent: [] });
    waiting
      .when(delivered('o-1', '2026-03-20 18:00'))
      .then({ because: 're-timed', running: ['letters@send-a until 2026-03-27 10:00'] })
      .when(timer('letters'))
      .then({ sent: ['a'] });
    waiting.when(timer('letters')).then({ sent: [], ended: ['letters: never-arrived'] });
  });

  test('an order that has come to nothing ends it, whatever is known of its parcel', () => {
    const open = heldOn(week, placed('o-1', monday));
    open
      .when(late(delayed('2026-03-13 09:00'), '2026-03-14 10:30'))
      .then({})
      .when(orderEvent('OrderCancelled', 'o-1', '2026-03-14 10:40'))
      .then({ ended: ['letters: order-undone'] });
  });

  test('a fact of another order moves nothing while it waits', () => {
    const open = heldOn(week, placed('o-1', monday));
    const waiting = open
      .when(late(delayed('2026-03-13 09:00', '2026-03-20'), '2026-03-14 10:30'))
      .then({})
      .when(timer('letters', '2026-03-14 11:00'))
      .then({});
    waiting.when(shipped('o-2', '2026-03-15 10:00')).then({ armed: [] });
    waiting
      .when(updated('2026-03-15 09:00', { timeZone: 'America/New_York' }))
      .then({ armed: ['2026-03-26 10:00'] });
  });
});

describe('what is supposed is what lies on every way to the message', () => {
  const late20 = late(delayed('2026-03-13 09:00', '2026-03-20'), '2026-03-14 10:30');
  const held = (steps: Steps, ...history: readonly Input[]) =>
    heldOn(steps, placed('o-1', monday), ...history)
      .when(late20)
      .then({})
      .when(timer('letters', '2026-03-14 11:00')).outcome;

  test('past a question', () => {
    const isBig = { the: 'customer.lifecycle.orders', atLeast: 1 } as const;
    const steps = [
      waitUntil('week', 7, 'arrived'),
      branch('big', isBig, 'send-a', 'end'),
      exit('end'),
      send('a'),
    ];
    expect(held(steps)).toMatchObject({ sent: [], running: ['letters@send-a until 2026-03-27 10:00'] });
  });

  test('not where a way leads round the wait', () => {
    const isNew = { the: 'customer.lifecycle.orders', atLeast: 9 } as const;
    const steps = [branch('old', isNew, 'send-a', 'week'), waitUntil('week', 7, 'arrived'), send('a')];
    expect(held(steps)).toMatchObject({ sent: ['a'] });
  });

  test('the latest of several waits', () => {
    const steps = [waitUntil('day', 1, 'arrived'), waitUntil('week', 7, 'arrived'), send('a')];
    expect(held(steps, timer('letters'))).toMatchObject({
      sent: [],
      running: ['letters@send-a until 2026-03-27 10:00'],
    });
  });

  test('a message some days after another that supposed it asks too, held or not', () => {
    const steps = [...week, waitFor('more', { days: 3 }), send('b')];
    storeWith([marketing({ steps })])
      .given(placed('o-1', monday), timer('letters'))
      .when(late(delayed('2026-03-13 09:00', '2026-03-20'), '2026-03-15 10:30'))
      .then({ running: ['letters@more until 2026-03-17 10:00'] })
      .when(timer('letters'))
      .then({ sent: [], running: ['letters@send-b until 2026-03-27 10:00'] });
  });

  test('order mail asks as well', () => {
    const mail = transactional({ steps: [waitUntil('week', 7, 'arrived'), send('thanks')] });
    const held = storeWith([mail], { brakes: paused }).given(placed('o-1', monday), timer('thanks'));
    storeWith([mail])
      .from(held.customer)
      .when(late20)
      .then({})
      .when(timer('thanks', '2026-03-14 11:00'))
      .then({ sent: [], running: ['thanks@send-thanks until 2026-03-27 10:00'] });
  });
});
