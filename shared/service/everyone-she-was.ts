/** All ids that are one person's: records that became part of hers, and what hers became part of. */
import type { World } from '../world.ts';

/** Merges make chains and stars of a few; beyond this many something else is wrong. */
const idsAtMost = 100;

/**
 * The id itself first, then each id after the one that led to it. Read from the back, whoever points to others comes
 * after them: what is taken away in that order can be gone on with after a crash.
 */
export async function everyoneSheWas(
  { customers, beside }: Pick<World, 'customers' | 'beside'>,
  id: string,
): Promise<readonly string[]> {
  const found = [id];
  for (let at = 0; at < found.length && found.length < idsAtMost; at += 1) {
    const one = found[at] as string;
    const into = (await customers.load(one))?.mergedInto;
    const led = [...(into === undefined ? [] : [into]), ...(await beside.earlierIds(one))];
    found.push(...led.filter((other, n) => !found.includes(other) && led.indexOf(other) === n));
  }
  return found;
}
