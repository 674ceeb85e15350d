/** `npm run sim:mutants`: plays the simulation on each deliberate fault, and prints what caught it. */
import Table from 'cli-table3';
import { type Catch, eachOf, tryMutant } from './mutant-trial.ts';
import { mutants } from './mutants.ts';

/** Each is caught long before, while its seed still shows it early. */
const steps = 120_000;
const atOnce = 2;

const number = new Intl.NumberFormat('en');
const wordsOf = (caught: Catch | undefined) =>
  caught ? `${caught.by === 'assertion' ? 'assertion ' : ''}${caught.invariant}` : 'NOT CAUGHT';

const table = new Table({
  style: { head: [], border: [] },
  chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  head: [
    'mutant',
    'what is broken',
    'the simulation alone finds',
    'after steps',
    'seed',
    'in production finds',
  ],
  colAligns: ['left', 'left', 'left', 'right', 'right', 'left'],
  colWidths: [30, 36, 36, null, null, 36],
  wordWrap: true,
});

let caughtBoth = 0;
const rows = await eachOf(mutants, atOnce, async (mutant) => {
  const alone = await tryMutant(mutant, 'off', steps);
  const together = await tryMutant(mutant, 'on', steps);
  if (alone && together) caughtBoth += 1;
  process.stderr.write(`${mutant.name}: ${wordsOf(alone)}; ${wordsOf(together)}\n`);
  const { step = 0, seed = '' } = alone ?? {};
  return [mutant.name, mutant.what, wordsOf(alone), number.format(step), seed, wordsOf(together)];
});
table.push(...rows);
process.stdout.write(`${table}\n${caughtBoth} of ${mutants.length} caught\n`);
if (caughtBoth < mutants.length) process.exitCode = 1;
