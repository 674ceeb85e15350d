/**
 * Who sleeps is walked to the present at the start of each decision about the customer, by the record as it was: as if each of
 * its timers had fired at its due and each message had been left out for want of consent. Only then comes what is new.
 */
import type { Temporal } from 'temporal-polyfill';
import { isExpired } from '../../contact-policy/expiry.ts';
import { leavesBecause } from '../../questions/exit-state.ts';
import type { Customer, Enrolment } from '../../record/customer.ts';
import { withEnrolment } from '../../record/replace-enrolment.ts';
import type { Situation } from '../../record/situation.ts';
import type { Surroundings } from '../../record/surroundings.ts';
import { isBefore } from '../../values/civil-time.ts';
import { advanceByTimer } from '../advance-by-timer.ts';
import type { AtMessage, Became } from '../walk/walk-message.ts';
import { tooSoonFor } from '../walk/walk-wait.ts';
import { dozersAtPresent, withDozes } from './dozing.ts';
import { withSleepers } from './sleepers.ts';

/**
 * As many timers as a daily series has in five years are gone through one by one. What is still behind then, a circle of minutes
 * most likely, takes the rest in the strides of a walk that is late: no decision is kept long, and nobody is woken in the past.
 */
const oneByOne = 2000;
const mostFirings = 3000;

/** The record at `around.at`, to decide on; the very same one where nobody sleeps beyond a due. */
export function atPresent(customer: Customer, around: Surroundings): Customer {
  return walked(dozersAtPresent(customer, around), around, ({ due }) => due);
}

/**
 * The record to be saved, with each enrolment asleep or awake. Of who sleeps what is due already is over at this moment, as
 * its timer would have come at once: at the next decision no due is older than this save.
 */
export function laidToSleep(customer: Customer, around: Surroundings): Customer {
  return withDozes(
    walked(withSleepers(customer, around), around, () => around.at),
    around,
  );
}

/** @param firesAt when the timer of an enrolment would have come */
function walked(
  customer: Customer,
  around: Surroundings,
  firesAt: (enrolment: Enrolment) => Temporal.Instant,
): Customer {
  let known = customer;
  for (const { id } of customer.enrolments.filter((enrolment) => isBehind(enrolment, around))) {
    for (let fired = 0; fired < mostFirings; fired += 1) {
      const enrolment = known.enrolments.find((other) => other.id === id);
      if (!enrolment || !isBehind(enrolment, around)) break;
      const at = fired < oneByOne ? firesAt(enrolment) : around.at;
      known = firedAt(at, known, enrolment, around);
    }
  }
  return known;
}

function isBehind({ scenario, version, ended, asleep, due }: Enrolment, { at, book }: Surroundings): boolean {
  return asleep === true && !ended && !isBefore(at, due) && book.has(scenario, version);
}

function firedAt(
  at: Temporal.Instant,
  customer: Customer,
  enrolment: Enrolment,
  around: Surroundings,
): Customer {
  const scenario = around.book.find(enrolment.scenario, enrolment.version);
  const event = enrolment.event ?? {};
  const fired: Situation = { scenario, customer, enrolment, event, around: { ...around, at } };
  const advanced = advanceByTimer(fired, leftOut);
  const moved = advanced.customer.enrolments.find(({ id }) => id === enrolment.id) ?? enrolment;
  // No hash of an event: a repeat of one that came before has nothing to arm here.
  return withEnrolment(customer, { ...moved, asleep: moved.ended ? undefined : true, by: undefined });
}

/** As at any message whose time has come, but that nobody asks for consent once more. */
function leftOut(message: AtMessage, fired: Situation): { readonly became: Became } {
  const { step, place } = message;
  const { customer, enrolment } = place;
  const now = { ...fired, customer, enrolment };
  const leave = leavesBecause(now);
  if (leave) return { became: { leave } };
  const tooSoon = tooSoonFor(message, fired);
  if (tooSoon) return { became: tooSoon };
  const { since } = enrolment;
  return { became: { customer, due: since, as: isExpired({ ...now, step, since }) ? 'missed' : 'skipped' } };
}
