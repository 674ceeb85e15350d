/** What is due when, in the order of its time. */
import TinyQueue from 'tinyqueue';

export interface Due {
  readonly at_ms: number;
  /** Keeps things of one moment in the order they were added. */
  readonly nth: number;
  fire: () => void;
  cancelled: boolean;
}

export class Agenda {
  readonly #queue = new TinyQueue<Due>([], (a, b) => a.at_ms - b.at_ms || a.nth - b.nth);
  readonly #added: () => void;
  #count = 0;

  /** @param added is told when something was added */
  constructor(added: () => void) {
    this.#added = added;
  }

  add(at_ms: number, fire: () => void): Due {
    const due = { at_ms, nth: this.#count++, fire, cancelled: false };
    this.#queue.push(due);
    this.#added();
    return due;
  }

  cancel(due: Due | undefined): void {
    if (!due) return;
    due.cancelled = true;
    // It lies here until its moment; what it would have fired need not.
    due.fire = () => undefined;
  }

  /** The earliest moment at which something is due. */
  next_ms(): number | undefined {
    while (this.#queue.peek()?.cancelled) this.#queue.pop();
    return this.#queue.peek()?.at_ms;
  }

  /** Fires all that is due at or before the moment, in order. */
  fireUntil(at_ms: number): void {
    for (let next = this.next_ms(); next !== undefined && next <= at_ms; next = this.next_ms()) {
      this.#queue.pop()?.fire();
    }
  }
}
