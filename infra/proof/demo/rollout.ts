/** How much of the library a store lets in beside the two scenarios that orders are counted by. */
import { scenarios } from '../../../shared/library.ts';
import type { Settings } from '../../../shared/settings/settings.ts';

const forEverybody: readonly string[] = ['order-thanks', 'after-purchase'];

/**
 * Everybody gets the two; of 100 customers so many are pilots, who get all others too.
 *
 * @param pilot 0: the two stories alone; 100: the library as it ships
 */
export function rolledOut(pilot: number): Settings['scenarios'] {
  if (pilot === 100) return {};
  const others = scenarios.filter(({ id }) => !forEverybody.includes(id));
  return Object.fromEntries(others.map(({ id }) => [id, { pilot }]));
}
