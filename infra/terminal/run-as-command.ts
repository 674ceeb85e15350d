/** Runs a command in the foreground: its exit code, its refusals in one sentence, and Ctrl-C. */
import type { Command } from 'commander';
import type { ProgressTerminal } from './progress.ts';

export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: ProgressTerminal;
}

const interruptedExitCode = 130;

/** @param make makes the command from what does its work: it takes what resolves to the exit code */
export async function runAsCommand(
  make: (run: (work: (streams: Streams, signal: AbortSignal) => Promise<number>) => Promise<void>) => Command,
): Promise<void> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const command = make(async (work) => {
    try {
      process.exitCode = await work({ out: process.stdout, err: process.stderr }, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) {
        process.stderr.write('Stopped.\n');
        process.exitCode = interruptedExitCode;
      } else if (error instanceof Error && 'code' in error) {
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
      } else throw error;
    }
  });
  await command.parseAsync();
}
