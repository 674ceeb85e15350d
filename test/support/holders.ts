/** Who has an address, as its state tells it. */
import type { World } from '../../shared/ports/world.ts';

/** Ids of the customers who use the address, sorted. */
export async function holdersOf({ addresses }: Pick<World, 'addresses'>, key: string): Promise<string[]> {
  return Object.keys((await addresses.load(key))?.holders ?? {}).sort();
}
