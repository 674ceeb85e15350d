/** Tells of each change of an item's entry in the sweep's index. */
import type { TableItem } from './asked.ts';
import type { CommittedWrite, Watcher } from './seam.ts';

/** An item's entry as it became: its moment, or undefined where it has none. */
export type NoteIndexed = (partition: string, at_ms: number | undefined) => void;

/** The entry as a text; undefined where the item has none. */
export function sweepEntry(item: TableItem | undefined): string | undefined {
  const { sweepShard, sweepAt } = item ?? {};
  const isIndexed = sweepShard?.S !== undefined && sweepAt?.N !== undefined;
  return isIndexed ? `${sweepShard.S}/${sweepAt.N}` : undefined;
}

export class SweepEntries implements Watcher {
  readonly #note: NoteIndexed;

  constructor(note: NoteIndexed) {
    this.#note = note;
  }

  committed({ key, before, after }: CommittedWrite): void {
    const entry = sweepEntry(after);
    if (entry === sweepEntry(before)) return;
    const at_ms = entry === undefined ? undefined : Number(after?.sweepAt?.N) * 1000;
    this.#note(key.pk?.S ?? '', at_ms);
  }
}
