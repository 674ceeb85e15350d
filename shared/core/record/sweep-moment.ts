/** From when the sweep may ask for a customer: derived here and nowhere else, from what the record waits for. */
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore, latest } from '../values/civil-time.ts';
import { isAwake, wakesAt } from './alarm/timer-effect.ts';
import type { Customer } from './customer.ts';

type Instant = Temporal.Instant;

/** Each 15 minutes after a due: by then its alarm should have come. Left out where nothing of that kind is waited for. */
export interface Waking {
  /** Of what waits behind the transactional alarm, kept in the sparse index and found within half an hour. */
  readonly transactional?: Instant | undefined;
  /** Of whatever is waited for, looks too, and being forgotten: found by a scan. */
  readonly any?: Instant | undefined;
}

const grace_minutes = 15;

export function wakingOf(customer: Customer): Waking {
  const { enrolments, look, alarms } = customer;
  const open = enrolments.filter(isAwake);
  const alarm = alarms?.transactional;
  // What is due before the alarm went straight into its lane: nobody waits for a schedule there.
  const isArmed = (due: Instant) => alarm !== undefined && !isBefore(due.add({ minutes: 1 }), alarm);
  const armed = open.filter((enrolment) => enrolment.lane === 'transactional' && isArmed(wakesAt(enrolment)));
  const others = [look?.due, forgottenFrom(customer)].filter((due) => due !== undefined);
  return {
    transactional: overdue(armed.map(wakesAt)),
    any: overdue([...open.map(wakesAt), ...others]),
  };
}

const overdue = (dues: readonly Instant[]) => earliest(dues)?.add({ minutes: grace_minutes });

/** The link that asked them is good for seven days; they may ask again meanwhile. */
const keptFor = { hours: 24 * 30 };

/** Ids of this beginning are made of an address; the store has no name of its own for them. */
export const isLead = (id: string): boolean => id.startsWith('lead-');

/**
 * When all is to be forgotten of a record of which nothing is known but that somebody typed an address into the open form,
 * and whose reader never said yes: so long after it was last asked for. Undefined for all others.
 */
export function forgottenFrom({
  id,
  mergedInto,
  consent,
  lifecycle,
  orders,
}: Customer): Temporal.Instant | undefined {
  if (!isLead(id) || mergedInto !== undefined || lifecycle.orders > 0 || orders.length > 0) return undefined;
  const words = Object.values(consent);
  const [first, ...others] = words.map(({ at }) => at);
  if (first === undefined || words.some(({ is }) => is !== 'pending')) return undefined;
  return others.reduce(latest, first).add(keptFor);
}
