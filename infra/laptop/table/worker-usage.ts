/** Counts what the workers' requests would cost on DynamoDB. */
import { type IndexChange, itemBytes, readUnits, writeUnits } from '../../../shared/aws/capacity.ts';
import type { Author, TableItem } from './asked.ts';
import type { CommittedWrite, Portion, RefusedWrite, Watcher } from './seam.ts';
import { sweepEntry } from './sweep-entries.ts';

const bytesOf = (item: TableItem | undefined) => (item ? itemBytes(item) : 0);

function indexChange(before: TableItem | undefined, after: TableItem | undefined): IndexChange {
  const [was, is] = [sweepEntry(before), sweepEntry(after)];
  if (was === is) return is === undefined ? 'none' : 'same';
  if (was === undefined) return 'added';
  return is === undefined ? 'removed' : 'moved';
}

export class WorkerUsage implements Watcher {
  /** By operation. */
  readonly requests: Record<string, number> = {};
  /** Units. */
  readonly capacity = { read: 0, write: 0 };

  asked(operation: string, by: Author): void {
    if (by === 'worker') this.requests[operation] = (this.requests[operation] ?? 0) + 1;
  }

  committed({ before, after, by }: CommittedWrite): void {
    if (by !== 'worker') return;
    const sizes = { oldBytes: bytesOf(before), newBytes: bytesOf(after) };
    this.capacity.write += writeUnits({ ...sizes, index: indexChange(before, after) });
  }

  refused({ there, by }: RefusedWrite): void {
    if (by !== 'worker') return;
    const bytes = bytesOf(there);
    this.capacity.write += writeUnits({ oldBytes: bytes, newBytes: bytes, index: 'none' });
  }

  read({ items, consistent }: Portion, by: Author): void {
    if (by !== 'worker') return;
    let bytes = 0;
    for (const item of items) bytes += itemBytes(item);
    this.capacity.read += readUnits(bytes, consistent);
  }
}
