/** A worker as the cloud sees it: begun when first needed, begun again after it died, ended when it hangs. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { begin, type LifeKind, type PartLife } from '../life.ts';
import type { ThreadLine } from '../line/line.ts';
import type { FromWorker, Outcome, ToWorker } from './worker-protocol.ts';

const program = path.join(import.meta.dirname, '..', 'worker.ts');

export interface WorkerOptions {
  /** The file that exports `makeHandler`. */
  readonly file: string;
  /** Asked when it begins. */
  readonly env: () => Record<string, string>;
  /** Asked when it begins. */
  readonly lines: () => readonly ThreadLine[];
  readonly timeout_s: number;
  /** Shows the worker's own output. */
  readonly verbose: boolean;
  readonly kind: LifeKind;
}

export class FunctionWorker {
  /** The moment of the running invocation; undefined while idle. */
  now_ms: number | undefined;
  readonly #options: WorkerOptions;
  #life: PartLife<ToWorker> | undefined;
  #ready: Promise<string | undefined> | undefined;
  #finish: ((outcome: Outcome) => void) | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** Runs one invocation. Never rejects: a crash, a throw and a hang are outcomes. */
  async run(event: unknown, now_ms: number): Promise<Outcome> {
    this.now_ms = now_ms;
    try {
      return await this.#invoke(event, now_ms);
    } finally {
      this.now_ms = undefined;
    }
  }

  async #invoke(event: unknown, now_ms: number): Promise<Outcome> {
    this.#ready ??= this.#begin();
    const broken = await this.#ready;
    const life = this.#life;
    if (broken !== undefined || !life) {
      void this.stop();
      return { ok: false, error: broken ?? 'the worker ended before it was ready' };
    }
    const timeout_ms = this.#options.timeout_s * 1000;
    return new Promise<Outcome>((resolve) => {
      const hangs = setTimeout(() => {
        this.#finish?.({ ok: false, error: `Task timed out after ${this.#options.timeout_s} seconds` });
        void this.stop();
      }, timeout_ms);
      this.#finish = (outcome) => {
        clearTimeout(hangs);
        this.#finish = undefined;
        resolve(outcome);
      };
      const invocation: ToWorker = { id: randomUUID(), event, now_ms, timeout_ms };
      life.send(invocation, () => this.#finish?.({ ok: false, error: 'the worker cannot be reached' }));
    });
  }

  /** Ends the worker in the middle of its invocation, as a crash would; false when none runs. */
  kill(): boolean {
    if (this.now_ms === undefined || !this.#life) return false;
    void this.#life.end();
    return true;
  }

  async stop(): Promise<void> {
    const life = this.#life;
    this.#life = undefined;
    this.#ready = undefined;
    await life?.end();
  }

  /** Resolves to undefined when the handler is loaded, else to what is wrong. */
  #begin(): Promise<string | undefined> {
    const { kind, env, file, lines, verbose } = this.#options;
    return new Promise((resolve) => {
      const heard = (message: FromWorker) => {
        if (message.kind === 'ready') resolve(undefined);
        else if (message.kind === 'broken') resolve(message.error);
        else if (message.kind === 'done') this.#finish?.({ ok: true, value: message.value });
        else this.#finish?.({ ok: false, error: message.error });
      };
      const gone = (how: string) => {
        resolve(how);
        if (this.#life !== life) return;
        this.#life = undefined;
        this.#ready = undefined;
        this.#finish?.({ ok: false, error: how });
      };
      const life = begin<FromWorker, ToWorker>(kind, {
        program,
        args: [file],
        env: env(),
        lines: lines(),
        verbose,
        heard,
        gone,
      });
      this.#life = life;
    });
  }
}
