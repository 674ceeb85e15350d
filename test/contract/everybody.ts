import { expect, test } from 'vitest';
import { newCustomer } from '../../shared/core/record/customer.ts';
import { sweepShards } from '../../shared/ports/sweep.ts';
import { store, type UnderContract } from './worlds.ts';

export function everybodyKeepsItsContract(world: () => UnderContract) {
  const shares = Array.from({ length: sweepShards }, (_, share) => share);

  /** All ids of a share, page by page, those of this test alone. */
  const idsOf = async (share: number) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world().everybody.page(share, cursor);
      ids.push(...page.ids);
      cursor = page.next;
    } while (cursor !== undefined);
    return ids.filter((id) => id.startsWith('all-'));
  };

  test('everybody is in one share and on one page', async () => {
    const ids = Array.from({ length: 24 }, (_, i) => `all-${i}#é`).sort();
    for (const id of ids) await world().customers.save(newCustomer(store, id), {});
    // What lies beside a record makes nobody come twice.
    await world().contexts.put('all-0#é', 'e-1', { a: 1 });
    const found = await Promise.all(shares.map(idsOf));
    expect(found.flat().sort()).toEqual(ids);
  });

  test('what everybody was last looked at for is kept, and the brakes leave it alone', async () => {
    expect(await world().control.lookedFor()).toBeUndefined();
    await world().control.noteLookedFor('d-1');
    await world().control.write({ paused: { all: false, marketing: false, scenarios: ['x'] } });
    await world().control.noteLookedFor('d-2');
    expect(await world().control.lookedFor()).toBe('d-2');
    expect((await world().control.read()).paused.scenarios).toEqual(['x']);
    await world().control.write({ paused: { all: false, marketing: false, scenarios: [] } });
  });
}
