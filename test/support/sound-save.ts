/** Whatever is decided in a test of the engine must be fit to be saved. */
import { expect } from 'vitest';
import type { AroundSave } from '../../shared/core/promises/invariant.ts';
import { brokenInvariants } from '../../shared/core/promises/invariants.ts';
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
  const waking = wakingOf(decided.customer, around.book);
  expect(brokenInvariants(before, decided.customer, { ...around, mail, waking })).toEqual([]);
  return decided;
}
