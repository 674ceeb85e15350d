/** A person's rights as commands: to see what is held of them, and to have it erased. Each asking is written down. */
import { userInfo } from 'node:os';
import { Command } from 'commander';
import { printReport, type Report, type Terminal } from '../../terminal/report.ts';
import { atDeployment, type OpenDeployment } from '../composition.ts';
import { exitCodeOf, withCommonOptions, withLocalAddress } from '../ops/ops-program.ts';
import type { Target, TargetOptions } from '../target/target.ts';
import { eraseAgain } from './erase-again.ts';
import { audit, erase, exportOf, lift } from './rights.ts';
import { whose } from './who.ts';

interface Typed extends TargetOptions {
  readonly json?: boolean;
  readonly by: string;
  readonly yes?: boolean;
  readonly lift?: boolean;
}

type Does = (
  target: Target,
  engine: Awaited<ReturnType<OpenDeployment['engine']>>,
  id: string | undefined,
  typed: Typed,
) => Promise<Report>;

/** Runs what was typed. Resolves to the exit code: 0 done, 1 failed, refused or to be run again, 2 wrong usage. */
export function runCustomer(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const doing =
    (does: Does) =>
    async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const typed = command.optsWithGlobals<Typed>();
      const report = await atDeployment(typed, async (target) =>
        does(target, await target.engine(), command.args[0], typed),
      );
      code = printReport(terminal, report, typed.json === true);
    };
  return exitCodeOf(terminal, async () => {
    await programOf(doing, terminal).parseAsync(withLocalAddress(words), { from: 'user' });
    return code;
  });
}

function programOf(doing: (does: Does) => (...given: unknown[]) => Promise<void>, terminal: Terminal) {
  const program = withCommonOptions(new Command('npm run customer --'))
    .description(
      "A person's rights: shows or erases all that is held of the customer. Each request is written down.",
    )
    .option('--by <name>', 'who asks, for the record', userInfo().username)
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, refused or to be run again, 2 wrong usage.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  program
    .command('export <id>')
    .description('everything that is held under this id and every id merged into it, as JSON')
    .action(doing((target, engine, id = '', { by }) => exportOf(target, engine, id, by)));
  program
    .command('erase <id>')
    .description('erases all of it, and says what stays where and until when; asks for --yes')
    .option('--yes', 'says that it is meant')
    .option('--lift', 'lets the id be used again; what was erased does not come back by this')
    .action(
      doing((target, engine, id = '', { by, yes, lift: lifts }) =>
        lifts === true ? lift(target, engine, id, by) : erase(target, engine, id, { by, yes: yes === true }),
      ),
    );
  program
    .command('erase-again')
    .description(
      'after a restore of the table: erases whoever an erasure stands of and is there all the same',
    )
    .action(doing((target, engine, _, { by }) => eraseAgain(target, engine, by)));
  program
    .command('who <address>')
    .description('the ids of whoever has this mail address, guests among them, and who reads its mailbox')
    .action(doing((target, engine, address = '') => whose(target, engine, address)));
  program
    .command('audit [id]')
    .description('who asked to see or erase whom, by the keyed hash of an id; of one id if it is given')
    .action(doing((target, engine, id) => audit(target, engine, id)));
  return program;
}
