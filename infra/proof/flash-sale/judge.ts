/** Asks the record of every customer whether all that waits there will be woken in its minute. */

import { nameOfAlarm } from '../../../shared/core/record/alarm/alarm-names.ts';
import { isAwake, wakesAt } from '../../../shared/core/record/alarm/timer-effect.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { type Lane, lanes } from '../../../shared/core/values/lane.ts';
import { nthCustomer, type PlayedStore } from '../lane-workers/played-store.ts';

const minute_ms = 60_000;

export interface JudgedRecords {
  /** Lanes in which somebody waits, and of them those without an alarm that rings in time. */
  readonly lanes: number;
  readonly unarmed: readonly string[];
  /** What was due and lies in the record still, though no lane holds it. */
  readonly missed: readonly string[];
}

/** To be asked when both lanes are empty: then an alarm stands for everything that waits. */
export async function judgeRecords(store: PlayedStore, orders: number): Promise<JudgedRecords> {
  const unarmed: string[] = [];
  const missed: string[] = [];
  let asked = 0;
  for (let nth = 0; nth < orders; nth += 1) {
    const id = nthCustomer(nth);
    const customer = await store.world.customers.load(id);
    if (!customer) {
      missed.push(`${id} is not known`);
      continue;
    }
    for (const lane of lanes) {
      const due_ms = firstDue_ms(customer, lane);
      if (due_ms === undefined) continue;
      asked += 1;
      if (due_ms <= store.world.clock.now().epochMilliseconds) missed.push(`${id} ${lane}`);
      if (!isArmed(store, customer, lane, due_ms)) unarmed.push(`${id} ${lane}`);
    }
  }
  return { lanes: asked, unarmed, missed };
}

function firstDue_ms({ enrolments, look }: Customer, lane: Lane): number | undefined {
  const dues = enrolments.filter((one) => isAwake(one) && one.lane === lane).map(wakesAt);
  const looked = lane === 'marketing' && look?.due ? [look.due] : [];
  const all = [...dues, ...looked].map(({ epochMilliseconds }) => epochMilliseconds);
  return all.length === 0 ? undefined : Math.min(...all);
}

/** The record names an alarm in time for what is due first, and Scheduler holds it under its derived name. */
function isArmed({ scheduler }: PlayedStore, customer: Customer, lane: Lane, due_ms: number): boolean {
  const alarm = customer.alarms?.[lane];
  if (!alarm || alarm.epochMilliseconds >= due_ms + minute_ms) return false;
  const held = scheduler.armed.get(nameOfAlarm(customer, lane, alarm));
  return held !== undefined && held.lane === lane && held.due.equals(alarm);
}
