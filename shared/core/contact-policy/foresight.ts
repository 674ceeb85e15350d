/** What running enrolments will want to send, as far as their way is certain: places of a cap are given by what matters more. */
import { Temporal } from 'temporal-polyfill';
import { consentFor } from '../facts/consent-question.ts';
import { dayNumber } from '../facts/letters.ts';
import { fits } from '../language/evaluate-filter.ts';
import { mustGo } from '../language/message-standing.ts';
import type { Scenario } from '../language/scenario.ts';
import { isMessage, type MessageStep, type Step, type Wait } from '../language/steps.ts';
import { dueOfWait } from '../questions/due.ts';
import { filterSubject } from '../questions/filter-subject.ts';
import { brakesAt } from '../record/brakes.ts';
import type { Enrolment } from '../record/customer.ts';
import type { Situation } from '../record/situation.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate, isBefore } from '../values/civil-time.ts';
import { rankOf } from '../values/priority.ts';
import { type Weighed, weigh } from './caps.ts';
import type { DueMessage } from './due-message.ts';
import { isKeptOut } from './holdout.ts';
import { quietHoursFor, quietUntil } from './quiet-hours.ts';

type Marketing = Scenario & { readonly kind: 'marketing' };
type Instant = Temporal.Instant;

/** How a message stands where two want one place. */
export interface Claimant {
  readonly must: boolean;
  readonly rank: number;
  readonly due: Instant;
  readonly enrolment: string;
}

/** A message that will want a place. */
export interface Foreseen extends Claimant {
  readonly weighed: Weighed;
  /** `scenario/step` */
  readonly name: string;
  /** The civil day of the customer on which it may go, in days since 1970-01-01. */
  readonly day: number;
}

/** No way is followed further. */
const maxMessages = 4;

export function claimantOf({ scenario, step, since, enrolment }: DueMessage): Claimant {
  return {
    must: mustGo(scenario, step),
    rank: rankOf(scenario.priority),
    due: since,
    enrolment: enrolment?.id ?? '',
  };
}

/** Must before may, then the scenario's rank, the earlier due, and at last the enrolment's id. */
export function comesBefore(a: Claimant, b: Claimant): boolean {
  if (a.must !== b.must) return a.must;
  if (a.rank !== b.rank) return a.rank < b.rank;
  const order = Temporal.Instant.compare(a.due, b.due);
  return order === 0 ? a.enrolment < b.enrolment : order < 0;
}

/** What the other enrolments will want before `end`, but what would not go as things stand. */
export function foreseenFor(due: DueMessage, end: Instant): Foreseen[] {
  const { customer, enrolment, around } = due;
  return customer.enrolments.flatMap((other) => {
    if (other.ended || other.id === enrolment?.id || !around.book.has(other.scenario, other.version))
      return [];
    const scenario = around.book.find(other.scenario, other.version);
    if (scenario.kind !== 'marketing' || isKeptOut(scenario, customer, around.settings, other.side))
      return [];
    if (brakesAt(around.brakes, around.at).paused.scenarios.includes(scenario.id)) return [];
    return wantedBy({ scenario, customer, enrolment: other, event: other.event ?? {}, around }, end);
  });
}

function wantedBy(
  situation: Situation<SendingSurroundings> & { readonly scenario: Marketing },
  end: Instant,
): Foreseen[] {
  const { enrolment, around } = situation;
  const wanted: Foreseen[] = [];
  for (const { step, due, since } of waysAhead(situation, end)) {
    if (!mayGo(situation, step)) continue;
    // What is overdue is being decided at this moment, or stands in the queue.
    if (isBefore(due, around.at)) continue;
    wanted.push({ ...foreseen(situation, step, due, enrolment), due: since });
  }
  return wanted;
}

function foreseen(
  { scenario, customer, around }: Situation<SendingSurroundings>,
  step: MessageStep,
  due: Instant,
  { id }: Enrolment,
): Foreseen {
  const zone = zoneOf(customer, around.settings);
  const quiet = quietHoursFor(step.channel, around.settings);
  const goes = (quiet && quietUntil(due, quiet, zone)) ?? due;
  return {
    must: mustGo(scenario, step),
    rank: rankOf(scenario.priority),
    due,
    enrolment: id,
    weighed: weigh(scenario, step),
    name: `${scenario.id}/${step.id}`,
    day: dayNumber(civilDate(goes, zone)),
  };
}

/** The messages she comes to, with their dues, up to where something has yet to decide the way. */
function* waysAhead(
  situation: Situation<SendingSurroundings>,
  end: Instant,
): Generator<{ readonly step: MessageStep; readonly due: Instant; readonly since: Instant }> {
  const { scenario, enrolment } = situation;
  const { steps } = scenario;
  let index = steps.findIndex(({ id }) => id === enrolment.step);
  let due: Instant | undefined = enrolment.due;
  const here = steps[index];
  if (here?.kind === 'wait') index = 'event' in here ? indexOf(steps, here.else) : index + 1;
  let found = 0;
  for (let strides = 0; strides < steps.length && found < maxMessages; strides += 1) {
    const step: Step | undefined = steps[index];
    if (!step || !due || !isBefore(due, end)) return;
    if (isMessage(step)) {
      // One that is held stands by its own due, not by the hour at which it is asked again.
      yield { step, due, since: step === here ? enrolment.since : due };
      found += 1;
      if (step.kind === 'series') return;
    } else if (step.kind === 'wait') {
      due = dueAfter(step, due, situation);
    } else if (step.kind === 'goto') {
      index = indexOf(steps, step.to);
      continue;
    } else if (step.kind !== 'set' && step.kind !== 'emit') return;
    index += 1;
  }
}

/** Undefined where the wait is for an event, or for a date that is not known or over. */
function dueAfter(
  step: Wait,
  since: Instant,
  situation: Situation<SendingSurroundings>,
): Instant | undefined {
  if ('event' in step) return undefined;
  const due = dueOfWait(step, since, situation);
  if (!due) return undefined;
  return isBefore(due, since) ? ('date' in step ? undefined : since) : due;
}

const indexOf = (steps: readonly Step[], step: string): number => steps.findIndex(({ id }) => id === step);

/** No place is kept for what would not go. */
function mayGo(
  situation: Situation<SendingSurroundings> & { readonly scenario: Marketing },
  step: MessageStep,
): boolean {
  const { scenario, customer } = situation;
  if (consentFor(customer.consent, step.topic ?? scenario.topic, step.channel)?.is !== 'granted')
    return false;
  return !step.when || fits(step.when, filterSubject(situation));
}
