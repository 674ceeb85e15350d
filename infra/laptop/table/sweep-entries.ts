/** Tells from when on the sweep may find an item: by its entry in the index, or by the moment that the scan asks for. */
import type { TableItem } from './asked.ts';
import type { CommittedWrite, Watcher } from './seam.ts';

/** A record as it became: the earlier of its moments, or undefined where it waits for nothing. */
export type NoteIndexed = (partition: string, at_ms: number | undefined) => void;

/** The entry as a text; undefined where the item has none. */
export function sweepEntry(item: TableItem | undefined): string | undefined {
  const { sweepShard, sweepAt } = item ?? {};
  const isIndexed = sweepShard?.S !== undefined && sweepAt?.N !== undefined;
  return isIndexed ? `${sweepShard.S}/${sweepAt.N}` : undefined;
}

function foundFrom(item: TableItem | undefined): number | undefined {
  const moments = [sweepEntry(item) && item?.sweepAt?.N, item?.wakeAt?.N];
  const known = moments.filter((moment) => moment !== undefined).map(Number);
  return known.length === 0 ? undefined : Math.min(...known) * 1000;
}

export class SweepEntries implements Watcher {
  readonly #note: NoteIndexed;

  constructor(note: NoteIndexed) {
    this.#note = note;
  }

  committed({ key, before, after }: CommittedWrite): void {
    const at_ms = foundFrom(after);
    if (at_ms !== foundFrom(before)) this.#note(key.pk?.S ?? '', at_ms);
  }
}
