/** Folds events into a customer, in the fixed order: facts, exits, goals, entries, waiting steps. */
import { Temporal } from 'temporal-polyfill';
import { advance } from './advance.ts';
import type { Because } from './because.ts';
import { meetsGoal } from './correlate.ts';
import type { Customer, EndedEnrolment } from './customer.ts';
import type { ArmTimer, KeepEvidence, StoreContext } from './effect.ts';
import { enter } from './enter.ts';
import type { StoreEvent } from './event.ts';
import { eventHash, newnessOf } from './event-identity.ts';
import { withFacts } from './facts.ts';
import { isOwed, withDebt, withoutDebt } from './owed-entries.ts';
import type { Surroundings } from './surroundings.ts';
import { tidied } from './tidy-record.ts';
import { timerOf } from './timer-effect.ts';
import { zoneOf } from './zone.ts';

/** What became of an event, or of a scenario by it: for logs, metrics and tests. */
export interface Note {
  readonly because: Because;
  readonly event: StoreEvent['name'];
  readonly scenario?: string | undefined;
}

export interface Applied {
  readonly customer: Customer;
  /** False when nothing is to be saved. */
  readonly changed: boolean;
  /** To be done before the save. */
  readonly before: readonly (StoreContext | KeepEvidence)[];
  /** To be done after the save; done again by whoever finds the work saved already. */
  readonly after: readonly ArmTimer[];
  readonly notes: readonly Note[];
}

/** Applies the events of one customer, oldest first. Their order in `events` decides between equal times. */
export function applyEvents(
  customer: Customer,
  events: readonly StoreEvent[],
  around: Surroundings,
): Applied {
  const sorted = events.toSorted((a, b) => Temporal.Instant.compare(a.occurredAt, b.occurredAt));
  let state: Applied = { customer, changed: false, before: [], after: [], notes: [] };
  const seen = new Set<string>();
  for (const event of sorted) {
    seen.add(eventHash(event));
    state = applyOne(state, event, around);
  }
  const tidy = state.changed ? tidied(state.customer, around) : state.customer;
  return { ...state, customer: tidy, after: timersBy(seen, tidy, around) };
}

/**
 * The timers that these events armed and nothing has moved since: of a first delivery its own work, of a repeat the
 * work that may have been lost after the save.
 */
function timersBy(hashes: ReadonlySet<string>, customer: Customer, around: Surroundings): ArmTimer[] {
  return customer.enrolments
    .filter((enrolment) => !enrolment.ended && enrolment.by !== undefined && hashes.has(enrolment.by))
    .map((enrolment) =>
      timerOf(customer, enrolment, around.book.find(enrolment.scenario, enrolment.version)),
    );
}

function applyOne(state: Applied, event: StoreEvent, around: Surroundings): Applied {
  const newness = newnessOf(event, state.customer);
  if (newness === 'duplicate-event' && event.replay !== 'facts' && isOwed(state.customer, event))
    return withOwedEntries(state, event, around);
  if (newness !== 'new')
    return { ...state, notes: [...state.notes, { because: newness, event: event.name }] };
  const facts = withFacts(state.customer, event);
  const notes: Note[] = [{ because: 'applied', event: event.name }];
  const told = withEnded(withRunning(facts.customer, event, around, notes), event, around, notes);
  const entries =
    event.replay === 'facts'
      ? { customer: withDebt(told, event, around), before: [] }
      : withEntries(told, event, around, notes);
  return {
    customer: entries.customer,
    changed: true,
    before: [...state.before, ...facts.evidence, ...entries.before],
    after: [],
    notes: [...state.notes, ...notes],
  };
}

/** The facts came by a replay that let nobody in; now the event itself has come, and lets in whom it still may. */
function withOwedEntries(state: Applied, event: StoreEvent, around: Surroundings): Applied {
  const notes: Note[] = [];
  const entries = withEntries(withoutDebt(state.customer, event), event, around, notes);
  return {
    customer: entries.customer,
    changed: true,
    before: [...state.before, ...entries.before],
    after: [],
    notes: [...state.notes, ...notes],
  };
}

/** Exits, goals and new times of the stories that run. */
function withRunning(customer: Customer, event: StoreEvent, around: Surroundings, notes: Note[]): Customer {
  return customer.enrolments.reduce((known, enrolment) => {
    if (enrolment.ended) return known;
    const scenario = around.book.find(enrolment.scenario, enrolment.version);
    const advanced = advance(scenario, known, enrolment, { kind: 'event', event, around });
    if (advanced.because !== 'waiting') {
      notes.push({ because: advanced.because, event: event.name, scenario: scenario.id });
    }
    return advanced.customer;
  }, customer);
}

/** A goal may be met after the last step, while its window is open. */
function withEnded(customer: Customer, event: StoreEvent, around: Surroundings, notes: Note[]): Customer {
  const zone = zoneOf(customer, around.settings);
  const met = (entry: EndedEnrolment) => {
    if (entry.because !== 'completed' || !around.book.has(entry.scenario, entry.version)) return entry;
    const scenario = around.book.find(entry.scenario, entry.version);
    if (!meetsGoal(scenario.goal, event, entry, customer, zone)) return entry;
    notes.push({ because: 'goal-met', event: event.name, scenario: entry.scenario });
    return { ...entry, because: 'goal-met' as const };
  };
  const enrolments = customer.enrolments.map((enrolment) => {
    if (enrolment.ended?.because !== 'completed') return enrolment;
    const { because } = met({ ...enrolment, ...enrolment.ended });
    return { ...enrolment, ended: { ...enrolment.ended, because } };
  });
  return { ...customer, enrolments, ended: customer.ended.map(met) };
}

function withEntries(
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
  notes: Note[],
): { customer: Customer; before: readonly StoreContext[] } {
  let known = customer;
  const before: StoreContext[] = [];
  for (const scenario of around.book.current) {
    if (scenario.trigger.on !== event.name) continue;
    const entry = enter(scenario, known, event, around);
    notes.push({ because: entry.because, event: event.name, scenario: scenario.id });
    if (!entry.entered) continue;
    known = entry.customer;
    before.push(...entry.before);
  }
  return { customer: known, before };
}
