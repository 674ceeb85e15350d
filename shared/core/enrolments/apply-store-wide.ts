/** An event of the store's goods, as far as it concerns one customer: whoever waits for it, and whom it lets in. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import { type StoreWideName, subjectOf } from '../events/event-catalogue.ts';
import { hyphened } from '../events/hyphened.ts';
import type { EnrolMessage } from '../events/intake-message.ts';
import type { StoreWideEvent } from '../events/store-wide-event.ts';
import { eventHash } from '../facts/event-identity.ts';
import { exitRules } from '../language/exit-rules.ts';
import type { Scenario } from '../language/scenario.ts';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Customer } from '../record/customer.ts';
import type { StoreContext } from '../record/effect.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { advance } from './advance.ts';
import { noteOfEntry } from './apply-entries.ts';
import { enterByCommand } from './enter.ts';
import { commandHash } from './enter-entry.ts';
import { isFresh } from './enter-refusal.ts';
import type { Decided } from './look.ts';
import type { Note } from './note.ts';

type Instant = Temporal.Instant;

/** True where some scenario begins with such an event, or some step waits for it. */
export function concernsAnybody(name: StoreWideName, { current }: Pick<ScenarioBook, 'current'>): boolean {
  return current.some((scenario) => isBegunBy(scenario, name) || namesIn(scenario).includes(name));
}

/** True where the event still lets somebody in at this moment, or some step waits for it. */
export function letsAnybodyIn(name: StoreWideName, at: Instant, around: Surroundings): boolean {
  const isOpenTo = (scenario: Scenario) =>
    isBegunBy(scenario, name) && scenario.enabled !== false && isFresh(scenario, at, around);
  return around.book.current.some((scenario) => isOpenTo(scenario) || namesIn(scenario).includes(name));
}

/** Runs that wait for the event go on, then the scenarios it begins are asked. Her facts stay as they are. */
export function applyStoreWide(customer: Customer, word: StoreWideEvent, around: Surroundings): Decided {
  const event: StoreEvent = { ...word, detail: { ...word.detail, customer: { id: customer.id } } };
  const by = new Set([eventHash(event)]);
  const notes: Note[] = [];
  const before: StoreContext[] = [];
  let known = customer;
  if (isForOthers(word, customer)) {
    notes.push({ because: 'filter-not-met', event: word.name });
    return { customer, changed: false, before, notes, by };
  }
  for (const enrolment of customer.enrolments) {
    if (enrolment.ended) continue;
    const scenario = around.book.find(enrolment.scenario, enrolment.version);
    if (!namesIn(scenario).includes(word.name)) continue;
    const advanced = advance({ scenario, customer: known, enrolment }, { kind: 'event', event, around });
    if (advanced.customer !== known)
      notes.push({ because: advanced.because, event: word.name, scenario: scenario.id });
    known = advanced.customer;
  }
  for (const scenario of around.book.index.byEvent(word.name)) {
    const message = commandFor(scenario, word, customer.id);
    by.add(commandHash(message));
    const entry = enterByCommand({ scenario, customer: known, around }, message);
    notes.push(noteOfEntry(entry, word.name, scenario.id));
    known = entry.customer ?? known;
    before.push(...entry.before);
  }
  return { customer: known, changed: known !== customer, before, notes, by };
}

/** A sale may be for some segments alone; a list that names none is for everybody. */
function isForOthers({ detail }: StoreWideEvent, { segments }: Customer): boolean {
  const meant = detail.sale?.segments ?? [];
  return meant.length > 0 && !meant.some((name) => Object.hasOwn(segments, hyphened(name)));
}

/** Names that no segment has: whoever only they mean is nobody. */
export function segmentsUnknown({ detail }: StoreWideEvent, { segments }: ScenarioBook): readonly string[] {
  const known = new Set(segments.map(({ name }) => name));
  return (detail.sale?.segments ?? []).map(hyphened).filter((name) => !known.has(name));
}

function isBegunBy({ trigger }: Scenario, name: StoreWideName): boolean {
  return 'on' in trigger && trigger.on === name;
}

/** The events that an enrolment of the scenario may be moved by: its waits, its goal and its exits. */
function namesIn(scenario: Scenario): string[] {
  const { steps, goal } = scenario;
  const waited = steps.flatMap((step) => (step.kind === 'wait' && 'event' in step ? [step.event.on] : []));
  const exits = exitRules(scenario).map(({ on }) => on);
  return [...waited, ...exits, ...(goal ? [goal.on] : [])];
}

/**
 * One entry for each sale or product's change: a price may fall, and goods come back, more than once. Where `oncePer` is `every` so
 * long, an announcement after it begins a run of its own, whose messages are not those of the one before.
 */
function commandFor(
  scenario: Scenario,
  { name, occurredAt, detail }: StoreWideEvent,
  customer: string,
): EnrolMessage {
  const subject = subjectOf(name);
  const part = subject === 'sale' ? detail.sale : detail.product;
  const { oncePer } = scenario.trigger;
  const isAgain = typeof oncePer === 'object' && 'every' in oncePer;
  const isOfThing = !isAgain && (name === 'SaleAnnounced' || name === 'ProductAnnounced');
  const key = isOfThing ? part?.id : undefined;
  return {
    kind: 'enrol',
    customer,
    scenario: scenario.id,
    key: key ?? detail.eventId,
    at: occurredAt.toString(),
    event: detail,
  };
}
