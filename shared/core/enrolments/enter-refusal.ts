/** Every reason for which somebody is not let into a scenario, asked in a fixed order. */
import { isForgotten } from '../facts/ended-memory.ts';
import { runNames } from '../facts/run-names.ts';
import { fits } from '../language/evaluate-filter.ts';
import type { Scenario } from '../language/scenario.ts';
import { meetsExitState } from '../questions/exit-state.ts';
import { filterSubject } from '../questions/filter-subject.ts';
import { isInShare } from '../questions/in-share.ts';
import { orderIsOver } from '../questions/order-is-over.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import type { Because } from '../values/because.ts';
import { addDuration, civilDate, isBefore } from '../values/civil-time.ts';
import { spanOf_ms } from '../values/duration.ts';
import type { Candidate, Entry } from './enter-entry.ts';

/** Nobody is in more marketing enrolments at once; a bound on the record. What order mail asks for is bounded by `open-work.ts`. */
export const maxEnrolments = 24;

/** Why the entry does not let in; undefined where it does. */
export function refusal(candidate: Candidate, entry: Entry): Because | undefined {
  return byScenario(candidate, entry) ?? byHistory(candidate, entry) ?? byEnrolments(candidate, entry);
}

/** True while the entry may let in. */
export function isFresh({ trigger }: Scenario, at: Entry['at'], around: Surroundings): boolean {
  const span_ms = spanOf_ms(trigger.freshness ?? around.settings.freshness);
  return around.at.epochMilliseconds <= at.epochMilliseconds + span_ms;
}

/** What the scenario asks for: its switch, its filter, its limit, a fresh word, and that it would not end at once. */
function byScenario(candidate: Candidate, entry: Entry): Because | undefined {
  const { scenario, around } = candidate;
  if (scenario.enabled === false) return 'disabled';
  const enrolment = {
    scenario: scenario.id,
    version: scenario.version,
    order: entry.order,
    enteredAt: entry.at,
  };
  const entering = { ...candidate, enrolment, event: entry.event };
  const { filter } = scenario.trigger;
  if (filter && !fits(filter, filterSubject(entering))) return 'filter-not-met';
  if (!isWithinLimit(candidate, entry)) return 'not-in-limit';
  if (!isFresh(scenario, entry.at, around)) return 'too-late';
  if (orderIsOver(entering)) return 'order-ended-before';
  return meetsExitState(entering) ? 'exit-rule' : undefined;
}

/** The limit of the scenario, and the segment that a schedule is for. */
function isWithinLimit({ scenario, customer, around }: Candidate, entry: Entry): boolean {
  const { limit = {}, trigger } = scenario;
  const isIn = (segment: string) => Object.hasOwn(customer.segments, segment);
  if ('schedule' in trigger && !isIn(trigger.segment)) return false;
  if (limit.segment !== undefined && !isIn(limit.segment)) return false;
  if (limit.persona !== undefined && customer.categories.persona?.is !== limit.persona) return false;
  if (!isInShare(scenario, customer)) return false;
  if (limit.from === undefined && limit.until === undefined) return true;
  // Civil days as text compare as they follow one another.
  const day = civilDate(entry.at, around.settings.timeZone).toString();
  return (limit.from === undefined || limit.from <= day) && (limit.until === undefined || day <= limit.until);
}

/** `oncePer`, where it does not matter whether the earlier run still goes on. */
function byHistory(candidate: Candidate, entry: Entry): Because | undefined {
  if (nameBefore(candidate, entry)) return 'already-entered';
  const { scenario, customer, around } = candidate;
  const { key } = entry;
  const isUsed = entriesOf(scenario.id, customer).some(
    (run) => run.key === key && !isForgotten(run, customer, around),
  );
  return isUsed ? 'already-entered' : undefined;
}

/** The name of the run that left touchpoints, though the record no longer knows it. */
export function nameBefore(
  { scenario, customer, around: { enrolmentsBefore } }: Candidate,
  { key, word }: Entry,
): string | undefined {
  if (!enrolmentsBefore) return undefined;
  return runNames(customer, { scenario: scenario.id, key }, word).find((name) => enrolmentsBefore.has(name));
}

function byEnrolments(candidate: Candidate, entry: Entry): Because | undefined {
  const { scenario, customer, around } = candidate;
  const running = openEnrolments(scenario, customer);
  if (openInGroup(scenario, customer, around).length > 0) return 'group-running';
  return (
    byRunning(candidate, entry, running) ?? (isWithinSpan(candidate, entry) ? 'already-entered' : undefined)
  );
}

/**
 * What the open enrolments of the scenario say, and how many there are at all. One that is restarted makes room for the next.
 * No number holds back a confirmation or a notice.
 */
function byRunning(
  { scenario: { trigger, kind }, customer }: Candidate,
  entry: Entry,
  running: readonly Enrolment[],
): Because | undefined {
  if (running.length > 0 && trigger.whileRunning === 'ignore') return 'already-running';
  if (running.length > 0 && trigger.whileRunning === 'restart') {
    const newer = running.every((enrolment) => isBefore(enrolment.enteredAt, entry.at));
    return newer ? undefined : 'older-than-running';
  }
  if (kind === 'transactional') return undefined;
  if (running.length >= (trigger.atMost ?? Number.POSITIVE_INFINITY)) return 'too-many-at-once';
  const open = customer.enrolments.filter(({ ended, lane }) => !ended && lane !== 'transactional');
  return open.length >= maxEnrolments ? 'too-many-at-once' : undefined;
}

/** True where nothing but a place is wanting: who was refused so may be let in as soon as there is one. */
export function wantsOnlyPlace(candidate: Candidate, entry: Entry, because: Because): boolean {
  if (because !== 'group-running' && because !== 'too-many-at-once') return false;
  const running = openEnrolments(candidate.scenario, candidate.customer);
  const beside = byRunning(candidate, entry, running);
  return (beside === undefined || beside === 'too-many-at-once') && !isWithinSpan(candidate, entry);
}

/** The enrolments of other scenarios of the same group that keep the customer out, while they are open. */
export function openInGroup(
  scenario: Scenario,
  customer: Customer,
  { book }: Pick<Surroundings, 'book'>,
): Enrolment[] {
  const { id, group, replaces = [], whenTaken } = scenario;
  if (group === undefined || whenTaken === 'replace') return [];
  return customer.enrolments.filter((one) => {
    if (one.ended || one.scenario === id || replaces.includes(one.scenario)) return false;
    return groupOf(one, book) === group;
  });
}

/** The open enrolments whose place the scenario takes. */
export function replacedBy(
  { id, group, replaces = [], whenTaken }: Scenario,
  customer: Customer,
  { book }: Pick<Surroundings, 'book'>,
): Enrolment[] {
  const isOfGroup = (one: Enrolment) =>
    whenTaken === 'replace' && one.scenario !== id && groupOf(one, book) === group;
  return customer.enrolments.filter(
    (one) => !one.ended && (replaces.includes(one.scenario) || isOfGroup(one)),
  );
}

/** Undefined of a version that this code does not have. */
const groupOf = ({ scenario, version }: Enrolment, book: Surroundings['book']): string | undefined =>
  book.has(scenario, version) ? book.find(scenario, version).group : undefined;

/** `ever`, and `every` so many days. */
function isWithinSpan({ scenario, customer, around }: Candidate, entry: Entry): boolean {
  const { oncePer } = scenario.trigger;
  const entries = entriesOf(scenario.id, customer);
  if (oncePer === 'ever') return entries.length > 0;
  if (typeof oncePer === 'string' || 'key' in oncePer) return false;
  const zone = zoneOf(customer, around.settings);
  return entries.some((enrolment) =>
    isBefore(entry.at, addDuration(enrolment.enteredAt, oncePer.every, zone)),
  );
}

export function openEnrolments({ id }: Scenario, customer: Customer): Enrolment[] {
  return customer.enrolments.filter(({ scenario, ended }) => scenario === id && !ended);
}

function entriesOf(id: string, customer: Customer) {
  return [...customer.enrolments, ...customer.ended].filter(({ scenario }) => scenario === id);
}
