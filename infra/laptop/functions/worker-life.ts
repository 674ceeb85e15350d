/** How a worker lives: as a thread of the cloud's own process, or as a process that can be killed like any other. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { childFlags } from '../child-environment.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

const program = path.join(import.meta.dirname, '..', 'worker.ts');
const young_megabytes = 4;

export type WorkerKind = 'thread' | 'child';

export interface LifeOptions {
  /** The file that exports `makeHandler`. */
  readonly file: string;
  readonly env: Record<string, string>;
  /** Shows the worker's own output. */
  readonly verbose: boolean;
  readonly heard: (message: FromWorker) => void;
  /** It ended, or could not begin: how. */
  readonly gone: (how: string) => void;
}

export interface WorkerLife {
  /** Tells where it cannot be reached any more. */
  send(invocation: ToWorker, unreachable: () => void): void;
  /** Ends it wherever it stands. Resolves when it is gone. */
  end(): Promise<void>;
}

export const begin: Readonly<Record<WorkerKind, (options: LifeOptions) => WorkerLife>> = {
  thread: beginThread,
  child: beginChild,
};

/**
 * Threads share what a process takes for itself: five of them need less memory than two processes. Each has an
 * environment, a heap and modules of its own.
 */
function beginThread({ file, env, verbose, heard, gone }: LifeOptions): WorkerLife {
  const thread = new Worker(program, {
    argv: [file, ...(verbose ? [] : ['--quiet'])],
    env,
    resourceLimits: { maxYoungGenerationSizeMb: young_megabytes },
  });
  thread.on('message', heard);
  thread.on('error', (error) => gone(error instanceof Error ? error.message : String(error)));
  thread.on('exit', (code) => gone(`the worker ended (code ${code})`));
  return {
    send: (invocation) => thread.postMessage(invocation),
    end: async () => void (await thread.terminate()),
  };
}

function beginChild({ file, env, verbose, heard, gone }: LifeOptions): WorkerLife {
  const stdio = verbose ? 'inherit' : 'ignore';
  const child = fork(program, [file], {
    env,
    execArgv: childFlags(verbose),
    stdio: ['ignore', stdio, stdio, 'ipc'],
  });
  child.on('message', heard);
  child.on('error', (error) => gone(error.message));
  child.on('exit', (code, signal) => gone(`the worker ended (${signal ?? `code ${code}`})`));
  return {
    send: (invocation, unreachable) => child.send(invocation, (error) => error && unreachable()),
    end: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
