/** What people and the weather do to the store: outages, pauses, deployments and their rollback, replays. */
import type { Brakes } from '../../shared/core/record/brakes.ts';
import { noBrakes } from '../../shared/core/record/brakes.ts';
import type { Control } from '../../shared/ports/brakes.ts';
import type { Dealer, Fault } from './faults.ts';
import { fairWeather, type Weather } from './ground.ts';
import type { FunctionKind, Invocation } from './invocation.ts';
import type { Kernel } from './kernel.ts';
import type { SimBus } from './sim-bus.ts';
import type { SimQueue } from './sim-queue.ts';
import type { SimScheduler } from './sim-scheduler.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
const month_days = 30;
/** A queue for dead letters keeps them for 14 days (`infra/stack/queues.ts`): after that there is nothing to put back. */
const redriveEvery_days = 7;

export interface OperatorParts {
  readonly kernel: Kernel;
  readonly dealer: Dealer;
  readonly control: Control;
  readonly scheduler: SimScheduler;
  readonly bus: SimBus;
  readonly queues: Readonly<Record<string, Pick<SimQueue, 'redrive'>>>;
  readonly weather: Weather;
}

export class Operators {
  /** Functions that run the newer code. */
  readonly #newer = new Set<FunctionKind>();
  #brakes: Brakes = noBrakes;
  #pausedSince_ms = 0;
  #busyUntil_ms = 0;
  readonly #parts: OperatorParts;

  constructor(parts: OperatorParts) {
    this.#parts = parts;
  }

  isNew(kind: FunctionKind): boolean {
    return this.#newer.has(kind);
  }

  /** Whether mail of the kind was paused before the invocation began. */
  isPaused(kind: 'transactional' | 'marketing', invocation: Invocation): boolean {
    const { paused } = this.#brakes;
    const isMeant = paused.all || (kind === 'marketing' && paused.marketing);
    return isMeant && this.#pausedSince_ms < invocation.begun_ms;
  }

  /** Draws each day of the play what happens on it. */
  plan(start_ms: number, days: number): void {
    for (let day = 0; day < days; day += 1) {
      this.#parts.kernel.at(start_ms + day * day_ms, `day ${day}`, () => this.#beginDay(day));
    }
  }

  /** All is well from now on, and the newest code runs everywhere. */
  end(): void {
    this.#brake(noBrakes);
    const { weather, kernel, dealer } = this.#parts;
    Object.assign(weather, fairWeather());
    this.#parts.scheduler.breakDown(0);
    // Order mail must be found though no alarm of it rings and marketing's lane is full.
    const last_ms = kernel.now_ms + 9 * hour_ms;
    if (dealer.probabilities.has('lane-full')) weather.laneFullUntil_ms = last_ms;
    if (dealer.probabilities.has('timer-never')) this.#parts.scheduler.forgetOrderMail(last_ms);
    for (const kind of ['ingest', 'sender', 'feedback', 'reconcile', 'links'] as const) this.#newer.add(kind);
  }

  #beginDay(day: number): void {
    const { dealer, kernel, scheduler, weather, bus, queues } = this.#parts;
    if (day % redriveEvery_days === redriveEvery_days - 1)
      for (const queue of Object.values(queues)) queue.redrive();
    const within = (fault: Fault, span_ms: number) => dealer.source(fault).int(0, span_ms);
    if (dealer.strikes('scheduler-down')) {
      kernel.after(within('scheduler-down', day_ms), 'Scheduler is down', () =>
        scheduler.breakDown(kernel.now_ms + hour_ms),
      );
    }
    if (dealer.strikes('table-throttling')) {
      kernel.after(within('table-throttling', day_ms), 'the table throttles', () => {
        weather.tableThrottledUntil_ms = kernel.now_ms + 10 * minute_ms;
      });
    }
    if (dealer.strikes('one-table-throttled')) {
      const table = dealer.source('one-table-throttled').pick(['records', 'beside'] as const);
      kernel.after(within('one-table-throttled', day_ms), `the table ${table} throttles`, () => {
        weather.oneTable = { table, until_ms: kernel.now_ms + 30 * minute_ms };
      });
    }
    if (dealer.strikes('lane-full')) {
      kernel.after(within('lane-full', day_ms), 'a campaign fills the marketing lane', () => {
        weather.laneFullUntil_ms = kernel.now_ms + within('lane-full', 12 * hour_ms);
      });
    }
    if (dealer.strikes('operator-pause')) this.#pause();
    if (dealer.strikes('deploy-and-rollback') && kernel.now_ms >= this.#busyUntil_ms) this.#deploy();
    if (day % month_days === month_days - 1 && dealer.strikes('archive-replay')) {
      bus.replay(kernel.now_ms - 2 * month_days * day_ms, kernel.now_ms);
    }
  }

  #pause(): void {
    const { dealer, kernel } = this.#parts;
    const source = dealer.source('operator-pause');
    const all = source.chance(0.3);
    const brakes: Brakes = { paused: { all, marketing: !all, scenarios: [] } };
    kernel.after(source.int(0, day_ms), 'an operator pauses', () => this.#brake(brakes));
    kernel.after(day_ms + source.int(0, 6 * hour_ms), 'an operator resumes', () => this.#brake(noBrakes));
  }

  #brake(brakes: Brakes): void {
    this.#brakes = brakes;
    this.#pausedSince_ms = this.#parts.kernel.now_ms;
    // Of one run alone others decide.
    void this.#parts.control.change(({ paused: { scenarios }, pauses }) => ({
      paused: { ...brakes.paused, scenarios },
      ...(pauses && { pauses }),
    }));
  }

  /** Newer code comes to one function after the other; some hours later all goes back, and then forth again. */
  #deploy(): void {
    const { dealer, kernel } = this.#parts;
    const source = dealer.source('deploy-and-rollback');
    const back_ms = source.int(hour_ms, 10 * hour_ms);
    const forth_ms = back_ms + source.int(hour_ms, 10 * hour_ms);
    this.#busyUntil_ms = kernel.now_ms + forth_ms + day_ms;
    for (const kind of ['ingest', 'sender', 'feedback', 'reconcile', 'links'] as const) {
      const isFirstTime = !this.#newer.has(kind);
      if (isFirstTime) this.#at(source.int(0, hour_ms), kind, true);
      this.#at(back_ms + source.int(0, hour_ms), kind, false);
      this.#at(forth_ms + source.int(0, hour_ms), kind, true);
    }
  }

  #at(delay_ms: number, kind: FunctionKind, isNew: boolean): void {
    this.#parts.kernel.after(delay_ms, `${kind} runs ${isNew ? 'newer' : 'older'} code`, () => {
      if (isNew) this.#newer.add(kind);
      else this.#newer.delete(kind);
    });
  }
}
