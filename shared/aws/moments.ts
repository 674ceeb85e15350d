/**
 * The moments of a record, each once: a record says the same moment in many places, and its neighbours are near. In the
 * store a moment is epoch seconds with decimals down to the millisecond (`stored-instant.ts`).
 */

/** Sorted, in milliseconds. */
export type Moments = readonly number[];

const least_s = 1e9;
const most_s = 1e11;

/** True for a number that may stand in the table: nothing is lost by milliseconds. */
export function isMoment(value: unknown): value is number {
  if (typeof value !== 'number' || value < least_s || value > most_s) return false;
  return Math.round(value * 1000) / 1000 === value;
}

export const millisecondsOf = (moment: number): number => Math.round(moment * 1000);

/** Adds all moments below a value, in milliseconds. */
export function findMoments(value: unknown, found: Set<number>): void {
  if (typeof value === 'number') {
    if (isMoment(value)) found.add(millisecondsOf(value));
  } else if (Array.isArray(value)) {
    for (let nth = 0; nth < value.length; nth += 1) findMoments(value[nth], found);
  } else if (typeof value === 'object' && value !== null)
    for (const name in value) findMoments((value as Record<string, unknown>)[name], found);
}

const units = [
  ['m', 60_000],
  ['s', 1000],
  ['l', 1],
] as const;

/** Each as the gap to the one before, in the widest unit that it is whole in: `5m30s7l`. */
export function writtenMoments(moments: Moments): string {
  let text = '';
  let before = 0;
  for (const moment of moments) {
    const [unit, of] = units.find(([, span]) => moment % span === 0) ?? units[2];
    text += `${Math.floor(moment / of) - Math.floor(before / of)}${unit}`;
    before = moment;
  }
  return text;
}

/** In seconds, as they are stored. */
export function readMoments(text: string): number[] {
  let before = 0;
  return Array.from(text.matchAll(/(\d+)([msl])/g), ([, gap, unit]) => {
    const of = unit === 'm' ? 60_000 : unit === 's' ? 1000 : 1;
    before = (Math.floor(before / of) + Number(gap)) * of;
    return before / 1000;
  });
}

// What JSON text shows by one byte, without the blank, which stands for none.
const letters = Array.from({ length: 94 }, (_, nth) => String.fromCharCode(0x21 + nth))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .join('');
const alone = 82;
/** So many moments have a letter or two of their own. */
export const mostLettered = alone + alone * (letters.length - alone);

/** The moment at a place of the table, as one letter or two; a blank stands for none. */
export function letterOf(place: number): string {
  if (place < alone) return letters.charAt(place);
  return letters.charAt(alone + Math.floor(place / alone) - 1) + letters.charAt(place % alone);
}

/** The reverse, for a whole column: places of the table. */
export function placesOf(text: string): (number | undefined)[] {
  const places: (number | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const first = letters.indexOf(text.charAt(at));
    if (first < alone) places.push(first < 0 ? undefined : first);
    else {
      at += 1;
      places.push((first - alone + 1) * alone + letters.indexOf(text.charAt(at)));
    }
  }
  return places;
}
