import type { BusEntry } from './bus-entry.ts';
import type { ControlClient, CustomerSeen } from './control.ts';
import type { Aftermath } from './tally.ts';

/** How many customers are asked for side by side. */
const together = 8;

/**
 * Reads what a play left behind. The counters come first, so that looking does not count.
 *
 * @param entries those played: their customers are asked for
 */
export async function readAftermath(
  control: ControlClient,
  entries: readonly BusEntry[],
): Promise<Aftermath> {
  const stats = await control.stats();
  const mails = await control.mails();
  const ids = [...new Set(entries.flatMap((entry) => entry.customer ?? []))].sort();
  const customers = new Map<string, CustomerSeen>();
  for (let start = 0; start < ids.length; start += together) {
    const some = ids.slice(start, start + together);
    const seen = await Promise.all(some.map((id) => control.customer(id)));
    some.forEach((id, index) => {
      const customer = seen[index];
      if (customer) customers.set(id, customer);
    });
  }
  return { stats, mails, customers };
}
