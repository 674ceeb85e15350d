/** Whatever is decided in a test of the engine must be fit to be saved. */
import { expect } from 'vitest';
import type { AroundSave } from '../../shared/core/promises/invariant.ts';
import { brokenInvariants } from '../../shared/core/promises/invariants.ts';
import { withAlarms } from '../../shared/core/record/alarm/alarms.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { Effect } from '../../shared/core/record/effect.ts';
import { wakingOf } from '../../shared/core/record/sweep-moment.ts';

interface Decided {
  readonly customer: Customer;
  readonly effects: readonly Effect[];
}

/** The decision itself, unless it breaks an invariant. */
export function sound<D extends Decided>(before: Customer, decided: D, around: AroundSave): D {
  const mail = decided.effects.find((effect) => effect.do === 'send')?.touchpoint.id;
  const after = withAlarms(decided.customer, around.at);
  const waking = wakingOf(after);
  expect(brokenInvariants(before, after, { ...around, mail, waking })).toEqual([]);
  return decided;
}
