/** `npm run engine`: see `--help`. */
import { Command } from 'commander';
import { runAsCommand } from '../../terminal/run-as-command.ts';
import { textTable } from '../../terminal/text-table.ts';
import { countOption } from '../demo/options.ts';
import { type Measured, measureEngine } from './measure.ts';

/** So much slower five times as many scenarios may be. */
const most = 1.15;

function reportOf([one, five]: readonly [Measured, Measured]): string {
  const rows = [one, five].map(({ scenarios, decided_us, whole_us }) => [
    scenarios,
    Math.round(decided_us),
    Math.round(whole_us),
  ]);
  const head = ['scenarios', 'decided, µs', 'with its record read and packed, µs'];
  return [
    `An event of ${one.events.toLocaleString('en')} of the frozen population, processor time on this machine:`,
    '',
    textTable(head, rows),
    '',
    `Five times as many scenarios take ${(five.decided_us / one.decided_us).toFixed(2)} times as long (at most ${most}).`,
    '',
  ].join('\n');
}

await runAsCommand((run) =>
  new Command('engine')
    .description(
      'Plays the events of the frozen population through the pure engine and prints what an event takes.',
    )
    .addOption(countOption('--rounds <n>', 'plays by turns; the fastest counts', 5))
    .option('--json', 'print one JSON object on stdout instead of the table')
    .action((options: { rounds: number; json?: boolean }) =>
      run(async ({ out }) => {
        const measured = measureEngine(options.rounds);
        out.write(options.json ? `${JSON.stringify(measured, undefined, 2)}\n` : reportOf(measured));
        return measured[1].decided_us / measured[0].decided_us <= most ? 0 : 1;
      }),
    ),
);
