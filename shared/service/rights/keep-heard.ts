/** An erasure that is told late: what the record heard after it was asked for must be no news to the next guest of the address. */
import type { Temporal } from 'temporal-polyfill';
import { heardSince } from '../../core/facts/heard-since.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { World } from '../../ports/world.ts';
import { heardKey } from '../saving/customer-key.ts';

/** Before the record goes, beside each of the stones; `guests`: their keys. */
export async function keepHeard(
  world: Pick<World, 'clock' | 'gone' | 'keys'>,
  record: Customer,
  asked: Temporal.Instant,
  guests: readonly string[],
): Promise<void> {
  if (guests.length === 0) return;
  const heard = heardSince(record, asked, world.clock.now());
  if (heard.length === 0) return;
  const keys = await world.keys();
  for (const guest of guests)
    await world.gone.keepHeard(
      guest,
      heard.map((hash) => heardKey(keys, hash)),
    );
}
