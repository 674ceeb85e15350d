/** Customers who get no message so that the others can be compared with them: by hash, the same ones each time. */
import type { Scenario } from '../language/scenario.ts';
import type { Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import type { Because } from '../values/because.ts';
import { fraction } from '../values/ids.ts';

/** Why she is left out of this scenario's marketing, where she is. */
export function isKeptOut(
  { id, kind, holdout = 0 }: Scenario,
  { store, id: customer }: Pick<Customer, 'store' | 'id'>,
  { controlGroup_percent }: EngineSettings,
): Extract<Because, 'control-group' | 'holdout'> | undefined {
  if (kind !== 'marketing') return undefined;
  const group = controlGroup_percent > 0 ? fraction(['control-group', store, customer]) * 100 : 100;
  if (group < controlGroup_percent) return 'control-group';
  const held = holdout > 0 ? fraction(['holdout', store, customer, id]) * 100 : 100;
  return held < holdout ? 'holdout' : undefined;
}
