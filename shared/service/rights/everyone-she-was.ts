/** All ids that are one person's: records that became part of hers, and what hers became part of. */
import type { Customer } from '../../core/record/customer.ts';
import type { World } from '../../ports/world.ts';

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
  const records = new Map<string, Customer | undefined>();
  const recordOf = async (one: string) => {
    if (!records.has(one)) records.set(one, await customers.load(one));
    return records.get(one);
  };
  for (let at = 0; at < found.length && found.length < idsAtMost; at += 1) {
    const one = found[at] as string;
    const next = (await recordOf(one))?.mergedInto;
    if (next !== undefined && !found.includes(next)) found.push(next);
    for (const earlier of await beside.earlierIds(one)) {
      if (found.includes(earlier)) continue;
      const record = await recordOf(earlier);
      // A browser that changed hands is remembered here and somebody else's now; so is whoever was about to be joined and never was.
      const { mergedInto: owner } = record ?? {};
      if (!record || (owner !== undefined && found.includes(owner))) found.push(earlier);
    }
  }
  return found;
}
