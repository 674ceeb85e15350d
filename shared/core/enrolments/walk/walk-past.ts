/**
 * After a restore an enrolment may stand before messages that were decided since. Their touchpoints tell of it: the enrolment walks
 * past them without deciding again, and what they were counts for caps once more.
 */
import { ranOutOfTime } from '../../contact-policy/hold-words.ts';
import { sendsFor } from '../../facts/recent-sends.ts';
import type { Customer, Enrolment } from '../../record/customer.ts';
import type { RecentSend } from '../../record/recent-send.ts';
import { withEnrolment } from '../../record/replace-enrolment.ts';
import type { Situation } from '../../record/situation.ts';
import type { Surroundings } from '../../record/surroundings.ts';
import type { Touchpoint } from '../../record/touchpoint.ts';
import { isBefore } from '../../values/civil-time.ts';
import { touchpointId } from '../../values/ids.ts';
import { indexAfter } from '../advance-by-timer.ts';
import { walk, walkOnFrom } from './walk.ts';
import type { AtMessage, DealtWith } from './walk-message.ts';
import { restingAt, setOut } from './walk-place.ts';

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
 * The customer with this enrolment beyond every message that has a touchpoint and whose time has come. At a message without
 * one it rests, due at once: whether it still may go is decided when its timer fires. The same customer if nothing moved.
 */
export function walkedPast(situation: Situation, touchpoints: readonly Touchpoint[]): Customer {
  const { scenario, customer, enrolment, around } = situation;
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
  let walked = walk(setOut(situation, from));
  while (walked.at === 'message') {
    const touchpoint = settled.get(touchpointAt(walked));
    passed ||= touchpoint !== undefined;
    walked = walkOnFrom(walked, touchpoint ? dealtWith(walked, touchpoint) : { rest: dueAtOnce(walked) });
  }
  return passed ? withEnrolment(walked.customer, walked.enrolment) : customer;
}

function touchpointAt({ step, place: { customer, enrolment } }: AtMessage): string {
  const { store, id } = customer;
  return touchpointId({
    store,
    customer: id,
    enrolment: enrolment.id,
    step: step.id,
    lap: enrolment.lap ?? 0,
  });
}

function dealtWith({ place: { customer, enrolment } }: AtMessage, touchpoint: Touchpoint): DealtWith {
  const missed = ranOutOfTime(touchpoint.because);
  const as = touchpoint.state !== 'skipped' ? 'claimed' : missed ? 'missed' : 'skipped';
  return { customer, due: enrolment.since, at: touchpoint.at, as };
}

const dueAtOnce = ({ step, place: { enrolment, around } }: AtMessage): Enrolment =>
  restingAt(enrolment, step.id, enrolment.since, around.at);

function sendOf(customer: Customer, touchpoint: Touchpoint): RecentSend {
  const { id, enrolment, scenario, version, step, kind, number, at, state, because } = touchpoint;
  return {
    touchpoint: id,
    enrolment,
    scenario,
    version,
    step,
    kind,
    // A redelivery of the message the enrolment waits for finds it by this.
    arm: customer.enrolments.find((one) => one.id === enrolment)?.arm ?? 0,
    at,
    since: at,
    number,
    state: state === 'skipped' ? 'skipped' : 'claimed',
    because: state === 'skipped' ? because : 'allowed',
  };
}
