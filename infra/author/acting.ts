/** How every command of `npm run scenario` tells what it found: text or JSON, and the exit code. */
import { Command } from 'commander';
import { printReport, type Report } from '../terminal/report.ts';

/** A command has told what is wrong already: nothing more is to be said, and the exit code is 1. */
export class ReportedAsWrong extends Error {
  override readonly name = 'ReportedAsWrong';
  readonly code = 'TOLD_AS_WRONG';
}

/**
 * An action for commander: tells the report where the program writes, as JSON with `--json`.
 * Throws {@link ReportedAsWrong} after a report that failed.
 */
export function acting<Options extends object>(
  does: (words: readonly string[], options: Options) => Report | Promise<Report>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1);
    if (!(command instanceof Command)) throw new Error('Commander hands the command last.');
    const options = command.optsWithGlobals<Options & { json?: boolean }>();
    const { writeOut, writeErr } = command.configureOutput();
    const terminal = { out: (text: string) => writeOut?.(text), err: (text: string) => writeErr?.(text) };
    if (printReport(terminal, await does(command.args, options), options.json === true) !== 0)
      throw new ReportedAsWrong('The report says what is wrong.');
  };
}
