/** Counts what requests would cost on DynamoDB: from sizes alone, remembered from the writes that passed. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type IndexChange, itemBytes, readUnits, writeUnits } from '../../../shared/aws/capacity.ts';

export type MeteredItem = Record<string, AttributeValue>;

/** An item's entry in the sweep's index, as it became: its moment, or undefined where it has none. */
export type NoteIndexed = (partition: string, sort: string, at_ms: number | undefined) => void;

/** What is remembered of an item; 0 bytes: there is none. */
interface Known {
  readonly bytes: number;
  /** Its entry in the sweep's index. */
  readonly entry: string | undefined;
}

const nothing: Known = { bytes: 0, entry: undefined };

const partitionOf = (key: MeteredItem) => key.pk?.S ?? '';
const nameOf = (key: MeteredItem) => `${partitionOf(key)}\n${key.sk?.S ?? ''}`;

function indexChange(before: string | undefined, after: string | undefined): IndexChange {
  if (before === after) return after === undefined ? 'none' : 'same';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'moved';
}

export class ItemMeter {
  readonly #known = new Map<string, Known>();
  readonly #note: NoteIndexed;

  constructor(note: NoteIndexed) {
    this.#note = note;
  }

  /** An item was written over what was there, or deleted (`item` undefined). Returns its write units. */
  written(key: MeteredItem, item: MeteredItem | undefined): number {
    const before = this.#known.get(nameOf(key)) ?? nothing;
    const indexed = item?.sweepShard?.S !== undefined && item.sweepAt?.N !== undefined;
    const entry = indexed ? `${item.sweepShard?.S}/${item.sweepAt?.N}` : undefined;
    const after = item ? { bytes: itemBytes(item), entry } : nothing;
    if (item) this.#known.set(nameOf(key), after);
    else this.#known.delete(nameOf(key));
    const index = indexChange(before.entry, after.entry);
    if (index !== 'none' && index !== 'same') {
      this.#note(partitionOf(key), key.sk?.S ?? '', indexed ? Number(item.sweepAt?.N) * 1000 : undefined);
    }
    return writeUnits({ oldBytes: before.bytes, newBytes: after.bytes, index });
  }

  /** A write whose condition was not met. */
  refused(key: MeteredItem): number {
    const { bytes } = this.#known.get(nameOf(key)) ?? nothing;
    return writeUnits({ oldBytes: bytes, newBytes: bytes, index: 'none' });
  }

  /** One item asked for by its key. */
  got(item: MeteredItem | undefined, consistent: boolean): number {
    return readUnits(item ? itemBytes(item) : 0, consistent);
  }

  /** A page of a query or scan: its items are summed before they are rounded. */
  paged(items: readonly MeteredItem[], consistent: boolean): number {
    const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
    return readUnits(bytes, consistent);
  }
}
