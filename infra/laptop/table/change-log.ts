/**
 * The last changes of the table, as DynamoDB Streams would show them with new and old images: "If you perform a PutItem
 * or UpdateItem operation that does not change any data in an item, DynamoDB Streams does not write a stream record"
 * (Developer Guide, "Change data capture for DynamoDB Streams"); a delete by expiry names the service as its author
 * ("DynamoDB Streams and Time to Live").
 */
import type { ItemPlace, TableItem } from './asked.ts';
import type { CommittedWrite, Watcher } from './seam.ts';

export interface Change extends ItemPlace {
  /** Counts on from 1. */
  readonly sequence: number;
  readonly event: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly before: TableItem | undefined;
  readonly after: TableItem | undefined;
  readonly expired: boolean;
}

/** Thrown when changes were asked for that are no longer kept. */
class ChangesTrimmed extends Error {
  override readonly name = 'ChangesTrimmed';
  readonly code = 'CHANGES_TRIMMED';
}

const isSet = (type: string) => type === 'SS' || type === 'NS' || type === 'BS';

/** The same text for the same value, whatever the order of its fields and of the members of a set. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, given]) => {
    const text =
      isSet(name) && Array.isArray(given) ? `[${given.map(canonical).sort().join()}]` : canonical(given);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${fields.sort().join()}}`;
}

export class ChangeLog implements Watcher {
  readonly #most: number;
  #kept: Change[] = [];
  #last = 0;

  /** @param most how many it keeps; up to twice as many between two trimmings */
  constructor(most: number) {
    this.#most = most;
  }

  committed({ table, key, before, after, by }: CommittedWrite): void {
    if (before === after || canonical(before) === canonical(after)) return;
    const event = !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE';
    this.#last += 1;
    this.#kept.push({ sequence: this.#last, table, key, event, before, after, expired: by === 'ttl' });
    if (this.#kept.length >= 2 * this.#most) this.#kept = this.#kept.slice(-this.#most);
  }

  /** What came after that sequence number, in order. Throws {@link ChangesTrimmed}. */
  since(sequence: number): readonly Change[] {
    const missing = this.#last - sequence;
    if (missing > this.#kept.length) throw new ChangesTrimmed(`Of ${missing} changes the first are gone.`);
    return missing <= 0 ? [] : this.#kept.slice(-missing);
  }
}
