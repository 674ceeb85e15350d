/**
 * Sleep: an enrolment that can have no effect, because all that may still come of it are messages she has not agreed to, or none
 * at all. It keeps its place, its group and the events it waits for, and costs nothing until something else happens to her.
 */
import { isKeptOut } from '../../contact-policy/holdout.ts';
import { consentFor } from '../../facts/consent-question.ts';
import type { Scenario } from '../../language/scenario.ts';
import type { Customer, Enrolment } from '../../record/customer.ts';
import type { Surroundings } from '../../record/surroundings.ts';
import { retimed } from '../advance-by-event.ts';
import { maxEnrolments } from '../enter-refusal.ts';
import { movedVersion } from '../move-version.ts';

type Around = Pick<Surroundings, 'book' | 'settings'>;

/**
 * True where nothing that is reached from the enrolment's step can have an effect as the record stands. Of who is held out
 * each message is told as such, to be compared with; an entry that lies beside the record is asked where a timer fires.
 */
export function maySleep(customer: Customer, enrolment: Enrolment, { book, settings }: Around): boolean {
  const { scenario: id, version, step, ended, context, side } = enrolment;
  if (ended || context || !book.has(id, version)) return false;
  const scenario = book.find(id, version);
  if (isWaitedFor(customer, scenario, book)) return false;
  const reach = book.reachOf(scenario).get(step);
  if (!reach || reach.acts || isKeptOut(scenario, customer, settings, side)) return false;
  return reach.needs.every(
    ({ topic, channel }) => consentFor(customer.consent, topic, channel)?.is !== 'granted',
  );
}

/** True where somebody may be let in as soon as an enrolment of the scenario ends: its timers come, so that it ends in its time. */
function isWaitedFor({ waiting = [], enrolments }: Customer, { id, group }: Scenario, book: Around['book']) {
  if (waiting.length === 0) return false;
  const isFull =
    enrolments.filter(({ ended, lane }) => !ended && lane !== 'transactional').length >= maxEnrolments;
  return waiting.some(({ scenario }) => {
    const waits = book.current.find((one) => one.id === scenario);
    return (
      waits !== undefined && (isFull || waits.id === id || (group !== undefined && waits.group === group))
    );
  });
}

/** The record with each enrolment asleep or awake as it stands: to be asked of what is about to be saved. */
export function withSleepers(customer: Customer, around: Around): Customer {
  return withEach(customer, (enrolment) => {
    const asleep = maySleep(customer, enrolment, around) || undefined;
    return enrolment.asleep === asleep ? enrolment : { ...enrolment, asleep };
  });
}

/** The very same record where nothing of it has changed. */
function withEach(customer: Customer, changed: (enrolment: Enrolment) => Enrolment): Customer {
  const enrolments = customer.enrolments.map(changed);
  const isSame = enrolments.every((enrolment, at) => enrolment === customer.enrolments[at]);
  return isSame ? customer : { ...customer, enrolments };
}

/**
 * Who sleeps goes over to the newest version at a look, since no timer touches them: what it adds may need no consent.
 *
 * @param by what the record remembers the look by
 */
export function withSleepersMoved(customer: Customer, around: Surroundings, by: string): Customer {
  let known = customer;
  for (const enrolment of customer.enrolments) {
    const moved = enrolment.asleep && movedVersion({ customer: known, enrolment }, around, by);
    if (!moved) continue;
    const event = moved.enrolment.event ?? {};
    known = retimed({ ...moved, event, around }, by).customer;
  }
  return known;
}

/**
 * The record after a decision with whoever it has woken: armed as by the decision itself, so that its repeat finds them.
 *
 * @param by what the record remembers the decision by
 */
export function withWoken(customer: Customer, around: Around, by: string): Customer {
  const isWoken = (enrolment: Enrolment) =>
    enrolment.asleep === true && !enrolment.ended && !maySleep(customer, enrolment, around);
  return withEach(customer, (enrolment) =>
    isWoken(enrolment) ? { ...enrolment, asleep: undefined, by } : enrolment,
  );
}
