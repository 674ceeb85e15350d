/** One run of one function: it may die at any call, and nothing of it happens after that. */
import type { StoreEvent } from '../../shared/core/events/event.ts';
import type { Kernel } from './kernel.ts';

/** How far the clock of a function may be wrong. */
export const most_skew_ms = 20_000;

export type FunctionKind = 'ingest' | 'sender' | 'feedback' | 'reconcile' | 'links';

/** What waits for the answer of a process that is no more. */
export const never = new Promise<never>(() => {});

export class Invocation {
  readonly id: string;
  readonly kind: FunctionKind;
  /** Runs the newer code of a deployment. */
  readonly isNew: boolean;
  /** How wrong its clock goes. */
  readonly skew_ms: number;
  readonly begun_ms: number;
  readonly deadline_ms: number;
  dead = false;
  ended = false;
  /** It froze and may go on after its time, as a process that nobody managed to stop. */
  frozen = false;
  /** The step at which each customer was last read. */
  readonly readAt = new Map<string, number>();
  /** The touchpoint it has claimed and not yet settled, released or given up. */
  openClaim: string | undefined;
  /** The events it was handed, by customer. */
  readonly events = new Map<string, StoreEvent[]>();
  /** Messages it buried, or put back for later. */
  readonly putAway = new Set<string>();
  readonly #calledOff: () => void;
  #died: () => void = () => {};
  readonly #death = new Promise<undefined>((resolve) => {
    this.#died = () => resolve(undefined);
  });

  constructor(
    kernel: Kernel,
    given: { id: string; kind: FunctionKind; isNew: boolean; skew_ms: number; timeout_s: number },
  ) {
    this.id = given.id;
    this.kind = given.kind;
    this.isNew = given.isNew;
    this.skew_ms = given.skew_ms;
    this.begun_ms = kernel.now_ms;
    this.deadline_ms = kernel.now_ms + given.timeout_s * 1000;
    this.#calledOff = kernel.at(this.deadline_ms, `${this.id} time is up`, () => {
      if (this.ended || this.dead) return;
      if (this.frozen) this.#died();
      else this.die();
    });
  }

  die(): void {
    this.dead = true;
    this.#calledOff();
    this.#died();
  }

  /** Runs the body; undefined when it died or its time was up. A body that throws ends like a failed invocation. */
  async run<Answer>(body: () => Promise<Answer>): Promise<Answer | undefined> {
    const end = () => {
      this.ended = true;
      this.#calledOff();
    };
    const ending = body().then(
      (answer) => {
        end();
        return answer;
      },
      () => {
        end();
        return undefined;
      },
    );
    return Promise.race([ending, this.#death]);
  }
}
