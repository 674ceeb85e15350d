/** Where the record of an id is by now: records point to what they became part of. */
import type { Customer } from '../../core/record/customer.ts';
import type { Engine } from './engine.ts';

/** Never in a circle: a few hops, and bounded all the same. */
export const mostHops = 5;

/** @returns the id that it led to, and the record there; undefined for somebody nobody knows any more */
export async function whereNow(
  { world }: Pick<Engine<'customers'>, 'world'>,
  id: string,
): Promise<{ readonly id: string; readonly record: Customer | undefined }> {
  let at = id;
  let record = await world.customers.load(at);
  for (let hop = 0; hop < mostHops && record?.mergedInto !== undefined; hop += 1) {
    at = record.mergedInto;
    record = await world.customers.load(at);
  }
  return { id: at, record };
}
