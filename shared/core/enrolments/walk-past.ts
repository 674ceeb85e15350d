/**
 * After a restore a run may stand before messages that were decided since. Their touchpoints tell of it: the run walks
 * past them without deciding again, and what they were counts for caps once more.
 */
import { sendsFor } from '../facts/tidy-record.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Customer, Enrolment, RecentSend } from '../record/customer.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { Touchpoint } from '../record/touchpoint.ts';
import { isBefore } from '../values/civil-time.ts';
import { touchpointId } from '../values/ids.ts';
import { indexAfter } from './advance-by-timer.ts';
import { walk } from './walk.ts';
import { restingAt } from './walk-place.ts';

/** The customer with the sends of the last fortnight that her record has forgotten. The same one if there are none. */
export function withForgottenSends(
  customer: Customer,
  touchpoints: readonly Touchpoint[],
  { at }: Surroundings,
): Customer {
  const known = new Set(customer.sends.map(({ touchpoint }) => touchpoint));
  const forgotten = touchpoints
    .filter(({ id }) => !known.has(id))
    .filter((touchpoint) => isBefore(at, touchpoint.at.add(sendsFor)))
    .map((touchpoint) => sendOf(customer, touchpoint));
  if (forgotten.length === 0) return customer;
  return { ...customer, sends: [...customer.sends, ...forgotten] };
}

/**
 * The customer with this run beyond every message that has a touchpoint and whose time has come. At a message without
 * one it rests, due at once: whether it still may go is decided when its timer fires. The same customer if nothing moved.
 *
 * @param event the entry's fields that branches ask about
 */
export function walkedPast(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  touchpoints: readonly Touchpoint[],
  event: Readonly<Record<string, unknown>>,
  around: Surroundings,
): Customer {
  const index = scenario.steps.findIndex(({ id }) => id === enrolment.step);
  const step = scenario.steps[index];
  const waits = step?.kind === 'wait' && isBefore(around.at, enrolment.due);
  if (!step || enrolment.ended || waits) return customer;
  const settled = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const from =
    step.kind === 'wait'
      ? { index: indexAfter(scenario, index), due: enrolment.due }
      : { index, due: enrolment.since };
  let passed = false;
  const walked = walk(
    scenario,
    customer,
    enrolment,
    from.index,
    from.due,
    event,
    around,
    (send, here, known) => {
      const id = touchpointId(customer.store, customer.id, here.id, send.id, here.lap ?? 0);
      const touchpoint = settled.get(id);
      if (!touchpoint) return { rest: restingAt(here, send.id, here.since, around.at) };
      passed = true;
      const missed = touchpoint.because === 'too-late';
      const as = touchpoint.state !== 'skipped' ? 'claimed' : missed ? 'missed' : 'skipped';
      return { customer: known, due: here.since, at: touchpoint.at, as };
    },
  );
  return passed ? withEnrolment(walked.customer, walked.enrolment) : customer;
}

function sendOf(customer: Customer, touchpoint: Touchpoint): RecentSend {
  const { id, enrolment, scenario, version, step, kind, number, at, state, because } = touchpoint;
  return {
    touchpoint: id,
    enrolment,
    scenario,
    version,
    step,
    kind,
    // A redelivery of the message the run waits for finds it by this.
    arm: customer.enrolments.find((one) => one.id === enrolment)?.arm ?? 0,
    at,
    since: at,
    number,
    state: state === 'skipped' ? 'skipped' : 'claimed',
    because: state === 'skipped' ? because : 'allowed',
  };
}
