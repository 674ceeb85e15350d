import type { Customer } from './customer.ts';
import type { ArmLook } from './effect.ts';
import { digest } from './ids.ts';

/** The timer that the record's look is; none while nothing can come true by itself. */
export function timerOfLook({ store, id, look }: Customer): ArmLook | undefined {
  if (!look?.due) return undefined;
  return {
    do: 'look',
    name: `l-${digest(['look', store, id, look.arm], 40)}`,
    due: look.due,
    message: { kind: 'look', customer: id, arm: look.arm },
  };
}
