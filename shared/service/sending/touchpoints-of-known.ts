/** Touchpoints to whom the mail service's late word brings back nobody: a delivery or a click may come days after. */
import type { Touchpoints } from '../../ports/touchpoints.ts';
import type { World } from '../../ports/world.ts';
import { isErased } from '../saving/customer-key.ts';

/**
 * The same touchpoints, but nothing is written of somebody who was erased. Asked only of those whose touchpoint the
 * batch did not find.
 */
export function touchpointsOfKnown(
  touchpoints: Touchpoints,
  world: Pick<World, 'gone' | 'keys'>,
): Touchpoints {
  let found: ReadonlySet<string> = new Set();
  const isForgotten = async (customer: string, id: string) =>
    !found.has(id) && (await isErased(world, customer));
  return {
    load: (customer, id) => touchpoints.load(customer, id),
    list: (customer) => touchpoints.list(customer),
    async loadMany(keys) {
      const all = await touchpoints.loadMany(keys);
      found = new Set(all.map(({ id }) => id));
      return all;
    },
    async settle(touchpoint) {
      if (await isForgotten(touchpoint.customer, touchpoint.id)) return 'already';
      return touchpoints.settle(touchpoint);
    },
    async note(customer, id, kind, at) {
      if (!(await isForgotten(customer, id))) await touchpoints.note(customer, id, kind, at);
    },
  };
}
