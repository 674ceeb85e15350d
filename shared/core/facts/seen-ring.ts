/**
 * Events that are known by a hash: the newest, and none for longer than anything could bring it again. Marks of days
 * stand between them: what stands before a mark was there on that day.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Surroundings } from '../record/surroundings.ts';

/** Beside marks. */
const ringSize = 32;
const day_ms = 86_400_000;
/** What the archive's last event of a replay may take to be done: a dead letter waits for fourteen days at most. */
const afterArchive_days = 30;

type Around = Pick<Surroundings, 'at' | 'settings'>;

const isMark = (word: string): boolean => word.startsWith('@');
const dayOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / day_ms);
const markedDay = (mark: string): number => Number(mark.slice(1));
const keptFor_days = ({ settings }: Around): number => settings.archiveDays + afterArchive_days;

/** The ring with one more word; the oldest falls out. Twice in the time that words are kept a mark is set before one. */
export function withWord(seen: readonly string[], word: string, around: Around): readonly string[] {
  const today = dayOf(around.at);
  const mark = seen.findLast(isMark);
  const isMarked = mark !== undefined && markedDay(mark) > today - keptFor_days(around) / 2;
  return newestOf(seen.length === 0 || isMarked ? [...seen, word] : [...seen, `@${today}`, word]);
}

/** Of an event's hash the word in the ring, with what stands behind the hash there. */
export const wordOf = (seen: readonly string[], hash: string): string | undefined =>
  seen.find((word) => word.startsWith(hash));

const hashDigits = 12;

/** The events that are known by it. */
export const hashesIn = (seen: readonly string[]): string[] =>
  seen.filter((word) => !isMark(word)).map((word) => word.slice(0, hashDigits));

/** Each event once; the first word of it stays. */
function onceEachEvent(words: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const word of words) {
    const event = word.slice(0, hashDigits);
    if (!known.has(event)) known.set(event, word);
  }
  return [...known.values()];
}

/** Rings as one. Of whose words a mark tells nobody knows then: all are kept as if they had come now. */
export const joinedRings = (...rings: readonly (readonly string[])[]): readonly string[] =>
  newestOf(onceEachEvent(rings.flat().filter((word) => !isMark(word))));

/** The ring without what came longer ago than the archive keeps events. */
export function stillSeen(seen: readonly string[], around: Around): readonly string[] {
  const last = dayOf(around.at) - keptFor_days(around);
  const over = seen.findLastIndex((word) => isMark(word) && markedDay(word) < last);
  return over < 0 ? seen : seen.slice(over + 1);
}

/** The newest words, with the marks between them. */
function newestOf(words: readonly string[]): readonly string[] {
  let over = words.filter((word) => !isMark(word)).length - ringSize;
  if (over <= 0) return words;
  const first = words.findIndex((word) => {
    if (isMark(word)) return false;
    over -= 1;
    return over < 0;
  });
  return words.slice(first);
}
