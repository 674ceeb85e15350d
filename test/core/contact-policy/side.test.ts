/** On which side of a comparison somebody stands is told once, as the enrolment begins. */
import { expect, test } from 'vitest';
import { takenOver } from '../../../shared/core/promises/merge-customers.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { decodeRecord, encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const letters = (parts: object = {}) =>
  marketing({ steps: [waitFor('wait', { hours: 1 }), send('b')], ...parts });
const inside = (parts: object = {}, settings: object = {}) =>
  storeWith([letters(parts)], { settings }).given(placed('o-1', monday)).customer;
const sideOf = ({ enrolments: [one] }: Customer) => one?.side;
const ofBefore = (customer: Customer): Customer => ({
  ...customer,
  enrolments: customer.enrolments.map(({ side: _, ...one }) => one),
});

test('an enrolment of marketing knows its side from its entry, order mail has none', () => {
  expect(sideOf(inside())).toBe('treated');
  expect(sideOf(inside({ holdout: 100 }))).toBe('holdout');
  expect(sideOf(inside({ holdout: 100 }, { controlGroup_percent: 100 }))).toBe('control');
  const notice = transactional({ steps: [waitFor('wait', { hours: 1 }), send('thanks')] });
  expect(sideOf(storeWith([notice]).given(placed('o-1', monday)).customer)).toBeUndefined();
});

test('a holdout or control group that is set later leaves out nobody who is inside, and one that is lifted lets nobody in', () => {
  const [treated, held, control] = [
    inside(),
    inside({ holdout: 100 }),
    inside({}, { controlGroup_percent: 100 }),
  ];
  const later = storeWith([letters({ holdout: 100 })], { settings: { controlGroup_percent: 100 } });
  later
    .from(treated)
    .when(timer('letters'))
    .then({ sent: ['b'] });
  const lifted = storeWith([letters()]);
  lifted
    .from(held)
    .when(timer('letters'))
    .then({ skipped: ['b: holdout'] });
  lifted
    .from(control)
    .when(timer('letters'))
    .then({ skipped: ['b: control-group'] });
});

test('an enrolment of before sides were kept is asked by the hash', () => {
  const before = ofBefore(inside());
  storeWith([letters({ holdout: 100 })])
    .from(before)
    .when(timer('letters'))
    .then({ skipped: ['b: holdout'] });
  storeWith([letters()])
    .from(before)
    .when(timer('letters'))
    .then({ sent: ['b'] });
});

test('a version that takes over, and an id that becomes another, carry the side', () => {
  const anew = letters({ version: 2, holdout: 0, inFlight: { move: { wait: 'wait' } } });
  const moved = storeWith([letters({ holdout: 100 }), anew])
    .from(inside({ holdout: 100 }))
    .when(timer('letters'));
  expect(moved.customer.enrolments[0]).toMatchObject({ version: 2, side: 'holdout' });
  const merged = takenOver(newCustomer('mori', 'c-2'), inside({ holdout: 100 }));
  expect(merged.enrolments[0]).toMatchObject({ side: 'holdout', scenario: 'letters' });
});

test('a side is a letter of the stored record', () => {
  for (const [parts, letter] of [
    [{}, 't'],
    [{ holdout: 100 }, 'h'],
  ] as const) {
    const stored = encodeRecord(inside(parts));
    expect(stored.enrolments).toMatchObject([{ side: letter }]);
    expect(sideOf(decodeRecord(stored))).toBe(sideOf(inside(parts)));
  }
});
