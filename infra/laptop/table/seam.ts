/** The one place that sees all that becomes of the table. Whoever wants to know of it subscribes, and parses nothing. */
import type { Author, ItemPlace, TableItem } from './asked.ts';

/** A write that was done, whether or not it changed anything: as a stream of new and old images would show it. */
export interface CommittedWrite extends ItemPlace {
  /** Undefined: there was none. */
  readonly before: TableItem | undefined;
  /** Undefined: it was deleted. */
  readonly after: TableItem | undefined;
  readonly by: Author;
}

/** A write whose condition was not met. */
export interface RefusedWrite extends ItemPlace {
  readonly there: TableItem | undefined;
  readonly by: Author;
}

/** What was read at once: the items of a page, or the one item of a key, if it is there. */
export interface Portion {
  readonly items: readonly TableItem[];
  readonly consistent: boolean;
}

/** Told synchronously, before whoever asked hears of it; the writes of one key in the order they were done. */
export interface Watcher {
  asked?(operation: string, by: Author): void;
  committed?(write: CommittedWrite): void;
  refused?(write: RefusedWrite): void;
  read?(portion: Portion, by: Author): void;
}

export class Seam implements Required<Watcher> {
  readonly #watchers: Watcher[] = [];

  subscribe<W extends Watcher>(watcher: W): W {
    this.#watchers.push(watcher);
    return watcher;
  }

  asked(operation: string, by: Author): void {
    for (const watcher of this.#watchers) watcher.asked?.(operation, by);
  }

  committed(write: CommittedWrite): void {
    for (const watcher of this.#watchers) watcher.committed?.(write);
  }

  refused(write: RefusedWrite): void {
    for (const watcher of this.#watchers) watcher.refused?.(write);
  }

  read(portion: Portion, by: Author): void {
    for (const watcher of this.#watchers) watcher.read?.(portion, by);
  }
}
