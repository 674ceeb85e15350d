/** Whether a customer is let into a scenario, and her first steps in it: one way in for whatever lets in. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import type { EnrolMessage } from '../events/intake-message.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { StoreContext } from '../record/effect.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';
import { enrolmentId } from '../values/ids.ts';
import { pickFields } from '../values/pick-fields.ts';
import { type Entry, entryOfCommand, entryOfEvent, entryOfSegment } from './enter-entry.ts';
import { openEnrolments, refusal } from './enter-refusal.ts';
import { walk } from './walk.ts';
import { restingAt } from './walk-place.ts';
import type { AtSend } from './walking.ts';

export interface Entered {
  readonly entered: true;
  readonly customer: Customer;
  readonly enrolment: Enrolment;
  readonly before: readonly StoreContext[];
  readonly because: 'entered' | 'restarted';
}
export interface NotEntered {
  readonly entered: false;
  readonly because: Because;
}

/** An enrolment keeps this many bytes of its event; more goes to the context item. */
const eventBudget_bytes = 512;

/** Asks whether `event`, whose facts the record already holds, lets the customer in. */
export function enter(
  scenario: Scenario,
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
): Entered | NotEntered {
  return letIn(scenario, customer, entryOfEvent(scenario, event), around);
}

/**
 * Asks whether a change of segment lets her in, one that the record already holds.
 *
 * @param at when what changed it happened; an old fact told late lets nobody in
 * @param by what made the segments be asked: the hash of an event, or `look/<arm>`
 */
export function enterBySegment(
  scenario: Scenario,
  customer: Customer,
  at: Temporal.Instant,
  by: string,
  around: Surroundings,
): Entered | NotEntered {
  return letIn(scenario, customer, entryOfSegment(at, by), around);
}

/**
 * Asks whether a word of the engine lets her in: a command, a date of hers, an occurrence of a schedule, or an event of
 * the store that concerns many. A word with the same key lets in once, whatever `oncePer` says besides.
 *
 * @throws `RangeError` where the word's `at` is no ISO 8601 instant
 */
export function enterByCommand(
  scenario: Scenario,
  customer: Customer,
  message: EnrolMessage,
  around: Surroundings,
): Entered | NotEntered {
  return letIn(scenario, customer, entryOfCommand(scenario, message), around);
}

function letIn(
  scenario: Scenario,
  customer: Customer,
  entry: Entry,
  around: Surroundings,
): Entered | NotEntered {
  const refused = refusal(scenario, customer, entry, around);
  if (refused) return { entered: false, because: refused };
  const running = openEnrolments(scenario, customer);
  const restart = scenario.trigger.whileRunning === 'restart' && running.length > 0;
  const ended = { at: around.at, because: 'restarted' as const };
  const cleared: Customer = restart
    ? {
        ...customer,
        enrolments: customer.enrolments.map((enrolment) =>
          running.includes(enrolment) ? { ...enrolment, held: undefined, ended } : enrolment,
        ),
      }
    : customer;
  return firstSteps(scenario, cleared, entry, around, restart ? 'restarted' : 'entered');
}

function firstSteps(
  scenario: Scenario,
  customer: Customer,
  entry: Entry,
  around: Surroundings,
  because: 'entered' | 'restarted',
): Entered {
  const kept = pickFields(entry.event, around.book.fieldsOf(scenario));
  const big = new TextEncoder().encode(JSON.stringify(kept)).length > eventBudget_bytes;
  const fresh = newEnrolment(scenario, customer, entry, big ? undefined : kept);
  const rest: AtSend = (step, enrolment) => ({
    rest: restingAt(enrolment, step.id, enrolment.since, enrolment.since),
  });
  const walked = walk(scenario, customer, fresh, 0, entry.at, kept, around, rest, entry.by);
  const enrolment = { ...walked.enrolment, by: entry.by };
  return {
    entered: true,
    customer: { ...walked.customer, enrolments: [...walked.customer.enrolments, enrolment] },
    enrolment,
    before: big ? [{ do: 'context', enrolment: enrolment.id, event: kept }] : [],
    because,
  };
}

function newEnrolment(
  scenario: Scenario,
  customer: Customer,
  { key, at, order, about, by }: Entry,
  event: Readonly<Record<string, unknown>> | undefined,
): Enrolment {
  return {
    id: enrolmentId(customer.store, customer.id, scenario.id, key),
    scenario: scenario.id,
    version: scenario.version,
    key,
    enteredAt: at,
    order,
    about,
    event,
    context: event ? undefined : true,
    step: scenario.steps[0]?.id ?? '',
    since: at,
    due: at,
    arm: 0,
    by,
  };
}
