/** The workers of one function: each runs one invocation at a time, as on Lambda. */
import { FunctionWorker, type WorkerOptions } from './function-worker.ts';
import type { Outcome } from './worker-protocol.ts';

export class FunctionPool {
  readonly #workers: readonly FunctionWorker[];
  readonly #idle: FunctionWorker[];
  readonly #report: (error: string) => void;

  /**
   * @param workers options of each
   * @param report is told of each invocation that failed
   */
  constructor(workers: readonly WorkerOptions[], report: (error: string) => void) {
    this.#workers = workers.map((options) => new FunctionWorker(options));
    // The first is taken first, so that more begin only under load.
    this.#idle = [...this.#workers].reverse();
    this.#report = report;
  }

  get free(): number {
    return this.#idle.length;
  }

  /** The moment of the invocation that worker `nth` runs. */
  momentOf(nth: number): number | undefined {
    return this.#workers[nth]?.now_ms;
  }

  /** Ends worker `nth` in the middle of its invocation; false when none runs. The next begins it anew. */
  kill(nth: number): boolean {
    return this.#workers[nth]?.kill() ?? false;
  }

  /** Runs an invocation on a free worker; ask for `free` before. Never rejects. */
  async invoke(event: unknown, now_ms: number): Promise<Outcome> {
    const worker = this.#idle.pop();
    if (!worker) return { ok: false, error: 'no free worker' };
    const outcome = await worker.run(event, now_ms);
    this.#idle.push(worker);
    if (!outcome.ok) this.#report(outcome.error);
    return outcome;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop()));
  }
}
