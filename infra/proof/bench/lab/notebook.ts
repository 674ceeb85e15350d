/** What the functions asked of AWS since the page was turned: requests, capacity, and what they sent on. */
import type { MailDraft } from '../../../laptop/mail/mailbox.ts';
import type { MessageAttributes } from '../../../laptop/queues/message-md5.ts';
import type { Units, Written } from './meter.ts';
import type { BenchItem, BenchJson } from './schema.ts';
import { assumedWait_ms } from './waits.ts';

/** A message on its way into a queue: by a timer of this name at `due_ms`, or by a function itself after a delay. */
export type SentOn = {
  readonly queue: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  /** Its part of the request that puts it in: a tenth where ten go by one. */
  readonly request: number;
} & (
  | { readonly by: 'timer'; readonly timer: string; readonly due_ms: number }
  | { readonly by: 'function'; readonly delay_s: number }
);

/** One page, as it goes from the cloud's thread to the lab's. */
export interface CloudPage {
  /** By `service.Operation`. */
  readonly requests: Readonly<Record<string, number>>;
  /** How long the function waited, by the assumed wait of each request; of those in flight at once the longest counts. */
  readonly waited_ms: number;
  readonly readUnits: number;
  readonly writeUnits: Readonly<Record<Written, number>>;
  /** Units of what is asked once for a whole batch: the brakes are read, the sent mails counted. */
  readonly ofBatch: { readonly readUnits: number; readonly writeUnits: number };
  readonly outgoing: readonly SentOn[];
  /** Timers that were taken back. */
  readonly disarmed: readonly string[];
  readonly mails: readonly (MailDraft & { readonly id: string })[];
  /** Events put on the bus. */
  readonly published: number;
  readonly records_bytes: readonly number[];
}

type Draft = { -readonly [Key in keyof CloudPage]: CloudPage[Key] } & {
  requests: Record<string, number>;
  writeUnits: Record<Written, number>;
  ofBatch: { readUnits: number; writeUnits: number };
  outgoing: SentOn[];
  disarmed: string[];
  mails: (MailDraft & { readonly id: string })[];
  records_bytes: number[];
};

const blank = (): Draft => ({
  requests: {},
  waited_ms: 0,
  readUnits: 0,
  writeUnits: { record: 0, index: 0, touchpoint: 0, order: 0, other: 0 },
  ofBatch: { readUnits: 0, writeUnits: 0 },
  outgoing: [],
  disarmed: [],
  mails: [],
  published: 0,
  records_bytes: [],
});

/** Under these keys lies what one request for a whole batch is about: the brakes, and the counts of sent mails. */
const ofBatch = /^(CTRL|STANDING)#/;

/** Keys of everything a request names. */
function keysIn(input: BenchJson): BenchItem[] {
  const tables = Object.values((input.RequestItems ?? {}) as Record<string, { Keys: BenchItem[] }>);
  const one = (input.Key ?? input.Item) as BenchItem | undefined;
  return [...(one ? [one] : []), ...tables.flatMap(({ Keys }) => Keys)];
}

export class Notebook {
  #page = blank();
  readonly #armed = new Set<string>();
  /** Requests that are being answered now, and the longest wait among those that overlap. */
  #inFlight = 0;
  #longest_ms = 0;

  /** A request came in. */
  request(name: string): void {
    this.#page.requests[name] = (this.#page.requests[name] ?? 0) + 1;
    this.#longest_ms = Math.max(this.#longest_ms, assumedWait_ms(name));
    this.#inFlight += 1;
  }

  /** A request was answered. */
  answered(): void {
    this.#inFlight -= 1;
    if (this.#inFlight > 0) return;
    this.#page.waited_ms += this.#longest_ms;
    this.#longest_ms = 0;
  }

  capacity({ read, write, records_bytes }: Units, input: BenchJson): void {
    const page = this.#page;
    page.readUnits += read;
    for (const [what, units] of Object.entries(write) as [Written, number][]) page.writeUnits[what] += units;
    page.records_bytes.push(...records_bytes);
    const shared = keysIn(input).filter(({ pk }) => ofBatch.test(pk?.S ?? '')).length;
    // Each of them is small: one unit.
    if (shared > 0 && read > 0) page.ofBatch.readUnits += shared;
    if (shared > 0 && read === 0) page.ofBatch.writeUnits += shared;
  }

  goesOut(outgoing: SentOn): void {
    this.#page.outgoing.push(outgoing);
  }

  /** False where a timer of this name is armed already. */
  armedNow(name: string): boolean {
    const isNew = !this.#armed.has(name);
    this.#armed.add(name);
    return isNew;
  }

  /** False where there was none: it was taken back, or it fired and is gone. */
  disarmedNow(name: string): boolean {
    const wasArmed = this.fired(name);
    if (wasArmed) this.#page.disarmed.push(name);
    return wasArmed;
  }

  /** No timer is armed any more. */
  forgetTimers(): void {
    this.#armed.clear();
  }

  fired(name: string): boolean {
    return this.#armed.delete(name);
  }

  mailed(mail: MailDraft & { readonly id: string }): void {
    this.#page.mails.push(mail);
  }

  publishes(events: number): void {
    this.#page.published += events;
  }

  /** Everything since the last call. */
  turn(): CloudPage {
    const page = this.#page;
    this.#page = blank();
    return page;
  }
}
