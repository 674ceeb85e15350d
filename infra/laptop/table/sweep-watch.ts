/** Knows from the writes that pass when the sweep may next find somebody, by its index or by a round. */
interface Waiting {
  readonly partition: string;
  readonly at_ms: number;
}

/** Noted in the place of a partition: from then on the sweep may judge how mail was received. */
export const mailThatCameBack = 'mail that came back';

export class SweepWatch {
  readonly #current = new Map<string, number>();
  /** Sorted by time; an entry that is no longer current is dropped when it is met. */
  #waiting: Waiting[] = [];

  /** From when on a record may be found since its last write; undefined: never. */
  note(partition: string, at_ms: number | undefined): void {
    if (at_ms === this.#current.get(partition)) return;
    if (at_ms === undefined) {
      this.#current.delete(partition);
      return;
    }
    this.#current.set(partition, at_ms);
    this.#insert({ partition, at_ms });
  }

  /** The earliest moment any item may be swept, those of the partitions to be passed over left out. */
  earliest_ms(passOver: (partition: string) => boolean): number | undefined {
    let gone = 0;
    let found: number | undefined;
    for (const waiting of this.#waiting) {
      if (this.#current.get(waiting.partition) !== waiting.at_ms) {
        gone += 1;
        continue;
      }
      if (passOver(waiting.partition)) continue;
      found = waiting.at_ms;
      break;
    }
    if (gone > 64 || found === undefined) this.#drop();
    return found;
  }

  #drop(): void {
    this.#waiting = this.#waiting.filter(({ partition, at_ms }) => this.#current.get(partition) === at_ms);
  }

  #insert(waiting: Waiting): void {
    let low = 0;
    let high = this.#waiting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#waiting[middle]?.at_ms ?? 0) <= waiting.at_ms) low = middle + 1;
      else high = middle;
    }
    this.#waiting.splice(low, 0, waiting);
  }
}
