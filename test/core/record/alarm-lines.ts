/** A customer who waits, and what its alarms owe as lines. */
import { Temporal } from 'temporal-polyfill';
import { type Customer, type Enrolment, newCustomer } from '../../../shared/core/record/customer.ts';
import type { ArmAlarm, ArmTimer, DisarmAlarm } from '../../../shared/core/record/effect.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';

export const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
export const at = (time: string) => Temporal.Instant.from(`2026-03-02T${time}Z`);
export const minuteAt = (time: string) => at(time).epochMilliseconds / 60_000;

export function run(id: string, due: string, lane: Lane = 'marketing', ended = false): Enrolment {
  return {
    id,
    scenario: id,
    version: 1,
    lane,
    key: 'k',
    enteredAt: noon,
    step: 'wait',
    since: noon,
    due: at(due),
    arm: 1,
    ended: ended ? { at: noon, because: 'exit-rule' } : undefined,
  };
}
export const hana = (...enrolments: Enrolment[]): Customer => ({ ...newCustomer('shop', 'c-1'), enrolments });
export const armed = (customer: Customer) => [
  customer.alarms?.transactional?.toString(),
  customer.alarms?.marketing?.toString(),
];
/** `alarm` or `lane`, its moment on the day, and whose message it is. */
export const lines = (effects: readonly (ArmAlarm | ArmTimer | DisarmAlarm)[]) =>
  effects.map((effect) => {
    if (effect.do === 'disarm') return `off ${effect.name}`;
    const { do: what, due, lane, message } = effect;
    const whose = message.kind === 'timer' ? message.enrolment : 'look';
    return `${what === 'alarm' ? 'alarm' : 'lane'} ${lane} ${due.toString().slice(11, 19)} ${whose}`;
  });
