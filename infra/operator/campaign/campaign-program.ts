/** The campaign's commands: a draft is written, checked, tried out, counted, approved, stopped and looked back on. */
import { existsSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { segments } from '../../../shared/library.ts';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';
import { printReport, type Report, type Terminal } from '../../terminal/report.ts';
import { atDeployment, type OpenDeployment } from '../composition.ts';
import { exitCodeOf, withCommonOptions, withLocalAddress } from '../ops/ops-program.ts';
import type { TargetOptions } from '../target/target.ts';
import { audienceReport } from './audience-report.ts';
import { checkDraft } from './check-draft.ts';
import { type CampaignDraft, readDraft } from './draft.ts';
import { draftForm } from './draft-form.ts';
import { result } from './result.ts';
import { approve, schedule, stop } from './start.ts';
import { testMail } from './test-mail.ts';

interface Typed extends TargetOptions {
  readonly json?: boolean;
  readonly to?: string;
  readonly locale?: string;
  readonly by?: string;
  readonly because?: string;
  readonly days?: string;
}

type Does = (target: OpenDeployment, file: string, options: Typed) => Report | Promise<Report>;

/** Runs what was typed. Resolves to the exit code: 0 done, 1 refused or something is wrong, 2 wrong usage. */
export function runCampaign(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const doing =
    (does: Does) =>
    async (file: string, _: unknown, command: Command): Promise<void> => {
      const options = command.optsWithGlobals<Typed>();
      const report = await atDeployment(options, (target) => does(target, file, options));
      code = printReport(terminal, report, options.json === true);
    };
  const program = programOf(doing, terminal);
  return exitCodeOf(terminal, async () => {
    await program.parseAsync(withLocalAddress(words), { from: 'user' });
    return code;
  });
}

function programOf(
  doing: (does: Does) => (...given: [string, unknown, Command]) => Promise<void>,
  terminal: Terminal,
) {
  const program = withCommonOptions(new Command('npm run campaign --'))
    .description('One letter to many (メルマガ), from a draft in one file, without a deployment.')
    .addHelpText('after', '\nExit codes: 0 done, 1 refused or wrong, 2 wrong usage.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  const add = (name: string, says: string, does: Does) =>
    program.command(`${name} <file>`).description(says).action(doing(does));
  const who = userInfo().username;
  add('new', 'writes a draft with a word on each field', writeNew);
  add('check', 'says line by line what is wrong', check);
  add('test', 'sends it to one address, as a test', async (target, file, { to = '', locale }) =>
    testMail(target, await soundDraft(target, file), { to, locale }),
  )
    .requiredOption('--to <address>', 'where it goes')
    .option('--locale <locale>', 'ja or en');
  add('audience', '対象人数: how many it would reach, and why others are left out', async (target, file) =>
    audienceReport(target, await soundDraft(target, file)),
  );
  add('schedule', 'stores the words; nobody gets them before they are approved', async (target, file) =>
    schedule(target, await soundDraft(target, file)),
  );
  add(
    'approve',
    'begins it, or goes on with it; refused where the draft has changed',
    async (target, file, { by }) => approve(target, await soundDraft(target, file), by ?? who),
  ).option('--by <name>', 'who approves it', who);
  add(
    'stop',
    'from now on nobody gets it who has not had it (its id does in the place of the file)',
    async (target, file, { by, because }) =>
      stop(target, stoppedId(file), { by: by ?? who, because: because ?? 'stopped' }),
  )
    .option('--by <name>', 'who stops it', who)
    .option('--because <text>', 'why, for whoever finds it');
  add('result', 'what went, what did not and why, and what came of it', async (target, file, { days }) =>
    result(target, await anyDraft(target, file), days),
  ).option('--days <n>', 'orders and unsubscribes within so many days of the letter (7)');
  return program;
}

async function writeNew({ clock, settings }: OpenDeployment, file: string): Promise<Report> {
  if (existsSync(file)) throw new OperatorRefusal(`${file} is there already: name another file.`);
  const id = path
    .basename(file)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const today = (await clock.now()).toZonedDateTimeISO(settings.timeZone).toPlainDate();
  const [day, last] = [7, 10].map((days) => today.add({ days }).toString());
  writeFileSync(file, draftForm(id || 'week-1', day ?? '', last ?? ''));
  return { lines: [`wrote ${file}: fill it in, then "npm run campaign -- check ${file}"`], data: { file } };
}

async function checkedAt(target: OpenDeployment, file: string, now?: Temporal.Instant) {
  const { settings, clock } = target;
  return checkDraft(readDraft(file), { now: now ?? (await clock.now()), segments, settings });
}

async function check(target: OpenDeployment, file: string): Promise<Report> {
  const { draft, findings } = await checkedAt(target, file);
  const lines = findings.map(({ line, is, says }) => `${file}:${line}  ${is.padEnd(5)}  ${says}`);
  const end = draft ? `${draft.id} can be sent.` : 'It cannot be sent like this.';
  return { lines: [...lines, end], data: { findings, digest: draft?.digest }, failed: !draft };
}

const soundDraft = async (
  target: OpenDeployment,
  file: string,
  now?: Temporal.Instant,
): Promise<CampaignDraft> => {
  const { draft, findings } = await checkedAt(target, file, now);
  if (draft) return draft;
  const wrong = findings
    .filter(({ is }) => is === 'wrong')
    .map(({ line, says }) => `${file}:${line}  ${says}`);
  throw new OperatorRefusal(`Mend the draft first:\n${wrong.join('\n')}`);
};

/** Whatever else the draft says by now: a stop is not put off. */
function stoppedId(file: string): string {
  if (!existsSync(file) && /^[a-z0-9][a-z0-9-]*$/.test(file)) return file;
  const { id } = readDraft(file).data;
  if (typeof id === 'string') return id;
  throw new WrongUsage(`${file} has no id: type the id in the place of the file.`);
}

/** Also of a campaign that is over. */
const anyDraft = (target: OpenDeployment, file: string) =>
  soundDraft(target, file, Temporal.Instant.fromEpochMilliseconds(0));
