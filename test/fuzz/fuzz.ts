/** `npm run fuzz`: see `--help`. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import Table from 'cli-table3';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Outcome, Run } from './run-target.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';

function count(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
}

interface Options {
  readonly inputs: number;
  readonly seed: number;
  readonly only?: string;
  readonly path?: string;
}

const names = targets.map(({ name }) => name);
const anySeed = crypto.getRandomValues(new Uint32Array(1)).map((bits) => bits >>> 1)[0] ?? 1;

async function fuzz({ inputs, seed, only, path }: Options): Promise<void> {
  console.log(`seed ${seed}`);
  const chosen = targets.filter(({ name }) => only === undefined || name === only);
  const waiting = [...chosen.entries()];
  const lines: [Target, Outcome][] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, target] = next;
      const share = Math.floor(inputs / chosen.length) + (index < inputs % chosen.length ? 1 : 0);
      const outcome = await inThread(target, { inputs: share, seed, path });
      lines[index] = [target, outcome];
      console.error(
        `${target.name}: ${outcome.inputs} inputs, ${outcome.fault?.error.split('\n')[0] ?? 'no fault'}`,
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(tableOf(lines));
  for (const [{ name }, { fault }] of lines) {
    if (!fault) continue;
    console.log(`\n${name}: ${fault.error}\n\nby the input\n${fault.input}\n`);
    console.log(`Again: npm run fuzz -- --only ${name} --seed ${seed} --path ${fault.path}`);
    process.exitCode = 1;
  }
}

function inThread({ name }: Target, run: Run): Promise<Outcome> {
  const thread = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: { name, run } });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

function tableOf(lines: readonly (readonly [Target, Outcome])[]): string {
  const table = new Table({
    head: ['target', 'inputs', 'accepted', 'refused', 'refused as', 'faults'],
    colAligns: ['left', 'right', 'right', 'right', 'left', 'right'],
    style: { head: [], border: [] },
  });
  const number = (value: number) => value.toLocaleString('en');
  let [inputs, accepted, refused, faults] = [0, 0, 0, 0];
  for (const [{ name }, outcome] of lines) {
    const others = [...outcome.taken].filter(([as]) => as !== 'accepted').sort((a, b) => b[1] - a[1]);
    const mine = outcome.taken.get('accepted') ?? 0;
    const not = others.reduce((sum, [, times]) => sum + times, 0);
    const as = others.map(([code, times]) => `${code} ${number(times)}`).join('\n');
    table.push([name, number(outcome.inputs), number(mine), number(not), as, outcome.fault ? 1 : 0]);
    inputs += outcome.inputs;
    accepted += mine;
    refused += not;
    faults += outcome.fault ? 1 : 0;
  }
  table.push(['all', number(inputs), number(accepted), number(refused), '', faults]);
  return table.toString();
}

await new Command('fuzz')
  .description('Puts hostile inputs through every parser at a trust boundary, and the engine behind it.')
  .addOption(
    new Option('--inputs <n>', 'how many, spread evenly over the targets').argParser(count).default(100_000),
  )
  .addOption(
    new Option('--seed <n>', 'where the inputs come from').argParser(count).default(anySeed, 'a new one'),
  )
  .addOption(new Option('--only <name>', 'one target alone').choices(names))
  .option('--path <path>', 'one input alone, as a fault names it')
  .action(fuzz)
  .parseAsync();
