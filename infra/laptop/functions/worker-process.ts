/** A worker process as the cloud sees it: begun when first needed, begun again after it died, ended when it hangs. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { childFlags } from '../child-environment.ts';
import type { FromWorker, Outcome, ToWorker } from './worker-protocol.ts';

/** Half of what the smallest function has on Lambda. */
const heap_megabytes = 128;
const program = path.join(import.meta.dirname, '..', 'worker.ts');

export interface WorkerOptions {
  /** The file that exports `makeHandler`. */
  readonly file: string;
  /** Asked when a process begins. */
  readonly env: () => Record<string, string>;
  readonly timeout_s: number;
  /** Shows the worker's own output. */
  readonly verbose: boolean;
}

export class WorkerProcess {
  /** The moment of the running invocation; undefined while idle. */
  now_ms: number | undefined;
  readonly #options: WorkerOptions;
  #child: ChildProcess | undefined;
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
    const child = this.#child;
    if (broken !== undefined || !child) {
      this.#end();
      return { ok: false, error: broken ?? 'the worker process ended before it was ready' };
    }
    const timeout_ms = this.#options.timeout_s * 1000;
    return new Promise<Outcome>((resolve) => {
      const hangs = setTimeout(() => {
        this.#finish?.({ ok: false, error: `Task timed out after ${this.#options.timeout_s} seconds` });
        this.#end();
      }, timeout_ms);
      this.#finish = (outcome) => {
        clearTimeout(hangs);
        this.#finish = undefined;
        resolve(outcome);
      };
      const invocation: ToWorker = { id: randomUUID(), event, now_ms, timeout_ms };
      child.send(invocation, (error) => {
        if (error) this.#finish?.({ ok: false, error: 'the worker process cannot be reached' });
      });
    });
  }

  /** Ends the process in the middle of its invocation, as a crash would; false when none runs. */
  kill(): boolean {
    return this.now_ms !== undefined && (this.#child?.kill('SIGKILL') ?? false);
  }

  stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  /** Resolves to undefined when the handler is loaded, else to what is wrong. */
  #begin(): Promise<string | undefined> {
    const { file, env, verbose } = this.#options;
    const stdio = verbose ? 'inherit' : 'ignore';
    const child = fork(program, [file], {
      env: env(),
      execArgv: childFlags(verbose, heap_megabytes),
      stdio: ['ignore', stdio, stdio, 'ipc'],
    });
    this.#child = child;
    return new Promise((resolve) => {
      child.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') resolve(undefined);
        else if (message.kind === 'broken') resolve(message.error);
        else if (message.kind === 'done') this.#finish?.({ ok: true, value: message.value });
        else this.#finish?.({ ok: false, error: message.error });
      });
      const gone = (why: string) => {
        resolve(why);
        if (this.#child !== child) return;
        this.#child = undefined;
        this.#ready = undefined;
        this.#finish?.({ ok: false, error: why });
      };
      child.on('error', (error) => gone(error.message));
      child.on('exit', (code, signal) => gone(`the worker process ended (${signal ?? `code ${code}`})`));
    });
  }

  #end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
    this.#ready = undefined;
  }
}
