import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { ScenarioBook } from '../../../shared/core/language/scenario-book.ts';
import { type Customer, type Enrolment, newCustomer } from '../../../shared/core/record/customer.ts';
import { laneOf, wakingOf } from '../../../shared/core/record/sweep-moment.ts';
import type { Lane } from '../../../shared/core/record/touchpoint.ts';

/** Of scenarios it knows the kind alone. */
const book = bookKnowing({ s: 'marketing', thanks: 'transactional' });

function bookKnowing(kinds: Readonly<Record<string, Lane>>): ScenarioBook {
  const current = Object.entries(kinds).map(([id, kind]) => ({ id, version: 1, kind }));
  const found = (id: string, version: number) =>
    current.find((one) => one.id === id && one.version === version);
  const has = (id: string, version: number) => found(id, version) !== undefined;
  return { current, has, find: found } as unknown as ScenarioBook;
}

const at = (text: string) => Temporal.Instant.from(text);

function enrolment(due: string, ended = false): Enrolment {
  return {
    id: due,
    scenario: 's',
    version: 1,
    key: 'ever',
    enteredAt: at('2026-01-01T00:00:00Z'),
    step: 'week',
    since: at('2026-01-01T00:00:00Z'),
    due: at(due),
    arm: 0,
    ended: ended ? { at: at(due), because: 'completed' } : undefined,
  };
}

const withEnrolments = (...enrolments: Enrolment[]): Customer => ({
  ...newCustomer('mori', 'c-1'),
  enrolments,
});

test('a customer without enrolments is never swept', () => {
  expect(wakingOf(withEnrolments(), book)).toEqual({});
});

test('an ended enrolment waits for nothing', () => {
  expect(wakingOf(withEnrolments(enrolment('2026-01-08T10:00:00Z', true)), book)).toEqual({});
});

test('the earliest due of the running enrolments counts, with 15 minutes of grace', () => {
  const customer = withEnrolments(
    enrolment('2026-03-01T10:00:00Z'),
    enrolment('2026-01-08T10:00:00Z'),
    enrolment('2026-01-02T10:00:00Z', true),
  );
  expect(wakingOf(customer, book).any?.toString()).toBe('2026-01-08T10:15:00Z');
});

test('transactional enrolments have a moment of their own, whatever else is due sooner', () => {
  const thanks = { ...enrolment('2026-02-01T10:00:00Z'), scenario: 'thanks' };
  const later = { ...enrolment('2026-02-02T10:00:00Z'), scenario: 'thanks' };
  const customer = withEnrolments(enrolment('2026-01-08T10:00:00Z'), later, thanks);
  expect(wakingOf(customer, book).transactional?.toString()).toBe('2026-02-01T10:15:00Z');
  expect(wakingOf(withEnrolments(enrolment('2026-01-08T10:00:00Z')), book).transactional).toBeUndefined();
});

test('a look is waited for as anything of marketing is', () => {
  const customer = { ...withEnrolments(), look: { due: at('2026-01-03T00:00:00Z'), arm: 1 } };
  expect(wakingOf(customer as Customer, book)).toEqual({ any: at('2026-01-03T00:15:00Z') });
});

test('an enrolment whose version is not known goes by the kind its scenario has, and by the quicker one without any', () => {
  expect(laneOf({ scenario: 's', version: 9 }, book)).toBe('marketing');
  expect(laneOf({ scenario: 'gone', version: 1 }, book)).toBe('transactional');
  expect(laneOf({ scenario: 's', version: 1 }, undefined)).toBe('transactional');
});
