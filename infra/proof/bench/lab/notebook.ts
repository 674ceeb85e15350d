/** What the functions asked of AWS since the page was turned: requests, capacity, log lines, and what they sent on. */
import type { Temporal } from 'temporal-polyfill';
import type { StoredMail } from '../../../laptop/mail/mailbox.ts';

/** A message on its way into a queue: by a timer at `due`, or by a function itself. */
export interface BenchRequest {
  readonly by: 'timer' | 'function';
  readonly queue: string;
  readonly body: string;
  readonly due: Temporal.Instant;
}

export interface NotebookPage {
  /** By `service.Operation`. */
  readonly requests: Readonly<Record<string, number>>;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly log: { readonly lines: number; readonly bytes: number };
  readonly outgoing: readonly BenchRequest[];
  readonly mails: readonly StoredMail[];
  /** Bytes of each customer record that was written. */
  readonly records_bytes: readonly number[];
}

interface Draft {
  requests: Record<string, number>;
  readUnits: number;
  writeUnits: number;
  log: { lines: number; bytes: number };
  outgoing: BenchRequest[];
  mails: StoredMail[];
  records_bytes: number[];
}

const blank = (): Draft => ({
  requests: {},
  readUnits: 0,
  writeUnits: 0,
  log: { lines: 0, bytes: 0 },
  outgoing: [],
  mails: [],
  records_bytes: [],
});

export class Notebook {
  now: Temporal.Instant;
  #page = blank();
  readonly #armed = new Set<string>();

  constructor(now: Temporal.Instant) {
    this.now = now;
  }

  request(name: string): void {
    this.#page.requests[name] = (this.#page.requests[name] ?? 0) + 1;
  }

  capacity(units: { readonly read: number; readonly write: number }): void {
    this.#page.readUnits += units.read;
    this.#page.writeUnits += units.write;
  }

  wrote(text: string): void {
    const lines = text.split('\n').filter((line) => line !== '');
    this.#page.log.lines += lines.length;
    this.#page.log.bytes += Buffer.byteLength(lines.join(''));
  }

  goesOut(outgoing: BenchRequest): void {
    this.#page.outgoing.push(outgoing);
  }

  /** False where a timer of this name is armed already. */
  armedNow(name: string): boolean {
    const isNew = !this.#armed.has(name);
    this.#armed.add(name);
    return isNew;
  }

  mailed(mail: StoredMail): void {
    this.#page.mails.push(mail);
  }

  recordWritten(size_bytes: number): void {
    this.#page.records_bytes.push(size_bytes);
  }

  /** Everything since the last call. */
  turn(): NotebookPage {
    const page = this.#page;
    this.#page = blank();
    return page;
  }
}
