/** Where the record of an id is by now: records point to what they became part of. */
import type { Engine } from '../saving/engine.ts';

/** Never in a circle: a few hops, and bounded all the same. */
export const mostHops = 5;

export async function whereNow({ world }: Pick<Engine<'customers'>, 'world'>, id: string): Promise<string> {
  let at = id;
  for (let hop = 0; hop < mostHops; hop += 1) {
    const next = (await world.customers.load(at))?.mergedInto;
    if (next === undefined) break;
    at = next;
  }
  return at;
}
