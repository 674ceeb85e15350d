/** Plays the simulation on the product broken by one mutant, in a process of its own, and tells what caught it. */
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, trialStore } from './mutants.ts';

/** `off`: the simulation is alone. `on`: the product's own assertions watch each save as well, as in production. */
export type Assertions = 'off' | 'on';

export interface Catch {
  readonly by: 'simulation' | 'assertion';
  readonly invariant: string;
  /** Of the run that broke; an assertion counts no steps. */
  readonly step?: number | undefined;
  readonly seed?: number | undefined;
}

/** What every trial loads alike is compiled once: else that would be most of a short one's time. */
const compiled = join(tmpdir(), 'tsunagu-mutants-compiled');

class TrialFailed extends Error {
  override readonly name = 'TrialFailed';
  readonly code = 'TRIAL_FAILED';
}

/**
 * Undefined: nothing was noticed over all `steps`, seed after seed.
 *
 * @throws {@link TrialFailed} where the simulation itself could not run
 */
export async function tryMutant(
  mutant: Mutant,
  assertions: Assertions,
  steps: number,
): Promise<Catch | undefined> {
  const { customers, days } = mutant.store ?? trialStore;
  const args = ['--import', './test/simulation/mutate.ts', 'test/simulation/sim.ts', '--no-shrink', '--json'];
  const wishes = { seed: mutant.seed, customers, days, steps, faults: mutant.faults ?? 'all' };
  for (const [name, value] of Object.entries(wishes)) args.push(`--${name}`, String(value));
  const env = { TSUNAGU_MUTANT: mutant.name, TSUNAGU_ASSERTIONS: assertions === 'on' ? 'tell' : 'off' };
  const { printed, complaint } = await run(args, env);
  const answer = answerOf(printed);
  if (!answer) throw new TrialFailed(`${mutant.name}: the simulation gave no answer:\n${complaint}`);
  if (answer.assertion) return { by: 'assertion', invariant: answer.assertion };
  if (!answer.violation) return undefined;
  const seed = Number(/--seed (\d+)/.exec(answer.replay ?? '')?.[1]);
  return { by: 'simulation', ...answer.violation, seed };
}

interface Answer {
  readonly assertion?: string;
  readonly violation?: { readonly invariant: string; readonly step: number };
  readonly replay?: string;
}

function answerOf(printed: string): Answer | undefined {
  const line = printed.split('\n').find((one) => one.startsWith('{'));
  return line === undefined ? undefined : JSON.parse(line);
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ printed: string; complaint: string }> {
  const cwd = new URL('../../', import.meta.url);
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compiled, ...env } };
    // That it exits with an error is what is hoped for.
    execFile(process.execPath, args, options, (_, stdout, stderr) =>
      resolve({ printed: stdout, complaint: stderr.slice(-2000) }),
    );
  });
}

/** Does the work on each item, so many at a time; the answers stand in the order of the items. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [nth, item] of left) results[nth] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
