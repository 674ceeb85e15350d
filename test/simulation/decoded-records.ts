/** Records as they are read from the table: each is decoded once for each save of it, however often it is looked at. */
import type { Customer } from '../../shared/core/record/customer.ts';
import { decodeRecord, recordShape, type StoredRecord } from '../../shared/core/record/record-codec.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';

export interface DecodedRecord {
  readonly stored: StoredRecord;
  /** As code of its own age reads it. */
  readonly customer: Customer;
}

export class DecodedRecords {
  readonly #records: MemoryWorld['records'];
  readonly #known = new Map<string, DecodedRecord>();

  constructor(records: MemoryWorld['records']) {
    this.#records = records;
  }

  find(id: string): DecodedRecord | undefined {
    const known = this.#known.get(id);
    if (known) return known;
    const stored = this.#records.stored(id);
    if (stored === undefined) return undefined;
    const decoded = { stored, customer: decodeRecord({ ...stored, shape: recordShape }) };
    this.#known.set(id, decoded);
    return decoded;
  }

  /** It was written: what was read before is no longer what stands there. */
  forget(id: string): void {
    this.#known.delete(id);
  }

  plant(stored: StoredRecord): void {
    this.#records.plant(stored);
    this.forget(stored.id);
  }

  all(): Customer[] {
    return this.#records.ids().flatMap((id) => this.find(id)?.customer ?? []);
  }
}
