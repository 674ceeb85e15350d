/** Timers and lanes on the virtual clock: a timer that fires, and a delay that ends, puts its message into its lane. */
import type { LaneMessage } from '../core/events/lane-message.ts';
import { type Lane, laneHolds_s } from '../core/values/lane.ts';
import { upToMinute } from '../core/values/minute.ts';
import type { Lanes } from '../ports/lanes.ts';
import type { Arming, Timers } from '../ports/timers.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** `timers` and `lanes` in memory, with the means to look into both and to take messages. */
export function memoryLanes(clock: VirtualClock) {
  const armed = new Map<string, Arming>();
  const queues: Record<Lane, Queue> = { transactional: new Queue(), marketing: new Queue() };

  const timers: Timers & { pending(): Arming[] } = {
    async arm(timer) {
      if (armed.has(timer.name)) return 'armed';
      if (timer.due.epochMilliseconds <= clock.now().epochMilliseconds) return 'past';
      const message = copyOf(timer.message);
      armed.set(timer.name, { ...timer, message: message as Arming['message'] });
      clock.schedule(upToMinute(timer.due), () => {
        if (!armed.delete(timer.name)) return;
        queues[timer.lane].put(message);
      });
      return 'armed';
    },
    async disarm(name) {
      armed.delete(name);
    },
    /** The alarms that are armed. */
    pending: () => [...armed.values()],
  };

  const lanes: Lanes & { waiting(lane: Lane): readonly LaneMessage[]; take(): Taken | undefined } = {
    async enqueue(lane, message, delay_s) {
      const copy = copyOf(message);
      const delay = Math.min(laneHolds_s, Math.ceil(delay_s));
      if (delay <= 0) queues[lane].put(copy);
      else clock.schedule(clock.now().add({ seconds: delay }), () => queues[lane].put(copy));
    },
    backlog: async (lane) => queues[lane].size,
    isIdle: async (lane) => queues[lane].size === 0,
    /** The messages that wait to be taken, without taking them. */
    waiting: (lane) => queues[lane].all(),
    /** Takes the next message that waits; transactional ones first. Whoever fails it enqueues it again. */
    take() {
      for (const lane of ['transactional', 'marketing'] as const) {
        const message = queues[lane].take();
        if (message !== undefined) return { lane, message };
      }
      return undefined;
    },
  };
  return { timers, lanes };
}

interface Taken {
  readonly lane: Lane;
  readonly message: LaneMessage;
}

/** What travels is text: nothing of the sender's is shared. */
const copyOf = (message: LaneMessage): LaneMessage => JSON.parse(JSON.stringify(message));

/** First in, first out, without moving what waits. */
class Queue {
  #messages: LaneMessage[] = [];
  #taken = 0;

  get size(): number {
    return this.#messages.length - this.#taken;
  }
  put(message: LaneMessage): void {
    this.#messages.push(message);
  }
  take(): LaneMessage | undefined {
    if (this.size === 0) return undefined;
    const message = this.#messages[this.#taken++];
    if (this.#taken === this.#messages.length) {
      this.#messages = [];
      this.#taken = 0;
    }
    return message;
  }
  all(): readonly LaneMessage[] {
    return this.#messages.slice(this.#taken);
  }
}
