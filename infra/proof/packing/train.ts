/**
 * Chooses what a preset dictionary holds: the stretches of text that most records have in common, the best of them last,
 * where zlib reaches them by the shortest distance (RFC 1950, `FDICT`). The way is that of COVER (Liao, Petri, Moffat,
 * Wirth: "Effective Construction of Relative Lempel-Ziv Dictionaries", 2016), with records as documents.
 */

/** Texts of so many characters are counted; what fewer share is no help. */
const word_bytes = 8;
const stretch_bytes = 256;
const tableBits = 21;
const firstBeyondAscii = 0x80;

interface Words {
  /** By position in the text of all records: which word begins there. */
  readonly at: Int32Array;
  /** By word: in how many records it stands. Nought once it is in the dictionary. */
  readonly records: Uint32Array;
}

/** ASCII alone, so that it is the same as text and as bytes. The same records always make the same. */
export function trained(records: readonly string[], size_bytes: number): string {
  const texts = records.map((record) => Buffer.from(record));
  const all = Buffer.concat(texts);
  const words = wordsOf(texts, all);
  const epochs = Math.max(1, Math.floor(size_bytes / stretch_bytes));
  const epoch_bytes = Math.floor(words.at.length / epochs);
  const chosen: string[] = [];
  let left = size_bytes;
  let empty = 0;
  for (let epoch = 0; left > 0 && empty < epochs; epoch = (epoch + 1) % epochs) {
    const best = bestStretch(words, epoch * epoch_bytes, (epoch + 1) * epoch_bytes);
    if (best === undefined) {
      empty += 1;
      continue;
    }
    empty = 0;
    const text = all
      .subarray(best.from, best.to + word_bytes)
      .toString('latin1')
      .slice(0, left);
    chosen.push(text);
    left -= text.length;
  }
  return chosen.reverse().join('');
}

function wordsOf(texts: readonly Buffer[], all: Buffer): Words {
  const records = new Uint32Array(1 << tableBits);
  const last = new Int32Array(1 << tableBits).fill(-1);
  for (const [nth, text] of texts.entries())
    for (let from = 0; from + word_bytes <= text.length; from += 1) {
      const word = wordAt(text, from);
      if (word === undefined || last[word] === nth) continue;
      last[word] = nth;
      records[word] = (records[word] ?? 0) + 1;
    }
  for (const [word, count] of records.entries()) if (count < 2) records[word] = 0;
  const at = new Int32Array(Math.max(0, all.length - word_bytes));
  for (let from = 0; from < at.length; from += 1) at[from] = wordAt(all, from) ?? -1;
  return { at, records };
}

/** Its place in the table, by a hash; none for one that is not ASCII. */
function wordAt(text: Buffer, from: number): number | undefined {
  let hash = 0;
  for (let nth = from; nth < from + word_bytes; nth += 1) {
    const byte = text[nth] ?? firstBeyondAscii;
    if (byte >= firstBeyondAscii) return undefined;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & ((1 << tableBits) - 1);
}

/** The stretch whose words stand in most records, each counted once; it is taken: its words count no more. */
function bestStretch({ at, records }: Words, from: number, to: number) {
  const within = new Map<number, number>();
  const worth = (word: number) => records[word] ?? 0;
  let score = 0;
  let best = { score: 0, from: -1 };
  for (let end = from, begin = from; end < to; end += 1) {
    const word = at[end] ?? -1;
    const times = within.get(word) ?? 0;
    within.set(word, times + 1);
    if (word < 0) score -= to;
    else if (times === 0) score += worth(word);
    if (end - begin > stretch_bytes - word_bytes) {
      const gone = at[begin] ?? -1;
      const left = (within.get(gone) ?? 1) - 1;
      if (left === 0) within.delete(gone);
      else within.set(gone, left);
      if (gone < 0) score += to;
      else if (left === 0) score -= worth(gone);
      begin += 1;
    }
    if (score > best.score) best = { score, from: begin };
  }
  if (best.from < 0) return undefined;
  let [first, last] = [best.from, Math.min(best.from + stretch_bytes - word_bytes, to - 1)];
  while (first < last && worth(at[first] ?? -1) === 0) first += 1;
  while (last > first && worth(at[last] ?? -1) === 0) last -= 1;
  for (let nth = first; nth <= last; nth += 1) if ((at[nth] ?? -1) >= 0) records[at[nth] as number] = 0;
  return { from: first, to: last };
}
