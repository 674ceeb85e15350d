/** A bundle in a process of its own, as Lambda has it: loaded by `require`, played, and measured. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What one batch came to. */
interface Played {
  readonly answer: unknown;
  /** The most memory that the process had until then, in MB. */
  readonly peak_megabytes: number;
  /** Names of the files beside the bundle that were read as code until then. */
  readonly beside: readonly string[];
}

const program = `
  const [, file, batches, answers] = process.argv;
  const { readFileSync, writeFileSync } = require('node:fs');
  const { handler } = require(file);
  const context = { awsRequestId: 'r-1', functionName: 'fresh', getRemainingTimeInMillis: () => 60000 };
  (async () => {
    const played = [];
    for (const event of JSON.parse(readFileSync(batches, 'utf8'))) {
      const answer = await handler(event, context);
      const beside = Object.keys(require.cache).map((read) => read.replace(/^.*\\//, '').replace('.js', ''));
      played.push({ answer: answer ?? null, peak_megabytes: process.resourceUsage().maxRSS / 1024, beside });
    }
    writeFileSync(answers, JSON.stringify(played));
    process.exit(0);
  })().catch((error) => { console.error(error); process.exit(1); });
`;

/**
 * Plays batches, one after the other. Throws what the function's process wrote where it could not.
 *
 * @param file the bundle, with what lies beside it
 */
export async function playFresh(
  file: string,
  environment: Readonly<Record<string, string>>,
  events: readonly unknown[],
): Promise<Played[]> {
  const [batches, answers] = [join(file, '..', 'batches.json'), join(file, '..', 'answers.json')];
  writeFileSync(batches, JSON.stringify(events));
  await run(process.execPath, ['-e', program, file, batches, answers], {
    env: environment,
    maxBuffer: 100_000_000,
  });
  return JSON.parse(readFileSync(answers, 'utf8'));
}
