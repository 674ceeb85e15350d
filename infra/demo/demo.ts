/** `npm run demo`: see `--help`. */
import { demoCommand } from './options.ts';
import { runDemo } from './run.ts';

const interruptedExitCode = 130;
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

await demoCommand(async (options) => {
  try {
    process.exitCode = await runDemo(options, { out: process.stdout, err: process.stderr }, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) {
      process.stderr.write('Stopped.\n');
      process.exitCode = interruptedExitCode;
    } else if (error instanceof Error && 'code' in error) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}).parseAsync();
