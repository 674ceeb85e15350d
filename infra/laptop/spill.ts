/**
 * What need not be in memory: a file of this process alone, which has no name once it is open. So nothing of it is left
 * when the process ends, however it ends.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where something lies in the file. */
export interface DiskPlace {
  readonly at: number;
  readonly bytes: number;
}

export class Spill {
  #file: number | undefined;
  #end = 0;

  /** Keeps what JSON can say, and tells where. */
  keep(value: unknown): DiskPlace {
    const bytes = Buffer.from(JSON.stringify(value));
    const place = { at: this.#end, bytes: bytes.length };
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#opened(), bytes, done, bytes.length - done, place.at + done);
    this.#end += bytes.length;
    return place;
  }

  /** What was kept at a place that {@link keep} told. */
  read<Value>({ at, bytes }: DiskPlace): Value {
    const buffer = Buffer.alloc(bytes);
    for (let done = 0; done < bytes; )
      done += readSync(this.#opened(), buffer, done, bytes - done, at + done);
    return JSON.parse(buffer.toString('utf8'));
  }

  /** Gives the disk back. What was kept is gone. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#end = 0;
  }

  #opened(): number {
    if (this.#file !== undefined) return this.#file;
    const name = path.join(tmpdir(), `tsunagu-${randomUUID()}`);
    // It holds customers' mail: nobody else may read it in the moment it has a name.
    this.#file = openSync(name, 'wx+', 0o600);
    unlinkSync(name);
    return this.#file;
  }
}
