/** The one source of chance of a simulation: everything drawn comes from the seed, and parts draw apart. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** From 0 up to, but not with, 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<One>(list: readonly One[]): One;
  /** A source of its own for a named part: what the part draws never shifts what others draw. */
  fork(part: string): Random;
}

export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const fraction = () => uniformFloat64(generator);
  const int = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    fraction,
    int,
    chance: (probability) => probability > 0 && fraction() < probability,
    pick(list) {
      if (list.length === 0) throw new Error('There is nothing to pick from.');
      return list[int(0, list.length - 1)] as (typeof list)[number];
    },
    fork: (part) => randomOf(mixed(seed, part)),
  };
}

/** FNV-1a over the name, begun at the seed. */
function mixed(seed: number, part: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193) >>> 0;
  return hash | 0;
}
