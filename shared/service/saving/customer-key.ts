import { createHmac } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Keys } from '../../ports/keys.ts';
import type { World } from '../../ports/world.ts';

/** What stays of a customer's id after an erasure: HMAC-SHA256 of it, base64url; no address has the same one. */
export function customerKey(keys: Pick<Keys, 'address'>, id: string): string {
  return createHmac('sha256', keys.address).update(`customer\n${id}`, 'utf8').digest('base64url');
}

/** True while an erasure of this id stands. Asked only where no record of hers is found. */
export const isErased = async (world: Erasing, id: string): Promise<boolean> =>
  (await erasedAt(world, id)) !== undefined;

type Erasing = Pick<World, 'gone' | 'keys'>;

/** When the erasure that stands was asked for. */
export async function erasedAt(world: Erasing, id: string): Promise<Temporal.Instant | undefined> {
  const stone = await world.gone.load(customerKey(await world.keys(), id));
  if (!stone?.erased) return undefined;
  const isLifted = stone.lifted && stone.lifted.epochMilliseconds >= stone.erased.epochMilliseconds;
  return isLifted ? undefined : stone.erased;
}
