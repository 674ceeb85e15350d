/** An event source: takes messages from a queue in batches and hands them to a function, as Lambda does. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { EventSource } from '../../stack/event-sources.ts';
import { lambdaRecord } from '../queues/lambda-record.ts';
import type { Queue, QueueMessage } from '../queues/queue.ts';
import type { Agenda } from '../time/agenda.ts';
import type { CloudClock } from '../time/clock.ts';
import type { FunctionPool } from './function-pool.ts';
import type { Invocation, Invocations } from './invocations.ts';
import { isMailFeedback, messageCustomerOf } from './message-about.ts';
import type { WaitingRoom } from './waiting-room.ts';
import type { Outcome } from './worker-protocol.ts';

export interface PollerParts {
  readonly source: EventSource;
  readonly queue: Queue;
  readonly pool: FunctionPool;
  readonly invocations: Invocations;
  readonly waitingRoom: WaitingRoom;
  readonly clock: CloudClock;
  readonly agenda: Agenda;
  /** Called when an invocation has ended and its messages are settled. */
  readonly ended: () => void;
}

/** The messages to come back; 'all' where the answer cannot be understood, as on Lambda. */
function failuresOf(outcome: Outcome): ReadonlySet<string> | 'all' {
  if (!outcome.ok) return 'all';
  const failures = (outcome.value as SQSBatchResponse | null)?.batchItemFailures;
  if (failures === undefined || failures === null) return new Set();
  if (!Array.isArray(failures)) return 'all';
  const ids = failures.map((failure) => failure?.itemIdentifier);
  return ids.every((id) => typeof id === 'string' && id !== '') ? new Set(ids) : 'all';
}

export class Poller {
  readonly #parts: PollerParts;
  #running = 0;
  /** With a batch window: when it closes, or closed. */
  #windowEnd_ms: number | undefined;
  #windowClosed = false;
  /** Stepped, a closed window still fills up until somebody cannot wait: hours pass in an instant. */
  #hurried = false;

  constructor(parts: PollerParts) {
    this.#parts = parts;
    parts.queue.onVisible((message) => {
      if (this.hasWindow) {
        this.#openWindow(message);
        // Trouble is told as soon as its window closes.
        if (!isMailFeedback(message)) this.hurry();
      }
      const moment_ms = this.#dueOf(message);
      parts.waitingRoom.enter(messageCustomerOf(message), {
        queue: parts.queue,
        message,
        moment_ms,
        hurry: () => this.hurry(),
      });
    });
  }

  get hasWindow(): boolean {
    return this.#parts.source.window_s > 0;
  }

  /** Hands over whatever is ready while there are free processes. */
  pump(): void {
    for (;;) {
      const batch = this.#pick();
      if (batch.length === 0) return;
      this.#hand(batch);
    }
  }

  /** Hands over what a closed window holds at the next `pump`. */
  hurry(): void {
    this.#hurried = true;
  }

  /** Since when the oldest message waits that could be handed over but for a process, its customer or the hurry. */
  waitingSince_ms(): number | undefined {
    if (this.#parts.source.window_s > 0 && !this.#windowClosed) return undefined;
    const [first] = this.#parts.queue.visible;
    return first?.available_ms;
  }

  /** True when something could be handed over if only a process were free. */
  wantsProcess(): boolean {
    return this.#slots() <= 0 && this.#ready(1).length > 0;
  }

  #dueOf(message: QueueMessage): number {
    return Math.max(message.available_ms, this.#windowEnd_ms ?? 0);
  }

  #slots(): number {
    const { pool, source } = this.#parts;
    return Math.min(pool.free, (source.concurrency ?? Number.POSITIVE_INFINITY) - this.#running);
  }

  #isReady(): boolean {
    const { source, queue, clock } = this.#parts;
    const waiting = queue.visible.size;
    if (waiting === 0 || source.window_s === 0) return waiting > 0;
    const cannotWait = this.#hurried || !clock.isHeld;
    return waiting >= source.batchSize || (this.#windowClosed && cannotWait);
  }

  /**
   * Up to `most` messages whose customer nobody works for and nothing earlier of hers waits; stepped, those of one
   * moment, so that each is told its own.
   */
  #ready(most: number): QueueMessage[] {
    const { source, queue, invocations, waitingRoom, clock } = this.#parts;
    const ready: QueueMessage[] = [];
    if (!this.#isReady()) return ready;
    for (const message of queue.visible) {
      if (ready.length === most) break;
      const customer = messageCustomerOf(message);
      if (customer !== undefined && invocations.isBusy(customer)) continue;
      if (customer !== undefined && waitingRoom.holdsEarlier(customer, this.#dueOf(message), message))
        continue;
      const another = ready[0] && message.available_ms !== ready[0].available_ms;
      if (another && clock.isHeld && source.window_s === 0) break;
      ready.push(message);
    }
    return ready;
  }

  #pick(): QueueMessage[] {
    const slots = this.#slots();
    if (slots <= 0) return [];
    const { source } = this.#parts;
    const ready = this.#ready(source.batchSize * Math.min(slots, 16));
    const share = source.window_s > 0 ? source.batchSize : Math.ceil(ready.length / slots);
    return ready.slice(0, Math.min(source.batchSize, share));
  }

  /** The moment an invocation is told: while the clock is stepped, that of its messages. */
  #momentOf(batch: readonly QueueMessage[]): number {
    const { clock } = this.#parts;
    if (!clock.isHeld) return clock.now_ms();
    const latest_ms = Math.max(...batch.map((message) => message.available_ms));
    return Math.max(latest_ms, Math.min(this.#windowEnd_ms ?? 0, clock.now_ms()));
  }

  #hand(batch: readonly QueueMessage[]): void {
    const { source, queue, invocations } = this.#parts;
    const now_ms = this.#momentOf(batch);
    const taken: QueueMessage[] = [];
    const Records: SQSEvent['Records'] = [];
    for (const message of batch) {
      const handle = queue.take(message, now_ms, source.visibility_s, true);
      if (handle === undefined) continue;
      taken.push(message);
      Records.push(lambdaRecord(queue, message, handle));
    }
    if (queue.visible.size === 0) this.#closeFully();
    if (taken.length === 0) return;
    const whose = taken.map(messageCustomerOf);
    const customers = new Set(whose.filter((customer) => customer !== undefined));
    const invocation = { now_ms, customers, othersMayGoAhead: !whose.includes(undefined) };
    this.#running += 1;
    invocations.begin(invocation);
    void this.#run(invocation, taken, { Records });
  }

  async #run(invocation: Invocation, taken: readonly QueueMessage[], event: SQSEvent): Promise<void> {
    const { pool, queue, invocations, clock, ended } = this.#parts;
    const failures = failuresOf(await pool.invoke(event, invocation.now_ms));
    for (const message of taken) {
      if (failures === 'all' || failures.has(message.id)) queue.letGo(message, clock.now_ms());
      else queue.remove(message);
    }
    this.#running -= 1;
    invocations.end(invocation);
    ended();
  }

  #openWindow(message: QueueMessage): void {
    if (this.#windowEnd_ms !== undefined) return;
    const end_ms = message.available_ms + this.#parts.source.window_s * 1000;
    this.#windowEnd_ms = end_ms;
    this.#parts.agenda.add(end_ms, () => {
      if (this.#windowEnd_ms === end_ms) this.#windowClosed = true;
    });
  }

  #closeFully(): void {
    this.#windowEnd_ms = undefined;
    this.#windowClosed = false;
    this.#hurried = false;
  }
}
