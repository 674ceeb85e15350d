/** Of whom nothing is known but that somebody typed an address into the open form, and whose reader never said yes. */
import type { Temporal } from 'temporal-polyfill';
import { latest } from '../values/civil-time.ts';
import type { Customer } from './customer.ts';

/** Their link is good for seven days; they may ask again meanwhile. */
const keptFor = { hours: 24 * 30 };

/** Ids of this beginning are made of an address; the store has no name of its own for them. */
export const isLead = (id: string): boolean => id.startsWith('lead-');

/** When everything of such a record is to be forgotten, so long after it was last asked for; undefined for all others. */
export function forgottenFrom({
  id,
  mergedInto,
  consent,
  lifecycle,
  orders,
}: Customer): Temporal.Instant | undefined {
  if (!isLead(id) || mergedInto !== undefined || lifecycle.orders > 0 || orders.length > 0) return undefined;
  const words = Object.values(consent);
  const [first, ...others] = words.map(({ at }) => at);
  if (first === undefined || words.some(({ is }) => is !== 'pending')) return undefined;
  return others.reduce(latest, first).add(keptFor);
}
