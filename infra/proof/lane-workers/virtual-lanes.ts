/** The two send lanes on the virtual clock, each taken from by its workers, and what is counted of them. */
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import { type Lane, laneHolds_s } from '../../../shared/core/values/lane.ts';
import type { VirtualClock } from '../../../shared/memory/virtual-clock.ts';
import type { Lanes } from '../../../shared/ports/lanes.ts';

class Queue {
  #waiting: string[] = [];
  #taken = 0;
  /** Whoever waits for a message, the longest wait first. */
  readonly #idle: (() => void)[] = [];
  atWork = 0;
  delayed = 0;
  peak = 0;
  /** Messages about an alarm that Scheduler refused. */
  putOff = 0;
  cameBack = 0;

  get waiting(): number {
    return this.#waiting.length - this.#taken;
  }

  get size(): number {
    return this.waiting + this.delayed;
  }

  delay(): void {
    this.delayed += 1;
    this.peak = Math.max(this.peak, this.size);
  }

  put(body: string): void {
    this.#waiting.push(body);
    this.peak = Math.max(this.peak, this.size);
    this.#idle.shift()?.();
  }

  filled(): Promise<void> {
    return new Promise((wake) => this.#idle.push(wake));
  }

  take(most: number): string[] {
    const bodies = this.#waiting.slice(this.#taken, this.#taken + most);
    this.#taken += bodies.length;
    this.atWork += bodies.length;
    if (this.waiting > 0) return bodies;
    this.#waiting = [];
    this.#taken = 0;
    return bodies;
  }
}

export class VirtualLanes implements Lanes {
  readonly queues: Readonly<Record<Lane, Queue>> = { transactional: new Queue(), marketing: new Queue() };
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Nothing waits, is delayed or at work in either lane. */
  get areQuiet(): boolean {
    return Object.values(this.queues).every(({ size, atWork }) => size + atWork === 0);
  }

  async enqueue(lane: Lane, message: LaneMessage, delay_s: number): Promise<void> {
    const queue = this.queues[lane];
    const body = JSON.stringify(message);
    if (delay_s <= 0) return queue.put(body);
    // Only what was to be an alarm bears the name of one, and goes into the lane with the longest delay.
    const isPutOff = 'alarm' in message && message.alarm !== undefined && delay_s === laneHolds_s;
    if (isPutOff) queue.putOff += 1;
    queue.delay();
    this.#clock.schedule(this.#clock.now().add({ seconds: Math.ceil(delay_s) }), () => {
      queue.delayed -= 1;
      if (isPutOff) queue.cameBack += 1;
      queue.put(body);
    });
  }

  async backlog(lane: Lane): Promise<number> {
    return this.queues[lane].waiting;
  }

  async isIdle(lane: Lane): Promise<boolean> {
    const { waiting, atWork } = this.queues[lane];
    return waiting + atWork === 0;
  }

  /** The oldest messages that wait in the lane, at most `most`; they are at work until {@link done}. */
  take(lane: Lane, most: number): LaneMessage[] {
    return this.queues[lane].take(most).map((body) => JSON.parse(body));
  }

  done(lane: Lane, messages: number): void {
    this.queues[lane].atWork -= messages;
  }

  /** Resolves when a message comes that nobody else waits for. */
  filled(lane: Lane): Promise<void> {
    return this.queues[lane].filled();
  }
}
