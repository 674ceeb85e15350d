/** The lines that are not taken, each with its reason. */
import { BadRow } from './import-refusal.ts';

export interface LeftOut {
  readonly line: number;
  readonly because: string;
}

export class LeftOutLines {
  readonly #all: LeftOut[] = [];
  #first = Number.POSITIVE_INFINITY;

  /** Infinite where none is left out. */
  get first(): number {
    return this.#first;
  }

  add(line: number, because: string): void {
    this.#all.push({ line, because });
    this.#first = Math.min(this.#first, line);
  }

  /** What the line is read as; `undefined` where it is left out. */
  unlessBad<Read>(line: number, read: () => Read): Read | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      this.add(line, error.message);
      return undefined;
    }
  }

  inOrder(): LeftOut[] {
    return this.#all.toSorted((one, other) => one.line - other.line);
  }
}
