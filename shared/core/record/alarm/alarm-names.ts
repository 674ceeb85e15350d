/** How a customer's alarms are called: by lane and minute, and by how often one of the lane was taken back. */
import type { Temporal } from 'temporal-polyfill';
import { alarmName } from '../../values/ids.ts';
import { type Lane, lanes } from '../../values/lane.ts';
import { minuteOf } from '../../values/minute.ts';
import type { Customer } from '../customer.ts';
import type { DisarmAlarm } from '../effect.ts';
import type { ArmedAlarms } from '../waiting-state.ts';

type Whose = Pick<Customer, 'store' | 'id' | 'alarms'>;

export const nameOfAlarm = ({ store, id, alarms }: Whose, lane: Lane, minute: Temporal.Instant): string =>
  alarmName({ store, customer: id, lane, minute: minuteOf(minute), turn: alarms?.turns?.[lane] });

/** Of all alarms that are still set for a customer in a lane, passed by or not, as the record knows of them. */
export function namesOfAlarms(customer: Whose, lane: Lane): string[] {
  const { alarms } = customer;
  const minutes = [alarms?.[lane], ...(alarms?.passed ?? [])].filter((minute) => minute !== undefined);
  return minutes.map((minute) => nameOfAlarm(customer, lane, minute));
}

/** What a save has taken back: the lane's alarm of before, and all that it had passed by. */
export function takenBack(before: Whose | undefined, saved: Whose): DisarmAlarm[] {
  if (!before) return [];
  const turned = lanes.filter((lane) => saved.alarms?.turns?.[lane] !== before.alarms?.turns?.[lane]);
  return turned.flatMap((lane) => namesOfAlarms(before, lane)).map((name) => ({ do: 'disarm', name }));
}

/** One turn more for each lane whose alarm is taken back. */
export function turnsAfter(turns: ArmedAlarms['turns'], off: readonly Lane[]): ArmedAlarms['turns'] {
  if (off.length === 0) return turns;
  return { ...turns, ...Object.fromEntries(off.map((lane) => [lane, (turns?.[lane] ?? 0) + 1])) };
}
