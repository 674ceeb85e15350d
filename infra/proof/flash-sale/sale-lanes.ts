/** The two send lanes on the virtual clock, each taken from by itself, and what is counted of them. */
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';
import type { VirtualClock } from '../../../shared/memory/virtual-clock.ts';
import type { Lanes } from '../../../shared/ports/lanes.ts';

/** The longest delay of a queue: with it comes back what Scheduler had no room for. */
const putOff_s = 900;

class Queue {
  waiting: string[] = [];
  taken = 0;
  delayed = 0;
  peak = 0;
  /** Messages about an alarm that Scheduler refused. */
  putOff = 0;
  cameBack = 0;

  get size(): number {
    return this.waiting.length - this.taken + this.delayed;
  }

  put(body: string): void {
    this.waiting.push(body);
    this.peak = Math.max(this.peak, this.size);
  }

  take(): string | undefined {
    const body = this.waiting[this.taken];
    if (body === undefined) {
      this.waiting = [];
      this.taken = 0;
    } else this.taken += 1;
    return body;
  }
}

export class SaleLanes implements Lanes {
  readonly queues: Readonly<Record<Lane, Queue>> = { transactional: new Queue(), marketing: new Queue() };
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Messages that wait or are delayed, of both lanes. */
  get size(): number {
    return this.queues.transactional.size + this.queues.marketing.size;
  }

  async enqueue(lane: Lane, message: LaneMessage, delay_s: number): Promise<void> {
    const queue = this.queues[lane];
    const body = JSON.stringify(message);
    if (delay_s <= 0) return queue.put(body);
    // Only what was to be an alarm bears the name of one, and goes into the lane with the longest delay.
    const isPutOff = 'alarm' in message && message.alarm !== undefined && delay_s === putOff_s;
    if (isPutOff) queue.putOff += 1;
    queue.delayed += 1;
    queue.peak = Math.max(queue.peak, queue.size);
    this.#clock.schedule(this.#clock.now().add({ seconds: delay_s }), () => {
      queue.delayed -= 1;
      if (isPutOff) queue.cameBack += 1;
      queue.put(body);
    });
  }

  async backlog(lane: Lane): Promise<number> {
    const { waiting, taken } = this.queues[lane];
    return waiting.length - taken;
  }

  async isIdle(lane: Lane): Promise<boolean> {
    return (await this.backlog(lane)) === 0;
  }

  /** The oldest message that waits in the lane. */
  take(lane: Lane): LaneMessage | undefined {
    const body = this.queues[lane].take();
    return body === undefined ? undefined : JSON.parse(body);
  }
}
