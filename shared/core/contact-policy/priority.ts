/** Who goes first when a day has one place left: the message of the scenario that matters more to the customer. */
import { Temporal } from 'temporal-polyfill';
import { consentFor } from '../facts/consent-question.ts';
import type { Scenario } from '../language/scenario.ts';
import { isMessage, type MessageStep } from '../language/steps.ts';
import { brakesAt } from '../record/brakes.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate, civilTarget, isBefore } from '../values/civil-time.ts';
import { rankOf } from '../values/priority.ts';
import { concerns, placesLeft, type Weighed, weighedSends } from './caps.ts';
import type { DueMessage } from './due-message.ts';
import { isKeptOut } from './holdout.ts';
import { quietUntil } from './quiet-hours.ts';

/**
 * The next day's default hour, where a message must leave the last place of a day's cap to another running enrolment of a
 * smaller rank whose message is due later the same civil day.
 */
export function yieldsUntil(due: DueMessage, message: Weighed): Temporal.Instant | undefined {
  const { scenario, customer, enrolment, around } = due;
  const zone = zoneOf(customer, around.settings);
  const sends = weighedSends(customer, around);
  const today = civilDate(around.at, zone);
  const last = around.settings.caps.filter(
    (cap) => cap.days === 1 && concerns(cap, message) && placesLeft(cap, sends, today, zone) === 1,
  );
  if (last.length === 0) return undefined;
  const rank = rankOf(scenario.priority);
  const isWanted = customer.enrolments.some((other) => {
    if (other.ended || other.id === enrolment?.id || !around.book.has(other.scenario, other.version))
      return false;
    const wanted = around.book.find(other.scenario, other.version);
    if (wanted.kind !== 'marketing' || rankOf(wanted.priority) >= rank) return false;
    if (!isDueLaterToday(other, around, zone)) return false;
    const next = nextMessage(wanted, other);
    if (!next || isKeptOut(wanted, customer, around.settings, other.side)) return false;
    if (!mayGo(wanted, next, customer, around)) return false;
    const wants = { topic: next.topic ?? wanted.topic, content: next.content };
    return last.some((cap) => concerns(cap, wants));
  });
  return isWanted ? civilTarget(around.at, 1, around.settings.defaultHour, zone) : undefined;
}

/** Due on this civil day, after now, at an hour at which it may go. */
function isDueLaterToday({ due }: Enrolment, { at, settings }: SendingSurroundings, zone: string): boolean {
  if (!isBefore(at, due)) return false;
  if (settings.quietHours && quietUntil(due, settings.quietHours, zone)) return false;
  return Temporal.PlainDate.compare(civilDate(due, zone), civilDate(at, zone)) === 0;
}

/** The message she comes to when the step she rests at is over, if nothing else decides the way. */
function nextMessage(wanted: Scenario, { step: id }: Enrolment): MessageStep | undefined {
  let index = wanted.steps.findIndex((step) => step.id === id);
  const resting = wanted.steps[index];
  if (isMessage(resting)) return resting;
  if (resting?.kind !== 'wait') return undefined;
  index = 'event' in resting ? wanted.steps.findIndex((step) => step.id === resting.else) : index + 1;
  while (wanted.steps[index]?.kind === 'set' || wanted.steps[index]?.kind === 'emit') index += 1;
  const next = wanted.steps[index];
  return isMessage(next) ? next : undefined;
}

/** No place is kept for what would not go. */
function mayGo(
  wanted: Scenario & { kind: 'marketing' },
  next: MessageStep,
  customer: Customer,
  { brakes, at }: SendingSurroundings,
): boolean {
  if (brakesAt(brakes, at).paused.scenarios.includes(wanted.id)) return false;
  return consentFor(customer.consent, next.topic ?? wanted.topic, next.channel)?.is === 'granted';
}
