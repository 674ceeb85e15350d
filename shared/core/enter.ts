/** Whether an event lets a customer into a scenario, and her first steps in it. */
import { Temporal } from 'temporal-polyfill';
import type { Because } from './because.ts';
import { addDuration, isBefore } from './civil-time.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { StoreContext } from './effect.ts';
import { fits } from './evaluate-filter.ts';
import type { StoreEvent } from './event.ts';
import { eventHash, orderOf } from './event-identity.ts';
import { enrolmentId } from './ids.ts';
import { filterSubject } from './may-send.ts';
import { orderIsOver } from './order-is-over.ts';
import { pickFields } from './pick-fields.ts';
import type { Scenario } from './scenario.ts';
import type { Surroundings } from './surroundings.ts';
import { restingAt, walk } from './walk.ts';
import { zoneOf } from './zone.ts';

type Instant = Temporal.Instant;

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
/** Nobody is in more stories at once; a bound on the record. */
const maxEnrolments = 24;

/** Asks whether `event`, whose facts the record already holds, lets the customer in. */
export function enter(
  scenario: Scenario,
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
): Entered | NotEntered {
  const refused = refusal(scenario, customer, event, around);
  if (refused) return { entered: false, because: refused };
  const running = runningIn(scenario, customer);
  const restart = scenario.trigger.whileRunning === 'restart' && running.length > 0;
  const ended = { at: around.at, because: 'restarted' as const };
  const cleared: Customer = restart
    ? { ...customer, enrolments: customer.enrolments.map((e) => (running.includes(e) ? { ...e, ended } : e)) }
    : customer;
  return firstSteps(scenario, cleared, event, around, restart ? 'restarted' : 'entered');
}

function refusal(
  scenario: Scenario,
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
): Because | undefined {
  const { trigger } = scenario;
  const about = { scenario: scenario.id, version: scenario.version, order: orderOf(event) };
  if (trigger.filter && !fits(trigger.filter, filterSubject(customer, about, event.detail)))
    return 'filter-not-met';
  if (!isFresh(scenario, event, around)) return 'too-late';
  if (orderIsOver(scenario, customer, orderOf(event))) return 'order-ended-before';
  const id = enrolmentId(customer.store, customer.id, scenario.id, entryKey(scenario, event));
  if (around.runsBefore?.has(id)) return 'already-entered';
  const running = runningIn(scenario, customer);
  if (trigger.oncePer === 'order' && isUsed(customer, scenario, entryKey(scenario, event)))
    return 'already-entered';
  if (running.length > 0 && trigger.whileRunning === 'ignore') return 'already-running';
  if (running.length > 0 && trigger.whileRunning === 'restart') {
    const newer = running.every((enrolment) => isBefore(enrolment.enteredAt, event.occurredAt));
    return newer ? undefined : 'older-than-running';
  }
  if (customer.enrolments.filter((enrolment) => !enrolment.ended).length >= maxEnrolments)
    return 'already-running';
  return enteredTooLately(scenario, customer, event, around) ? 'already-entered' : undefined;
}

/** True while the event may let in. */
export function isFresh({ trigger }: Scenario, event: StoreEvent, around: Surroundings): boolean {
  const until = addDuration(event.occurredAt, trigger.freshness ?? around.settings.freshness, 'UTC');
  return !isBefore(until, around.at);
}

function enteredTooLately(
  scenario: Scenario,
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
): boolean {
  const { oncePer } = scenario.trigger;
  if (oncePer === 'order') return false;
  const entries = [...customer.enrolments, ...customer.ended].filter((e) => e.scenario === scenario.id);
  if (oncePer === 'ever') return entries.length > 0;
  const zone = zoneOf(customer, around.settings);
  return entries.some((e) => isBefore(event.occurredAt, addDuration(e.enteredAt, oncePer.every, zone)));
}

function runningIn(scenario: Scenario, customer: Customer): Enrolment[] {
  return customer.enrolments.filter((e) => e.scenario === scenario.id && !e.ended);
}

function isUsed(customer: Customer, scenario: Scenario, key: string): boolean {
  return [...customer.enrolments, ...customer.ended].some((e) => e.scenario === scenario.id && e.key === key);
}

/** The `oncePer` key an event lets in under. */
export function entryKey(scenario: Scenario, event: StoreEvent): string {
  if (scenario.trigger.oncePer === 'order') return orderOf(event) ?? event.detail.eventId;
  return event.occurredAt.toString();
}

function firstSteps(
  scenario: Scenario,
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
  because: 'entered' | 'restarted',
): Entered {
  const key = entryKey(scenario, event);
  const kept = pickFields(event.detail, around.book.fieldsOf(scenario));
  const big = new TextEncoder().encode(JSON.stringify(kept)).length > eventBudget_bytes;
  const fresh = newEnrolment(scenario, customer, event, key, big ? undefined : kept);
  const walked = walk(scenario, customer, fresh, 0, event.occurredAt, kept, around, (step, enrolment) => ({
    rest: restingAt(enrolment, step.id, enrolment.since, enrolment.since),
  }));
  const enrolment = { ...walked.enrolment, by: eventHash(event) };
  return {
    entered: true,
    customer: { ...customer, enrolments: [...customer.enrolments, enrolment] },
    enrolment,
    before: big ? [{ do: 'context', enrolment: enrolment.id, event: kept }] : [],
    because,
  };
}

function newEnrolment(
  scenario: Scenario,
  customer: Customer,
  event: StoreEvent,
  key: string,
  kept: Readonly<Record<string, unknown>> | undefined,
): Enrolment {
  const start: Instant = event.occurredAt;
  return {
    id: enrolmentId(customer.store, customer.id, scenario.id, key),
    scenario: scenario.id,
    version: scenario.version,
    key,
    enteredAt: start,
    order: orderOf(event),
    event: kept,
    context: kept ? undefined : true,
    step: scenario.steps[0]?.id ?? '',
    since: start,
    due: start,
    arm: 0,
  };
}
