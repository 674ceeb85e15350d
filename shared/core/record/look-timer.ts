import { digest } from '../values/ids.ts';
import type { Customer } from './customer.ts';
import type { ArmLook } from './effect.ts';

/** The timer that the record's look is; none while nothing can come true by itself. */
export function timerOfLook({ store, id, look }: Customer): ArmLook | undefined {
  if (!look?.due) return undefined;
  return {
    do: 'look',
    name: lookTimerName(store, id, look.arm),
    due: look.due,
    message: { kind: 'look', customer: id, arm: look.arm },
  };
}

export function lookTimerName(store: string, customer: string, arm: number): string {
  return `l-${digest(['look', store, customer, arm], 40)}`;
}
