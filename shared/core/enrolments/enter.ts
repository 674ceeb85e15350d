/** Whether a customer is let into a scenario, and her first steps in it: one way in for whatever lets in. */
import type { Temporal } from 'temporal-polyfill';
import { sideAtEntry } from '../contact-policy/holdout.ts';
import type { StoreEvent } from '../events/event.ts';
import type { EnrolMessage } from '../events/intake-message.ts';
import { isKeptWhole } from '../facts/orders/order-item-facts.ts';
import { isOfKnownKey, runName } from '../facts/run-names.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { StoreContext } from '../record/effect.ts';
import { withoutOpen } from '../record/replace-enrolment.ts';
import type { Because } from '../values/because.ts';
import { pickFields } from '../values/pick-fields.ts';
import { type Candidate, type Entry, entryOfCommand, entryOfEvent, entryOfSegment } from './enter-entry.ts';
import { nameBefore, openEnrolments, refusal } from './enter-refusal.ts';
import { walkToMessage } from './walk/walk.ts';
import { setOut } from './walk/walk-place.ts';

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
  /** Where the run had gone from the record: as who remembers it again. */
  readonly customer?: Customer | undefined;
}

/** An enrolment keeps this many bytes of its event; more lies beside: in the item of the order it began with, else in one of its own. */
const eventBudget_bytes = 512;

/** Asks whether `event`, whose facts the record already holds, lets the customer in. */
export function enter(candidate: Candidate, event: StoreEvent): Entered | NotEntered {
  return letIn(candidate, entryOfEvent(candidate.scenario, event));
}

/**
 * Asks whether a change of segment lets her in, one that the record already holds.
 *
 * @param at when what changed it happened; an old fact reported late lets nobody in
 * @param by what made the segments be asked: the hash of an event, or `look/<arm>`
 */
export function enterBySegment(candidate: Candidate, at: Temporal.Instant, by: string): Entered | NotEntered {
  return letIn(candidate, entryOfSegment(at, by));
}

/**
 * Asks whether a word of the engine lets her in: a command, a date of hers, an occurrence of a schedule, or an event of
 * the store that concerns many. A word with the same key lets in once, whatever `oncePer` says besides.
 *
 * @throws `RangeError` where the word's `at` is no ISO 8601 instant
 */
export function enterByCommand(candidate: Candidate, message: EnrolMessage): Entered | NotEntered {
  return letIn(candidate, entryOfCommand(candidate.scenario, message));
}

function letIn(candidate: Candidate, entry: Entry): Entered | NotEntered {
  const { scenario, customer, around } = candidate;
  const refused = refusal(candidate, entry);
  if (refused) return { entered: false, because: refused, customer: remindedOf(candidate, entry) };
  const running = openEnrolments(scenario, customer);
  const restart = scenario.trigger.whileRunning === 'restart' && running.length > 0;
  const restarted = restart
    ? withoutOpen(customer, running, { at: around.at, because: 'restarted' })
    : customer;
  const replaced = customer.enrolments.filter(
    (one) => !one.ended && scenario.replaces?.includes(one.scenario),
  );
  const cleared = withoutOpen(restarted, replaced, { at: around.at, because: 'replaced' });
  return firstSteps({ ...candidate, customer: cleared }, entry, restart ? 'restarted' : 'entered');
}

/** What the run of before left beside the record tells of it; without its memory the next event of its key would let in. */
function remindedOf(candidate: Candidate, entry: Entry): Customer | undefined {
  const id = nameBefore(candidate, entry);
  if (id === undefined) return undefined;
  const { scenario, customer, around } = candidate;
  const { key, at: enteredAt, order, about } = entry;
  if (isOfKnownKey(customer, { scenario: scenario.id, key })) return undefined;
  const of = { id, scenario: scenario.id, version: scenario.version, key, enteredAt, order, about };
  const memory = { ...of, at: around.at, because: 'already-entered' } as const;
  return { ...customer, ended: [...customer.ended, memory] };
}

function firstSteps(candidate: Candidate, entry: Entry, because: Entered['because']): Entered {
  const { scenario, around } = candidate;
  const kept = pickFields(entry.event, around.book.fieldsOf(scenario));
  const big = new TextEncoder().encode(JSON.stringify(kept)).length > eventBudget_bytes;
  const beside = big && (entry.told && isKeptWhole(entry.told, kept) ? 'order' : true);
  const fresh = newEnrolment(candidate, entry, beside ? { context: beside } : { event: kept });
  const situation = { ...candidate, enrolment: fresh, event: kept };
  const walked = walkToMessage(setOut(situation, { index: 0, due: entry.at, by: entry.by }));
  const enrolment = { ...walked.enrolment, by: entry.by };
  return {
    entered: true,
    customer: { ...walked.customer, enrolments: [...walked.customer.enrolments, enrolment] },
    enrolment,
    before: beside === true ? [{ do: 'context', enrolment: enrolment.id, event: kept }] : [],
    because,
  };
}

function newEnrolment(
  { scenario, customer, around }: Candidate,
  { key, at, order, about, by, word }: Entry,
  fields: Pick<Enrolment, 'event' | 'context'>,
): Enrolment {
  return {
    id: runName(customer, { scenario: scenario.id, key, enteredAt: at, order }, scenario.trigger, word),
    scenario: scenario.id,
    version: scenario.version,
    lane: scenario.kind,
    side: sideAtEntry(scenario, customer, around.settings),
    key,
    enteredAt: at,
    order,
    about,
    ...fields,
    step: scenario.steps[0]?.id ?? '',
    since: at,
    due: at,
    arm: 0,
    by,
  };
}
