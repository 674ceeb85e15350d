/** What happened, line by line: kept whole where asked for, and always as one running number to compare runs by. */
import { createHash } from 'node:crypto';

export class Trace {
  readonly lines: string[] = [];
  readonly #keep: boolean;
  readonly #newest: number;
  readonly #hash = createHash('sha256');

  /** @param keep keeps every line; otherwise only about the `newest` */
  constructor(keep: boolean, newest = 400) {
    this.#keep = keep;
    this.#newest = newest;
  }

  line(text: string): void {
    this.#hash.update(text);
    this.#hash.update('\n');
    this.lines.push(text);
    if (!this.#keep && this.lines.length > 2 * this.#newest) this.lines.splice(0, this.#newest);
  }

  /** The fingerprint of all lines so far. */
  digest(): string {
    return this.#hash.copy().digest('hex').slice(0, 16);
  }
}
