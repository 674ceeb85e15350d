/** The first look at a deployment: does everything it stands on work in this account? */
import { Command } from 'commander';
import type { Terminal } from '../../terminal/report.ts';
import { atDeployment } from '../composition.ts';
import { exitCodeOf, withCommonOptions, withLocalAddress } from '../ops/ops-program.ts';
import type { TargetOptions } from '../target/target.ts';
import { type Result, resultInWords } from './result.ts';
import { runSmoke } from './run-smoke.ts';

interface Options extends TargetOptions {
  readonly json?: boolean;
  readonly to?: string;
}

function optionsOf(words: readonly string[], terminal: Terminal): Options {
  return withCommonOptions(new Command('npm run smoke --'))
    .description(
      'Tries every way through a deployment once and prints pass, fail or skip. It takes a few minutes, sends two mails to the simulator of SES, and removes what it made. The embedded cloud is stepped on by some minutes.',
    )
    .option('--bus <name>', 'the bus, where it is another than the one in cdk.json')
    .option('--to <address>', 'also sends one mail there, to look at its signature')
    .addHelpText('after', '\nExit codes: 0 nothing failed, 1 something failed, 2 wrong usage.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .parse(withLocalAddress(words), { from: 'user' })
    .opts<Options>();
}

/** Resolves to the exit code. */
export function runSmokeProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  return exitCodeOf(terminal, async () => {
    const options = optionsOf(words, terminal);
    const results: Result[] = [];
    await atDeployment(options, (target) => {
      if (!options.json) terminal.out(`${target.called}\n`);
      return runSmoke(target, options.to, (result) => {
        results.push(result);
        if (!options.json) terminal.out(`${resultInWords(result)}\n`);
      });
    });
    const failed = results.filter(({ outcome }) => outcome === 'fail').length;
    if (options.json) terminal.out(`${JSON.stringify({ failed, results }, undefined, 2)}\n`);
    else terminal.out(failed === 0 ? 'Nothing failed.\n' : `${failed} failed.\n`);
    return failed === 0 ? 0 : 1;
  });
}
