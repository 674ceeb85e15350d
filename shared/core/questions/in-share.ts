/** Whether a customer is of the share of all that a scenario lets in: by hash, so her answer never changes. */
import type { Scenario } from '../language/scenario.ts';
import type { Customer } from '../record/customer.ts';
import { fraction } from '../values/ids.ts';

/** True where the scenario's limit names no share. */
export function isInShare({ id, limit }: Scenario, { store, id: customer }: Customer): boolean {
  const { percent, pilot } = limit ?? {};
  const isPilot = pilot === undefined || fraction(['pilot', store, customer]) * 100 < pilot;
  return isPilot && (percent === undefined || fraction(['limit', store, customer, id]) * 100 < percent);
}
