/** What the record remembers is bounded twice, by number and by bytes: of too much the oldest goes. */
import { Temporal } from 'temporal-polyfill';
import { utf8Bytes } from './item-size.ts';

interface Dated {
  readonly at: Temporal.Instant;
}

/** The newest entries, oldest first; the newest of all stays however big it is. Equal times are told by `tieBreak`. */
export function newest<Entry extends Dated>(
  entries: readonly Entry[],
  most: { readonly entries: number; readonly bytes: number },
  tieBreak: (entry: Entry) => string,
): readonly Entry[] {
  const sorted = entries.toSorted(
    (a, b) => Temporal.Instant.compare(a.at, b.at) || (tieBreak(a) < tieBreak(b) ? -1 : 1),
  );
  const kept: Entry[] = [];
  let bytes = 0;
  for (const entry of sorted.slice(-most.entries).reverse()) {
    bytes += utf8Bytes(JSON.stringify(entry));
    if (kept.length > 0 && bytes > most.bytes) break;
    kept.push(entry);
  }
  return kept.reverse();
}

/** The last words that fit; the order is that of their coming. */
export function lastWords(
  words: readonly string[],
  most: { readonly entries: number; readonly bytes: number },
): readonly string[] {
  let bytes = 0;
  const kept: string[] = [];
  for (const word of words.slice(-most.entries).reverse()) {
    bytes += utf8Bytes(word) + 1;
    if (bytes > most.bytes) break;
    kept.push(word);
  }
  return kept.reverse();
}

/** At most so many characters, none of them cut in half. */
export function shortened(text: string | undefined, max: number): string | undefined {
  if (text === undefined || text.length <= max) return text || undefined;
  return Array.from(text).slice(0, max).join('');
}

/** An address in whole, or none: half of one leads nowhere. */
export function wholeOrNone(url: string | undefined, max_bytes: number): string | undefined {
  return url !== undefined && utf8Bytes(url) <= max_bytes ? url : undefined;
}
