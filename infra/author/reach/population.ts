/** Who is rehearsed: lives as they are written, with variations of their dates, or so many drawn from them by weight. */
import type { Life } from '../../../shared/core/language/life.ts';
import { chance } from '../../proof/chance.ts';
import { type DatedLife, datedLife } from './dated-life.ts';

interface Drawing {
  readonly timeZone: string;
  readonly year: number;
  readonly seed: number;
}

/** Each life as it is written, and so many variations of it. */
export function variedLives(lives: readonly Life[], variations: number, drawing: Drawing): DatedLife[] {
  return lives.flatMap((life) =>
    Array.from({ length: variations + 1 }, (_, variation) => datedLife(life, { ...drawing, variation })),
  );
}

/** So many customers, each a variation of a life that is drawn by weight. */
export function drawnLives(lives: readonly Life[], customers: number, drawing: Drawing): DatedLife[] {
  return Array.from({ length: customers }, (_, nth) =>
    datedLife(drawn(lives, chance('life', drawing.seed, nth)), { ...drawing, variation: nth + 1 }),
  );
}

function drawn(lives: readonly Life[], at: number): Life {
  const whole = lives.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let left = at * whole;
  for (const life of lives) {
    left -= life.weight ?? 1;
    if (left < 0) return life;
  }
  const last = lives.at(-1);
  if (!last) throw new RangeError('There is no life to draw from: write one.');
  return last;
}
