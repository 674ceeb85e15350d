import { createHmac } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Tombstone } from '../../ports/gone.ts';
import type { Keys } from '../../ports/keys.ts';
import type { World } from '../../ports/world.ts';

/** What stays of a customer's id after an erasure: HMAC-SHA256 of it, base64url; no address has the same one. */
export function customerKey(keys: Pick<Keys, 'address'>, id: string): string {
  return createHmac('sha256', keys.address).update(`customer\n${id}`, 'utf8').digest('base64url');
}

/** True while an erasure of this id stands. Asked only where no record of hers is found. */
export const isErased = async (world: Erasing, id: string): Promise<boolean> =>
  (await erasureOf(world, id)) !== undefined;

type Erasing = Pick<World, 'gone' | 'keys'>;

/** The erasure that stands: when it was asked for, and what was heard that happened later. */
export async function erasureOf(
  world: Erasing,
  id: string,
): Promise<(Tombstone & { readonly erased: Temporal.Instant }) | undefined> {
  const stone = await world.gone.load(customerKey(await world.keys(), id));
  if (!stone?.erased) return undefined;
  const isLifted = stone.lifted && stone.lifted.epochMilliseconds >= stone.erased.epochMilliseconds;
  return isLifted ? undefined : { ...stone, erased: stone.erased };
}

/** What stays of an event that an erased record had heard: nobody can tell by it what the event was. */
export const heardKey = (keys: Pick<Keys, 'address'>, hash: string): string =>
  createHmac('sha256', keys.address).update(`heard\n${hash}`, 'utf8').digest('hex').slice(0, 16);
