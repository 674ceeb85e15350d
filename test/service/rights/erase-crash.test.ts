/** An erasure that dies before or after any call that leaves the process, and is asked for once more. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { customerKey } from '../../../shared/service/saving/customer-key.ts';
import { type CrashPlan, crashing, noCrash } from '../../support/crashing-world.ts';
import { everythingKept, signsOfHana, storeWithHana } from '../../support/person.ts';
import type { StoreInMemory } from '../../support/store-in-memory.ts';

const asked = { at: Temporal.Instant.from('2026-03-03T05:00:00Z'), by: 'mika' };

const clean = noCrash();
await eraseThrough(clean);

async function eraseThrough(plan: CrashPlan): Promise<StoreInMemory> {
  const store = await storeWithHana();
  const { world } = store;
  const engine = { ...store.engine, world: crashing(world, plan) };
  for (let tries = 0; tries < 2; tries += 1) {
    await eraseCustomer(engine, 'c-old', asked).catch((error: Error) => store.failures.push(error.name));
  }
  return store;
}

/** The second asking's calls are of a person who is gone. */
const places = clean.names
  .slice(0, clean.names.indexOf('audit.note') + 1)
  .map((name, n) => ({ name, at: n + 1 }));

describe.each(['before', 'after'] as const)('a crash %s', (when) => {
  test('any call, and the same asking once more, end like one without a crash', async () => {
    expect(new Set(places.map(({ name }) => name))).toContain('customers.remove');
    // Of the many timers the first few stand for all.
    const chosen = places.filter(({ name }, n) => name !== 'timers.disarm' || n % 60 === 0);
    for (const { name, at: nth } of chosen) {
      const store = await eraseThrough({ calls: 0, names: [], at: nth, when, armed: true });
      expect([name, store.failures]).toEqual([name, ['Crash']]);
      expect(await everythingKept(store.world), `${when} call ${nth}, ${name}`).not.toMatch(signsOfHana);
      expect(store.world.timers.pending()).toEqual([]);
      expect((await store.world.audit.list()).length).toBe(1);
      const proofs = await store.world.gone.evidence(customerKey(await store.world.keys(), 'c-1'));
      expect(proofs.length).toBeGreaterThan(0);
    }
  });
});
