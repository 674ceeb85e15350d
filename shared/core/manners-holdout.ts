/** Customers who get no message so that the others can be compared with them: by hash, the same ones each time. */
import type { Because } from './because.ts';
import type { Customer } from './customer.ts';
import type { EngineSettings } from './engine-settings.ts';
import { fraction } from './ids.ts';
import type { Scenario } from './scenario.ts';

/** Why she is left out of this scenario's marketing, where she is. */
export function isKeptOut(
  { id, kind, holdout = 0 }: Scenario,
  { store, id: customer }: Pick<Customer, 'store' | 'id'>,
  { controlGroup_percent }: EngineSettings,
): Extract<Because, 'control-group' | 'holdout'> | undefined {
  if (kind !== 'marketing') return undefined;
  if (fraction(['control-group', store, customer]) * 100 < controlGroup_percent) return 'control-group';
  return fraction(['holdout', store, customer, id]) * 100 < holdout ? 'holdout' : undefined;
}
