/** When a wait is over: computed from the enrolment and the customer as they are now, never remembered blindly. */
import type { Temporal } from 'temporal-polyfill';
import { arrivedAt } from './arrival.ts';
import { addDuration, civilTarget } from './civil-time.ts';
import { type Customer, type Enrolment, ledgerOrder } from './customer.ts';
import type { EngineSettings } from './engine-settings.ts';
import { fraction } from './ids.ts';
import type { Scenario, WaitFor, WaitUntil } from './scenario.ts';
import { zoneOf } from './zone.ts';

type Instant = Temporal.Instant;

/** The due of a wait at which the enrolment arrived at `since`. */
export function dueOfWait(
  step: WaitFor | WaitUntil,
  since: Instant,
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  settings: EngineSettings,
): Instant {
  const zone = zoneOf(customer, settings);
  if ('for' in step) return addDuration(since, step.for, zone);
  const anchor = anchorOf(step.until.after, customer, enrolment, zone, settings);
  const due = civilTarget(anchor, step.until.day, step.until.at, zone);
  if (scenario.kind === 'transactional') return due;
  return due.add({ seconds: jitter_s(customer, enrolment, step.id, settings) });
}

function anchorOf(
  anchor: 'entry' | 'order' | 'arrived',
  customer: Customer,
  enrolment: Enrolment,
  zone: string,
  settings: EngineSettings,
): Instant {
  if (anchor === 'entry') return enrolment.enteredAt;
  const order = ledgerOrder(customer, enrolment.order);
  if (anchor === 'order') return order?.placedAt ?? enrolment.enteredAt;
  return arrivedAt(order, enrolment.enteredAt, zone, settings);
}

/** Whole minutes of delay, spread by hash so that ten o'clock is not one spike. */
function jitter_s(customer: Customer, enrolment: Enrolment, step: string, settings: EngineSettings): number {
  const share = fraction(['jitter', customer.store, customer.id, enrolment.id, step]);
  return Math.floor(share * (settings.jitter_minutes + 1)) * 60;
}
