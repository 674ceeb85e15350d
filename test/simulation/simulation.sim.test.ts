/** Fixed seeds under every fault there is; what is true of one seed is true of it for ever. */
import { expect, test } from 'vitest';
import { readHistory } from '../histories/history-files.ts';
import { playedTrace, traceLine, traceOptions, traceSeeds } from '../histories/played-trace.ts';
import { allFaults } from './faults.ts';
import { commandFor } from './shrink.ts';
import { type SimulationOptions, simulate } from './simulation.ts';

const small: SimulationOptions = { seed: 7, customers: 6, days: 40, faults: allFaults, scenarios: 'both' };

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

test('under all faults every promise of ten fixed seeds is kept, and each step is as its history says', async () => {
  const dealt = new Set<string>();
  const lines: string[] = [];
  for (const seed of traceSeeds) {
    const result = await playedTrace(seed);
    expect(result.violation, commandFor(traceOptions(seed))).toBeUndefined();
    for (const fault of result.dealer.dealt.keys()) dealt.add(fault);
    lines.push(traceLine(seed, result));
  }
  expect([...dealt].sort()).toEqual([...allFaults].sort());
  expect(`${lines.join('\n')}\n`).toBe(readHistory('traces.txt'));
  // Five minutes of computing on a machine that is busy with others.
}, 900_000);
