import { expect, test } from 'vitest';
import type { Step } from '../../../shared/core/language/steps.ts';
import { placed } from '../../support/events.ts';
import { refused, storeWith, timer } from '../../support/given.ts';
import { exit, marketing } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const series = (parts: object = {}): Step =>
  ({
    id: 'each',
    kind: 'series',
    template: 'daily',
    every: { days: 2 },
    at: '18:00',
    ...parts,
  }) as unknown as Step;
const letters = (parts: object = {}) => marketing({ steps: [series(parts), exit('end')] });

test('a series sends one number after the other, so many days after the last went, and then goes on', () => {
  const first = storeWith([letters()])
    .given()
    .when(placed('o-1', monday))
    .then({ armed: ['2026-03-02 18:00'] });
  const second = first.when(timer('letters'));
  expect(second.effects).toContainEqual(
    expect.objectContaining({ do: 'send', touchpoint: expect.objectContaining({ number: 1 }) }),
  );
  const third = second
    .then({ armed: ['2026-03-04 18:00'] })
    .when(timer('letters'))
    .then({ armed: ['2026-03-06 18:00'] });
  third.when(timer('letters')).then({ sent: ['daily'], ended: ['letters: exit-step'] });
});

test('a series ends at its count where that is smaller than the numbers of its template', () => {
  storeWith([letters({ count: 1 })])
    .given(placed('o-1', monday))
    .when(timer('letters'))
    .then({ sent: ['daily'], ended: ['letters: exit-step'] });
});

test('a number that was too late is sent the next time, and what has an hour goes at it', () => {
  const inside = storeWith([letters()]).given(placed('o-1', monday));
  const missed = inside.when(timer('letters', '2026-03-05 18:30'));
  missed.then({ skipped: ['daily: too-late'], armed: ['2026-03-07 18:00'] });
  const next = missed.then({}).when(timer('letters'));
  expect(next.effects).toContainEqual(
    expect.objectContaining({ do: 'send', touchpoint: expect.objectContaining({ number: 1 }) }),
  );
});

test('a refused number is tried again as the same message', () => {
  const claimed = storeWith([letters()]).given(placed('o-1', monday)).when(timer('letters'));
  const id = claimed.effects.flatMap((effect) => (effect.do === 'send' ? effect.touchpoint.id : []));
  const again = claimed
    .then({})
    .when(refused('letters', 'throttled', '2026-03-02 18:00'))
    .then({})
    .when(timer('letters'));
  expect(again.effects.flatMap((effect) => (effect.do === 'send' ? effect.touchpoint : []))).toMatchObject([
    { id: id[0], number: 1 },
  ]);
});

test('a number that the mail service refused for good stays told: the next one comes', () => {
  const { customer } = storeWith([letters()])
    .given(placed('o-1', monday), timer('letters'))
    .when(refused('letters', 'rejected', '2026-03-02 18:01'))
    .then({ skipped: ['daily: rejected'] });
  expect(customer.enrolments[0]?.counts).toEqual({ each: 1 });
});
