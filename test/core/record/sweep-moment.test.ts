import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Customer, type Enrolment, newCustomer } from '../../../shared/core/record/customer.ts';
import { sweepMoment } from '../../../shared/core/record/sweep-moment.ts';

const at = (text: string) => Temporal.Instant.from(text);

function enrolment(due: string, ended = false): Enrolment {
  return {
    id: due,
    scenario: 's',
    version: 1,
    lane: 'marketing',
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
  expect(sweepMoment(withEnrolments())).toBeUndefined();
});

test('an ended enrolment waits for nothing', () => {
  expect(sweepMoment(withEnrolments(enrolment('2026-01-08T10:00:00Z', true)))).toBeUndefined();
});

test('the earliest due of the running enrolments counts, with 15 minutes of grace', () => {
  const customer = withEnrolments(
    enrolment('2026-03-01T10:00:00Z'),
    enrolment('2026-01-08T10:00:00Z'),
    enrolment('2026-01-02T10:00:00Z', true),
  );
  expect(sweepMoment(customer)?.toString()).toBe('2026-01-08T10:15:00Z');
});
