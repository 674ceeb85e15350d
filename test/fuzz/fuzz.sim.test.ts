/** A fixed number of inputs from a fixed seed for every trust boundary; `npm run fuzz` takes as many as one likes. */
import { expect, test } from 'vitest';
import { runTarget } from './run-target.ts';
import { targets } from './targets.ts';

const inputs = 400;
const seed = 20261122;

test.each(targets.map((target) => [target.name, target] as const))(
  '%s withstands hundreds of hostile inputs',
  async (name, target) => {
    const { fault, taken } = await runTarget(target, { inputs, seed });
    expect(fault, `npm run fuzz -- --only ${name} --seed ${seed} --path ${fault?.path}`).toBeUndefined();
    // A fuzzer whose inputs all fall at the door, or all pass it, tells nothing.
    expect(taken.get('accepted') ?? 0).toBeGreaterThan(inputs / 20);
    expect(taken.size).toBeGreaterThan(1);
  },
);
