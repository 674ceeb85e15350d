/**
 * Moves the clock. Stepping goes to each next due thing and never over one; while nobody steps, real time does. What
 * one customer's messages do never depends on another's, so a later moment may begin while earlier work of other
 * customers still runs (`Work.mayGoTo`): each invocation is told its own moment.
 */
import type { Agenda } from './agenda.ts';
import type { CloudClock } from './clock.ts';

export interface Work {
  /** Hands over whatever can be handed over now. */
  pump(): void;
  /** True when nothing runs and nothing could be handed over; hands over what was only put off. */
  isQuiet(): boolean;
  /** True when the clock may go on to this moment though work of earlier moments is not done. */
  mayGoTo(at_ms: number): boolean;
}

/** The sweep: runs alone, at moments computed from what waits. */
export interface SweepMoment {
  next_ms(): number | undefined;
  run(at_ms: number): void;
}

/** What is done as the clock passes, without making it stop where nothing else is due. */
export interface Aside {
  /** The next moment at which there is something to do, if the clock gets there by itself. */
  next_ms(): number;
  /** The clock stands here now; at rest, a move waits until all that was begun is done. */
  passed(now_ms: number, atRest: boolean): Promise<void>;
}

/** What a stepper moves, and what it tells of each moment. */
export interface StepperParts {
  readonly clock: CloudClock;
  readonly agenda: Agenda;
  readonly work: Work;
  readonly sweep: SweepMoment;
  readonly aside?: Aside;
}

/** Node's timers hold 31 bits of milliseconds. */
const longestTimer_ms = 2 ** 31 - 1;

export class Stepper {
  readonly #clock: CloudClock;
  readonly #agenda: Agenda;
  readonly #work: Work;
  readonly #sweep: SweepMoment;
  readonly #aside: Aside | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #wake: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #soon = false;
  #stepping = false;
  #stopped = false;

  constructor({ clock, agenda, work, sweep, aside }: StepperParts) {
    this.#clock = clock;
    this.#agenda = agenda;
    this.#work = work;
    this.#sweep = sweep;
    this.#aside = aside;
  }

  /**
   * Steps to the moment that `target` computes from the present. Resolves when all is quiet there; with `settle`
   * false as soon as the clock may stand there, and it stands still until the next move that settles.
   */
  advance(target: (now_ms: number) => number, settle = true): Promise<void> {
    const run = this.#queue.then(async () => {
      const target_ms = target(this.#clock.now_ms());
      clearTimeout(this.#timer);
      this.#clock.hold(this.#clock.now_ms());
      this.#stepping = true;
      await this.#stepTo(target_ms, settle);
      this.#clock.hold(target_ms);
      if (settle && !this.#stopped) await this.#aside?.passed(target_ms, true);
      this.#stepping = false;
      if (settle) this.#clock.release();
      this.poke();
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Something happened: a message came, an invocation ended, a timer was set. */
  poke(): void {
    if (this.#stepping) {
      this.#wake?.();
      this.#wake = undefined;
    } else if (!this.#soon && !this.#stopped) {
      this.#soon = true;
      setImmediate(() => {
        this.#soon = false;
        if (this.#stepping || this.#stopped) return;
        if (this.#clock.isHeld) this.#work.pump();
        else this.#tick();
      });
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#wake?.();
  }

  async #stepTo(target_ms: number, settle: boolean): Promise<void> {
    while (!this.#stopped) {
      this.#work.pump();
      const due_ms = this.#agenda.next_ms() ?? Number.POSITIVE_INFINITY;
      const sweep_ms = this.#sweep.next_ms() ?? Number.POSITIVE_INFINITY;
      const next_ms = Math.min(due_ms, sweep_ms);
      const nothingLeft = next_ms > target_ms;
      if (nothingLeft && (settle ? this.#work.isQuiet() : this.#work.mayGoTo(target_ms))) return;
      const sweeping = sweep_ms < due_ms;
      const mayGo = sweeping ? this.#work.isQuiet() : this.#work.mayGoTo(next_ms);
      if (nothingLeft || !mayGo) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      this.#clock.hold(Math.max(this.#clock.now_ms(), next_ms));
      void this.#aside?.passed(this.#clock.now_ms(), false);
      if (sweeping) this.#sweep.run(this.#clock.now_ms());
      else this.#agenda.fireUntil(next_ms);
    }
  }

  /** Real time: all that has come due meanwhile, then a timer for the next. */
  #tick(): void {
    const now_ms = this.#clock.now_ms();
    void this.#aside?.passed(now_ms, false);
    this.#agenda.fireUntil(now_ms);
    this.#work.pump();
    const sweep_ms = this.#sweep.next_ms();
    if (sweep_ms !== undefined && sweep_ms <= now_ms) this.#sweep.run(now_ms);
    const next_ms = Math.min(
      this.#agenda.next_ms() ?? Number.POSITIVE_INFINITY,
      this.#sweep.next_ms() ?? Number.POSITIVE_INFINITY,
      this.#aside?.next_ms() ?? Number.POSITIVE_INFINITY,
    );
    clearTimeout(this.#timer);
    if (!Number.isFinite(next_ms)) return;
    const delay_ms = Math.min(longestTimer_ms, Math.max(1, next_ms - this.#clock.now_ms()));
    this.#timer = setTimeout(() => this.poke(), delay_ms);
  }
}
