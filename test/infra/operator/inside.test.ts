import { expect, test } from 'vitest';
import { countInside } from '../../../infra/operator/ops/inside.ts';
import type { Customer, Enrolment } from '../../../shared/core/record/customer.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { at } from '../../support/events.ts';
import { marketing } from '../../support/scenarios.ts';

const now = at('2026-06-01 12:00');
const enrolment = (version: number, step: string, ended = false, scenario = 'letters'): Enrolment => ({
  id: `${scenario}-${version}-${step}`,
  scenario,
  version,
  key: 'k',
  lane: 'marketing',
  enteredAt: now,
  step,
  since: now,
  due: now,
  arm: 1,
  ended: ended ? { at: now, because: 'completed' } : undefined,
});
const customer = (id: string, ...enrolments: Enrolment[]): Customer => ({
  ...newCustomer('mori', id),
  enrolments,
});

test('customers are counted by version and step, and a version that nobody enters any more is named', () => {
  const found = countInside(
    [
      customer('c-1', enrolment(1, 'week'), enrolment(2, 'send-a', true)),
      customer('c-2', enrolment(1, 'send-a')),
      customer('c-3', enrolment(2, 'week'), enrolment(7, 'x', false, 'lost')),
    ],
    [marketing({ version: 1 }), marketing({ version: 2 })],
  );
  expect(found).toEqual([
    {
      scenario: 'letters',
      version: 1,
      is: 'older',
      customers: 2,
      asleep: 0,
      steps: { week: 1, 'send-a': 1 },
    },
    { scenario: 'letters', version: 2, is: 'newest', customers: 1, asleep: 0, steps: { week: 1 } },
    { scenario: 'lost', version: 7, is: 'gone', customers: 1, asleep: 0, steps: { x: 1 } },
  ]);
});
