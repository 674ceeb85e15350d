/** The one source of chance of a population: all that is drawn comes from its seed. */
import { chance } from '../chance.ts';

export interface Dice {
  /** From 0 up to, but not with, 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<One>(list: readonly [One, ...One[]]): One;
}

/** The same names always draw the same. */
export function diceOf(...names: readonly (string | number)[]): Dice {
  let drawn = 0;
  const fraction = () => {
    drawn += 1;
    return chance(...names, drawn);
  };
  const int = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    int,
    chance: (probability) => fraction() < probability,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
  };
}
