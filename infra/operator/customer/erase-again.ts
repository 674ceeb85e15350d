/** After a restore of the table: whoever was erased since the moment it was restored to is there again, and goes again. */
import { sweepShards } from '../../../shared/ports/sweep.ts';
import { type ErasePorts, eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { customerKey, isErased } from '../../../shared/service/saving/customer-key.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import type { Report } from '../../terminal/report.ts';
import type { Target } from '../target/target.ts';

/** Asks of each record whether an erasure of its id stands. One read for each customer; safe to stop and repeat. */
export async function eraseAgain(
  target: Target,
  engine: Engine<ErasePorts | 'everybody' | 'gone' | 'keys'>,
  by: string,
): Promise<Report> {
  const { world } = engine;
  let looked = 0;
  let erased = 0;
  for (let share = 0; share < sweepShards; share += 1) {
    let cursor: string | undefined;
    do {
      const { ids, next } = await world.everybody.page(share, cursor);
      for (const id of ids) {
        if (!(await isErased(world, id))) continue;
        const stone = await world.gone.load(customerKey(await world.keys(), id));
        await eraseCustomer(engine, id, { at: stone?.erased ?? (await target.clock.now()), by });
        erased += 1;
      }
      looked += ids.length;
      cursor = next;
    } while (cursor !== undefined);
  }
  const lines = [target.called, `${looked} customers checked: ${erased} were erased before and are again.`];
  return { lines, data: { looked, erased } };
}
