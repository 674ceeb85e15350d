/** One look at a customer: what has become true of her by time alone. */
import type { Temporal } from 'temporal-polyfill';
import type { Applied } from '../../core/enrolments/apply-events.ts';
import { type Decided, lookAt, lookCause } from '../../core/enrolments/look.ts';
import type { LookMessage } from '../../core/events/lane-message.ts';
import { isTooEarly } from '../../core/record/alarm/timer-effect.ts';
import type { Customer } from '../../core/record/customer.ts';
import { type ChangePorts, changeCustomer } from '../saving/change-customer.ts';
import type { Engine } from '../saving/engine.ts';

/** By what the record remembers a look that no timer brought: another may have been armed before its repeat. */
const atOnce = 'look/at-once';

/**
 * Handles the firing of a look. Resolves once all that follows is saved, armed and published; a repeat of the message
 * finds that, and arms and publishes the same again. One that comes too early is armed anew.
 *
 * @throws `SaveRaceLost`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was saved
 */
export async function handleLook(
  engine: Engine<ChangePorts>,
  message: LookMessage,
): Promise<Applied | 'unknown'> {
  const { customer: id, arm } = message;
  const asked = { what: 'look', isTimer: true, alarm: message.alarm } as const;
  return changeCustomer(engine, id, asked, (customer, around) => {
    const isNow = customer.look?.arm === arm && !isEarly(customer, arm, around.at);
    return isNow ? lookAt(customer, around, lookCause(arm)) : asLeft(customer, lookCause(arm));
  });
}

/**
 * Looks at a customer at once, whatever is armed: after a deployment with new segments, dates or schedules. Where
 * nothing comes of it nothing is written.
 */
export async function lookNow(engine: Engine<ChangePorts>, id: string): Promise<Applied | 'unknown'> {
  return changeCustomer(engine, id, { what: 'look' }, (customer, around) => {
    const looked = lookAt(customer, around, atOnce);
    return changesNothing(customer, looked) ? asLeft(customer, atOnce) : looked;
  });
}

/** Nothing is decided; what such a look left to do is done again. */
function asLeft(customer: Customer, by: string): Decided {
  return { customer, changed: false, before: [], notes: [], by: new Set([by]) };
}

function isEarly({ look }: Customer, arm: number, at: Temporal.Instant): boolean {
  return look?.arm === arm && look.due !== undefined && isTooEarly(look.due, at);
}

function changesNothing(before: Customer, { customer, notes }: Decided): boolean {
  const [old, next] = [before.look?.due, customer.look?.due];
  const sameDue = old && next ? old.equals(next) : old === next;
  const isWhereItWas = before.enrolments.every(({ id, version }) =>
    customer.enrolments.some((other) => other.id === id && other.version === version),
  );
  return notes.length === 0 && sameDue && isWhereItWas && customer.segments === before.segments;
}
