/** Fixed seeds under every fault there is; what is true of one seed is true of it for ever. */
import { expect, test } from 'vitest';
import { allFaults } from './faults.ts';
import { commandFor } from './shrink.ts';
import { type SimulationOptions, simulate } from './simulation.ts';

const small: SimulationOptions = { seed: 7, customers: 6, days: 40, faults: allFaults, scenarios: 'both' };
const stepsInAll = 100_000;

test('the same seed plays the same trace, byte for byte', async () => {
  const first = await simulate({ ...small, keepTrace: true });
  const second = await simulate({ ...small, keepTrace: true });
  expect(second.trace.lines.join('\n')).toBe(first.trace.lines.join('\n'));
  expect(second.trace.digest()).toBe(first.trace.digest());
  expect(first.trace.lines.length).toBeGreaterThan(1000);
});

test('another seed plays another trace', async () => {
  const first = await simulate(small);
  const second = await simulate({ ...small, seed: 8 });
  expect(second.trace.digest()).not.toBe(first.trace.digest());
});

test('without faults every mail goes once and nothing is unknown', async () => {
  const { violation, end, mails, dealer } = await simulate({
    ...small,
    customers: 15,
    days: 90,
    faults: [],
    scenarios: 'shipped',
  });
  expect(violation).toBeUndefined();
  expect(dealer.dealt.size).toBe(0);
  expect(mails).toBeGreaterThan(50);
  expect(end).toEqual({ unknown: 0, lostUnknown: 0, sentOnceMore: 0 });
});

test(`every promise is kept over ${stepsInAll} steps of fixed seeds under all faults`, async () => {
  const dealt = new Set<string>();
  let steps = 0;
  for (let seed = 1; steps < stepsInAll; seed += 1) {
    const options: SimulationOptions = {
      seed,
      customers: 12,
      days: 90,
      faults: allFaults,
      scenarios: 'both',
    };
    const { violation, steps: done, dealer } = await simulate(options);
    expect(violation, commandFor(options)).toBeUndefined();
    for (const fault of dealer.dealt.keys()) dealt.add(fault);
    steps += done;
  }
  expect([...dealt].sort()).toEqual([...allFaults].sort());
});
