/** The operator's commands: what can be typed, and what it does. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { sentenceOf, WrongUsage } from '../../terminal/refusal.ts';
import { printReport, type Terminal } from '../../terminal/report.ts';
import { atDeployment } from '../composition.ts';
import { deadLetterNames } from '../dead-letters/dead-letter-queues.ts';
import { drop, redrive } from '../dead-letters/dlq-act.ts';
import { listDeadLetters, showDeadLetters } from '../dead-letters/dlq-list.ts';
import { addRecovery, type Doing } from '../recovery/recovery-commands.ts';
import { defaultLocalUrl, type TargetOptions } from '../target/target.ts';
import { addBrakes } from './brake-commands.ts';
import { addPeople } from './people-commands.ts';
import { reconcileNow } from './reconcile-now.ts';
import { status } from './status.ts';
import { listUnknown, resendUnknown } from './unknown.ts';
import { unknownEvents } from './unknown-events.ts';
import { why, whyOfEvent } from './why.ts';

interface CommonOptions extends TargetOptions {
  readonly json?: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--local [url]', `the embedded cloud instead of AWS (${defaultLocalUrl} unless given)`)
    .option('--store <name>', 'the deployment of another store than the one in cdk.json')
    .option('--stage <name>', 'the deployment of another stage than the one in cdk.json')
    .option('--json', 'prints it as JSON');
}

/** `--local status`: the word after it is a command, not an address. */
export function withLocalAddress(words: readonly string[]): string[] {
  return words.map((word, at) =>
    word === '--local' && !/^https?:/.test(words[at + 1] ?? '') ? `--local=${defaultLocalUrl}` : word,
  );
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= 1000) return limit;
  throw new InvalidArgumentError('A limit is a number from 1 to 1000.');
}

/** Runs what was typed. Resolves to the exit code: 0 done, 1 failed or refused, 2 wrong usage. */
export async function runOps(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const doing: Doing =
    (does) =>
    async (...given) => {
      const command = given.at(-1) as Command;
      const options = command.optsWithGlobals<CommonOptions & Record<string, unknown>>();
      const report = await atDeployment(options, (target) => does(target, command.args, options));
      code = printReport(terminal, report, options.json === true);
    };
  return exitCodeOf(terminal, async () => {
    await programOf(doing, terminal).parseAsync(withLocalAddress(words), { from: 'user' });
    return code;
  });
}

/** Tells of what went wrong, once, and picks the exit code. */
export async function exitCodeOf(terminal: Terminal, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    // Commander has written its own words already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(`${sentenceOf(error)}\n`);
    return error instanceof WrongUsage ? 2 : 1;
  }
}

function programOf(doing: Doing, terminal: Terminal): Command {
  const program = withCommonOptions(new Command('npm run ops --'))
    .description(
      'Inspects a deployment, pauses its mail, handles its dead letters, and recovers what was lost.',
    )
    .addHelpText('after', '\nExit codes: 0 done, 1 failed or refused, 2 wrong usage.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  program
    .command('status')
    .description('brakes, queues, dead letters, overdue order mail, timers, the account at the mail service')
    .action(doing(status));
  addBrakes(program, doing);
  program
    .command('why <customer>')
    .description('what the customer got, what the customer did not get, why, and what comes next')
    .option('--since <when>', 'only what happened since: 30m, 12h, 7d, 2w, a date or an ISO moment')
    .option(
      '--event <file>',
      'why nothing came of this event, a JSON file or - : what it would do now; nothing is saved',
    )
    .action(
      doing((target, [id = ''], { since, event }) =>
        event === undefined
          ? why(target, id, since as string | undefined)
          : whyOfEvent(target, id, event as string),
      ),
    );
  addDeadLetters(program, doing);
  addUnknown(program, doing);
  program
    .command('unknown-events')
    .description(
      'events that came under a name or a source that nobody knows: what, how often, and when last',
    )
    .action(doing(unknownEvents));
  program
    .command('reconcile')
    .description('the sweep that else runs every quarter of an hour')
    .command('now')
    .description('finds customers whose timer never came, and puts it into its lane again')
    .action(doing(reconcileNow));
  addPeople(program, doing);
  addRecovery(program, doing, (line) => terminal.err(`${line}\n`));
  return program;
}

function addUnknown(program: Command, doing: Doing): void {
  const unknown = program.command('unknown').description('mails of which nobody knows whether they went');
  unknown
    .command('list')
    .description('each of them, and whether it is proven that it never went')
    .action(doing((target) => listUnknown(target)));
  unknown
    .command('resend')
    .description('tries order mail once more that provably never went, where it still may go')
    .option('--id <touchpoint>', 'one mail')
    .action(doing((target, _, { id }) => resendUnknown(target, id as string | undefined)));
}

function addDeadLetters(program: Command, doing: Doing): void {
  const queues = `${deadLetterNames.slice(0, -1).join(', ')} or ${deadLetterNames.at(-1)}`;
  const dlq = program.command('dlq').description('the dead letters: what could not be handled or delivered');
  dlq.command('list').description('how many lie in each queue').action(doing(listDeadLetters));
  dlq
    .command('show <queue>')
    .description(`ids and reasons of the messages in ${queues}; nothing is taken out`)
    .option('--limit <number>', 'how many', limitOf, 10)
    .option('--bodies', 'the messages too: those of intake and feedback hold personal data')
    .action(
      doing((target, [queue = ''], { limit, bodies }) =>
        showDeadLetters(target, queue, { limit: Number(limit), bodies: bodies === true }),
      ),
    );
  dlq
    .command('redrive <queue>')
    .description(
      'puts messages back to where they belong: sent first, deleted after. A message that so comes twice does no harm: the engine knows what it has done',
    )
    .option('--all', 'every message')
    .option('--id <message>', 'one message')
    .action(doing((target, [queue = ''], { id, all }) => redrive(target, queue, chosenOf(id, all))));
  dlq
    .command('drop <queue>')
    .description('deletes messages for good')
    .option('--all', 'every message; asks for --yes')
    .option('--id <message>', 'one message')
    .option('--yes', 'says that it is meant')
    .action(
      doing((target, [queue = ''], { id, all, yes }) => drop(target, queue, chosenOf(id, all), yes === true)),
    );
}

const chosenOf = (id: unknown, all: unknown) => ({ id: id as string | undefined, all: all === true });
