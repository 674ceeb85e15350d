/** A Scheduler that takes so many creations a second by the virtual clock, and refuses the rest as AWS throttles them. */
import type { VirtualClock } from '../../../shared/memory/virtual-clock.ts';
import type { Arming, Timers } from '../../../shared/ports/timers.ts';

export class VirtualScheduler implements Timers {
  /** The schedules that stand, by name. */
  readonly armed = new Map<string, Arming>();
  /** Calls to CreateSchedule, of which so many were refused; one for a name that stands already counts as taken. */
  asked = 0;
  refused = 0;
  /** When anybody asked last. */
  lastAsked_ms = 0;
  readonly #clock: VirtualClock;
  readonly #rate: number;
  readonly #ring: (alarm: Arming) => void;
  #second = 0;
  #takenInSecond = 0;

  /** @param ring is told of each alarm at its minute */
  constructor(clock: VirtualClock, rate: number, ring: (alarm: Arming) => void) {
    this.#clock = clock;
    this.#rate = rate;
    this.#ring = ring;
  }

  get taken(): number {
    return this.asked - this.refused;
  }

  async arm(alarm: Arming): Promise<'armed' | 'past' | 'busy'> {
    this.asked += 1;
    this.lastAsked_ms = this.#clock.now().epochMilliseconds;
    if (!this.#hasRoom()) {
      this.refused += 1;
      return 'busy';
    }
    if (this.armed.has(alarm.name)) return 'armed';
    if (alarm.due.epochMilliseconds <= this.#clock.now().epochMilliseconds) return 'past';
    this.armed.set(alarm.name, alarm);
    this.#clock.schedule(alarm.due, () => {
      if (this.armed.delete(alarm.name)) this.#ring(alarm);
    });
    return 'armed';
  }

  async disarm(name: string): Promise<void> {
    this.armed.delete(name);
  }

  #hasRoom(): boolean {
    const second = Math.floor(this.#clock.now().epochMilliseconds / 1000);
    if (second !== this.#second) this.#takenInSecond = 0;
    this.#second = second;
    if (this.#takenInSecond >= this.#rate) return false;
    this.#takenInSecond += 1;
    return true;
  }
}
