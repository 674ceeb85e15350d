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
import type { WaitingEntry } from '../record/waiting-state.ts';
import type { Because } from '../values/because.ts';
import { type Fields, pickFields } from '../values/pick-fields.ts';
import { type Candidate, type Entry, entryOfCommand, entryOfEvent, entryOfSegment } from './enter-entry.ts';
import {
  nameBefore,
  openEnrolments,
  openInGroup,
  refusal,
  replacedBy,
  wantsOnlyPlace,
} from './enter-refusal.ts';
import { isTooBig, withEntryWaiting, withoutWaiting } from './wait-for-group.ts';
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
  /** The scenario that has the place, where that is why. */
  readonly by?: string | undefined;
  /** Where something is to be remembered: as who waits now, or as who remembers a run that had gone from the record. */
  readonly customer?: Customer | undefined;
  readonly before: readonly StoreContext[];
}

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
  const refused = refusal(candidate, entry);
  if (!refused) return begun(candidate, entry);
  const by = hasThePlace(candidate, refused);
  const waits = withEntryWaiting(candidate, entry, refused);
  if (waits) return { entered: false, because: 'waits-for-group', by, ...waits };
  return { entered: false, because: refused, by, customer: remindedOf(candidate, entry), before: [] };
}

/**
 * Asks an entry that waits once more, of a customer who no longer waits with it. How fresh it is was asked as it came; all else
 * is asked of the present.
 *
 * @param told where its fields lie beside the record: what was read there
 * @param by what lets in: the decision that made room
 */
export function enterWaiting(
  candidate: Candidate,
  waiter: WaitingEntry,
  { by, told }: { readonly by: string; readonly told: Fields | undefined },
): Entered | NotEntered {
  const { key, order, about, event, word } = waiter;
  const { at } = candidate.around;
  const entry: Entry = { key, at, order, about, event: event ?? told ?? {}, by, word };
  const refused = refusal(candidate, entry);
  if (!refused) return begun(candidate, entry);
  const because = wantsOnlyPlace(candidate, entry, refused) ? 'waits-for-group' : refused;
  const reminded = remindedOf(candidate, entry);
  return { entered: false, because, by: hasThePlace(candidate, refused), customer: reminded, before: [] };
}

function hasThePlace({ scenario, customer, around }: Candidate, because: Because): string | undefined {
  return because === 'group-running' ? openInGroup(scenario, customer, around)[0]?.scenario : undefined;
}

function begun(candidate: Candidate, entry: Entry): Entered {
  const { scenario, customer, around } = candidate;
  const running = openEnrolments(scenario, customer);
  const restart = scenario.trigger.whileRunning === 'restart' && running.length > 0;
  const restarted = restart
    ? withoutOpen(customer, running, { at: around.at, because: 'restarted' })
    : customer;
  const replaced = replacedBy(scenario, customer, around);
  const cleared = withoutOpen(restarted, replaced, { at: around.at, because: 'replaced' });
  return firstSteps(
    { ...candidate, customer: withoutWaiting(cleared, scenario.id) },
    entry,
    restart ? 'restarted' : 'entered',
  );
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
  // More lies beside: in the item of the order it began with, else in one of its own.
  const beside = isTooBig(kept) && (entry.told && isKeptWhole(entry.told, kept) ? 'order' : true);
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
