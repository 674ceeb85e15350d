/** EventBridge Scheduler: one-shot timers by name, at whole minutes, at least once. */
import type { Arming, Timers } from '../../shared/ports/timers.ts';
import type { Dealer } from './faults.ts';
import type { Kernel } from './kernel.ts';
import type { Random } from './random.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;

class ServiceDown extends Error {
  override readonly name = 'ServiceUnavailableException';
}

export class SimScheduler implements Timers {
  readonly armed = new Map<string, Arming>();
  /** Told when one name is asked to stand for two timers: the second would never fire. */
  clashed: (name: string) => void = () => {};
  /** Told of each timer that never fires. */
  lost: (timer: Arming) => void = () => {};
  readonly #stops = new Map<string, () => void>();
  #downUntil_ms = 0;
  #deafUntil_ms = 0;
  readonly #kernel: Kernel;
  readonly #dealer: Dealer;
  readonly #random: Random;
  readonly #fire: (timer: Arming) => void;

  constructor(kernel: Kernel, dealer: Dealer, random: Random, fire: (timer: Arming) => void) {
    this.#kernel = kernel;
    this.#dealer = dealer;
    this.#random = random.fork('scheduler');
    this.#fire = fire;
  }

  /** Nothing is taken and nothing fires until then. */
  breakDown(until_ms: number): void {
    this.#downUntil_ms = until_ms;
  }

  /** What stands for order mail never fires until then, once all else is well. */
  forgetOrderMail(until_ms: number): void {
    this.#deafUntil_ms = until_ms;
  }

  async arm(timer: Arming): Promise<'armed' | 'past' | 'busy'> {
    if (this.#kernel.now_ms < this.#downUntil_ms) throw new ServiceDown('down');
    if (this.#dealer.strikes('timer-refused')) return 'busy';
    const known = this.armed.get(timer.name);
    if (known && !(known.due.equals(timer.due) && known.lane === timer.lane)) this.clashed(timer.name);
    if (known) return 'armed';
    if (timer.due.epochMilliseconds <= this.#kernel.now_ms) return 'past';
    this.armed.set(timer.name, timer);
    const due_ms = Math.ceil(timer.due.epochMilliseconds / minute_ms) * minute_ms;
    this.#plan(timer, due_ms + this.#random.int(0, 59_000) + this.#lateness_ms() - this.#earliness_ms());
    return 'armed';
  }

  async disarm(name: string): Promise<void> {
    this.armed.delete(name);
    this.#stops.get(name)?.();
  }

  #plan(timer: Arming, at_ms: number): void {
    const stop = this.#kernel.at(at_ms, `timer ${timer.name}`, () => {
      this.#stops.delete(timer.name);
      if (this.#kernel.now_ms < this.#downUntil_ms) {
        this.#plan(timer, this.#downUntil_ms + this.#random.int(0, 60_000));
        return;
      }
      this.armed.delete(timer.name);
      if (this.#dealer.strikes('timer-never') || this.#isForgotten(timer)) {
        this.lost(timer);
        return;
      }
      this.#fire(timer);
      if (!this.#dealer.strikes('timer-twice')) return;
      const again_ms = this.#dealer.source('timer-twice').int(0, 2 * hour_ms);
      this.#kernel.after(again_ms, `timer ${timer.name} again`, () => this.#fire(timer));
    });
    this.#stops.set(timer.name, stop);
  }

  #isForgotten({ lane }: Arming): boolean {
    return lane === 'transactional' && this.#kernel.now_ms < this.#deafUntil_ms;
  }

  #earliness_ms(): number {
    return this.#dealer.strikes('timer-early') ? this.#dealer.source('timer-early').int(0, minute_ms) : 0;
  }

  #lateness_ms(): number {
    return this.#dealer.strikes('timer-late') ? this.#dealer.source('timer-late').int(0, 6 * hour_ms) : 0;
  }
}
