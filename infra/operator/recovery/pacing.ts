/** So many a day: which day whose turn is. What was given out before, on whatever run, takes its place. */
import type { Temporal } from 'temporal-polyfill';

type Day = Temporal.PlainDate;

export class Pacing {
  readonly #perDay: number;
  readonly #taken: Map<string, number>;
  #day: Day;

  /** @param taken places of each civil day that are given out already */
  constructor(from: Day, perDay: number | undefined, taken: ReadonlyMap<string, number> = new Map()) {
    this.#perDay = perDay ?? Number.POSITIVE_INFINITY;
    this.#taken = new Map(taken);
    this.#day = from;
  }

  /** The first day with a place left, which is taken by this. */
  next(): Day {
    while (this.#of(this.#day) >= this.#perDay) this.#day = this.#day.add({ days: 1 });
    this.#taken.set(this.#day.toString(), this.#of(this.#day) + 1);
    return this.#day;
  }

  #of(day: Day): number {
    return this.#taken.get(day.toString()) ?? 0;
  }
}

/** `200/day`, or the number alone; undefined for anything else. */
export function perDayOf(text: string): number | undefined {
  const [, count] = /^([1-9]\d{0,6})(?:\/day)?$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count);
}

/** How many on which day. */
export function daysInWords(days: readonly Day[]): string[] {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day.toString(), (counts.get(day.toString()) ?? 0) + 1);
  const all = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => `  ${day}  ${count}`);
  return all.length <= 10 ? all : [...all.slice(0, 5), `  … ${all.length - 6} more days …`, ...all.slice(-1)];
}
