import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Customer, type Enrolment, newCustomer } from '../../../shared/core/record/customer.ts';
import { wakingOf } from '../../../shared/core/record/sweep-moment.ts';

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
  expect(wakingOf(withEnrolments())).toEqual({});
});

test('an ended enrolment waits for nothing', () => {
  expect(wakingOf(withEnrolments(enrolment('2026-01-08T10:00:00Z', true)))).toEqual({});
});

test('the earliest due of the running enrolments counts, with 15 minutes of grace', () => {
  const customer = withEnrolments(
    enrolment('2026-03-01T10:00:00Z'),
    enrolment('2026-01-08T10:00:00Z'),
    enrolment('2026-01-02T10:00:00Z', true),
  );
  expect(wakingOf(customer).any?.toString()).toBe('2026-01-08T10:15:00Z');
});

test('order mail behind an alarm has a moment of its own, whatever else is due sooner', () => {
  const order = (due: string) => ({ ...enrolment(due), lane: 'transactional' }) as const;
  const [thanks, later] = [order('2026-02-01T10:00:00Z'), order('2026-02-02T10:00:00Z')];
  const customer = {
    ...withEnrolments(enrolment('2026-01-08T10:00:00Z'), later, thanks),
    alarms: { transactional: at('2026-02-01T10:00:00Z') },
  };
  expect(wakingOf(customer).transactional?.toString()).toBe('2026-02-01T10:15:00Z');
  const passedBy = { ...customer, alarms: { transactional: at('2026-02-02T10:00:00Z') } };
  expect(wakingOf(passedBy).transactional?.toString()).toBe('2026-02-02T10:15:00Z');
  expect(wakingOf(withEnrolments(enrolment('2026-01-08T10:00:00Z'))).transactional).toBeUndefined();
});

test('order mail that went straight into its lane is in no index', () => {
  const thanks = { ...enrolment('2026-02-01T10:00:00Z'), lane: 'transactional' } as const;
  expect(wakingOf(withEnrolments(thanks))).toEqual({ any: at('2026-02-01T10:15:00Z') });
});

test('a look is waited for as anything of marketing is', () => {
  const customer = { ...withEnrolments(), look: { due: at('2026-01-03T00:00:00Z'), arm: 1 } };
  expect(wakingOf(customer as Customer)).toEqual({ any: at('2026-01-03T00:15:00Z') });
});
