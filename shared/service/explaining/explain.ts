/** The operator's "why": a customer's record and touchpoints in plain sentences. */
import { Temporal } from 'temporal-polyfill';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { RecordedTouchpoint } from '../../core/record/touchpoint.ts';
import { zoneOf } from '../../core/record/zone.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import type { AboutHer } from './explain-about.ts';
import { explainEnd, explainEnrolment, explainRefusal, explainWaiting } from './explain-enrolment.ts';
import { explainMessage, explainOpenClaims } from './explain-message.ts';
import { wallTime } from './explain-moment.ts';
import { explainOrders } from './explain-order.ts';
import { explainPerson } from './explain-person.ts';

/**
 * Says, in this order: what holds for the customer, what happened (oldest first), where they are and what comes next.
 * Names scenarios, steps, templates and the customer's id; never their address or name.
 */
export function explain(
  stored: Customer,
  touchpoints: readonly RecordedTouchpoint[],
  about: AboutHer,
): string[] {
  const customer = atPresent(stored, about);
  const zone = zoneOf(customer, about.settings);
  const running = customer.enrolments.filter((enrolment) => !enrolment.ended);
  return [
    ...explainPerson(customer, about, zone),
    ...happened(customer, touchpoints, about, zone),
    ...explainOrders(customer, about.beyond, { at: about.at, zone }),
    ...running.flatMap((enrolment) => explainEnrolment(customer, enrolment, about, zone)),
    ...(customer.waiting ?? []).map((waiter) => explainWaiting(customer, waiter, about, zone)),
    ...(running.length > 0 || customer.mergedInto !== undefined
      ? []
      : ['The customer is in no scenario: nothing comes next until an event lets the customer in.']),
  ];
}

function happened(
  customer: Customer,
  touchpoints: readonly RecordedTouchpoint[],
  about: AboutHer,
  zone: string,
): string[] {
  const ends = [
    ...customer.enrolments.flatMap((enrolment) =>
      enrolment.ended ? [{ enrolment, end: enrolment.ended }] : [],
    ),
    ...customer.ended.map((enrolment) => ({ enrolment, end: enrolment })),
  ];
  const all = [
    ...touchpoints.map((one) => ({ at: one.at, sentence: explainMessage(one, zone) })),
    ...explainOpenClaims(customer, touchpoints, zone),
    ...ends.map(({ enrolment, end }) => ({ at: end.at, sentence: explainEnd(enrolment, end, zone) })),
    ...(customer.refused ?? []).map((one) => ({ at: one.at, sentence: explainRefusal(one, zone) })),
  ].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const { since } = about;
  const shown = since ? all.filter(({ at }) => !isBefore(at, since)) : all;
  const left = all.length - shown.length;
  return [
    ...(since && left > 0 ? [`What happened before ${wallTime(since, zone)} is left out (${left}).`] : []),
    ...(shown.length > 0
      ? shown.map(({ sentence }) => sentence)
      : ['No message was due to the customer in this time.']),
  ];
}
