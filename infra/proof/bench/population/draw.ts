/** Chance of the population: drawn by hash, so that no number depends on what was drawn before it. */
import { chance } from '../../chance.ts';

export interface Draw {
  /** From 0 up to, but not with, 1. */
  fraction(...of: readonly (string | number)[]): number;
  /** A whole number from `least` to `most`, both included. */
  whole(range: readonly [least: number, most: number], ...of: readonly (string | number)[]): number;
  pick<One>(list: readonly One[], ...of: readonly (string | number)[]): One;
  chance(probability: number, ...of: readonly (string | number)[]): boolean;
}

/** The same seed and the same words always give the same number. */
export function drawOf(seed: string): Draw {
  const fraction = (...of: readonly (string | number)[]) => chance(seed, ...of);
  const whole = ([least, most]: readonly [number, number], ...of: readonly (string | number)[]) =>
    least + Math.floor(fraction(...of) * (most - least + 1));
  return {
    fraction,
    whole,
    pick: (list, ...of) => list[whole([0, list.length - 1], ...of)] as (typeof list)[number],
    chance: (probability, ...of) => fraction(...of) < probability,
  };
}
