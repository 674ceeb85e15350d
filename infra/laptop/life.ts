/** How a part of the cloud lives: as a thread of the cloud's own process, or as a process that can be killed like any other. */
import { fork } from 'node:child_process';
import { type MessagePort, Worker } from 'node:worker_threads';
import { childFlags } from './child-environment.ts';
import type { ThreadLine } from './line/line.ts';

const young_megabytes = 4;

export type LifeKind = 'thread' | 'child';

export interface LifeOptions<Heard> {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  /** Those of a thread; a process has the wire. */
  readonly lines?: readonly ThreadLine[] | undefined;
  /** Shows its own output. */
  readonly verbose: boolean;
  readonly heard: (message: Heard) => void;
  /** It ended, or could not begin: how. */
  readonly gone: (how: string) => void;
}

export interface PartLife<Told> {
  /** Tells where it cannot be reached any more. */
  send(message: Told, unreachable?: () => void): void;
  /** Hands a port over with the message: to a thread alone. */
  lend?(message: Told, port: MessagePort): void;
  /** Ends it wherever it stands. Resolves when it is gone. */
  end(): Promise<void>;
  /** Lets go of it: it ends what it began, and then itself. Resolves when it is gone. */
  letGo(): Promise<void>;
}

export function begin<Heard, Told extends object>(
  kind: LifeKind,
  options: LifeOptions<Heard>,
): PartLife<Told> {
  return kind === 'thread' ? beginThread(options) : beginChild(options);
}

/**
 * Threads share what a process takes for itself: five of them need less memory than two processes. Each has an
 * environment, a heap and modules of its own.
 */
function beginThread<Heard>({ program, args, env, lines = [], verbose, heard, gone }: LifeOptions<Heard>) {
  const thread = new Worker(program, {
    argv: [...args, ...(verbose ? [] : ['--quiet'])],
    env,
    workerData: { lines },
    transferList: lines.map(({ port }) => port),
    resourceLimits: { maxYoungGenerationSizeMb: young_megabytes },
  });
  thread.on('message', heard);
  thread.on('error', (error) => gone(error instanceof Error ? error.message : String(error)));
  thread.on('exit', (code) => gone(`the worker ended (code ${code})`));
  const end = async () => void (await thread.terminate());
  return {
    send: (message: object) => thread.postMessage(message),
    lend: (message: object, port: MessagePort) => thread.postMessage(message, [port]),
    end,
    letGo: end,
  };
}

function beginChild<Heard>({ program, args, env, verbose, heard, gone }: LifeOptions<Heard>) {
  const stdio = verbose ? 'inherit' : 'ignore';
  const child = fork(program, args, {
    env,
    execArgv: childFlags(verbose),
    stdio: ['ignore', stdio, stdio, 'ipc'],
  });
  child.on('message', (message) => heard(message as Heard));
  child.on('error', (error) => gone(error.message));
  child.on('exit', (code, signal) => gone(`the worker ended (${signal ?? `code ${code}`})`));
  const ended = (how: () => void) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      how();
    });
  return {
    send: (message: object, unreachable?: () => void) =>
      child.send(message, (error) => error && unreachable?.()),
    end: () => ended(() => child.kill('SIGKILL')),
    letGo: () => ended(() => child.connected && child.disconnect()),
  };
}
