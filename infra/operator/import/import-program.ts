/** The import's command: people who were customers before, with what they ordered and allowed. */
import { existsSync, statSync } from 'node:fs';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { isCurrencyCode } from '../../../shared/core/values/money/currency-code.ts';
import type { Metrics } from '../../../shared/ports/telemetry.ts';
import { printReport, type Report, type Terminal } from '../../terminal/report.ts';
import { atDeployment, type OpenDeployment } from '../composition.ts';
import { exitCodeOf, withCommonOptions, withLocalAddress } from '../ops/ops-program.ts';
import type { Target, TargetOptions } from '../target/target.ts';
import { readColumnMap } from './column-map.ts';
import { type Imported, importFile } from './import-file.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportRefused } from './import-refusal.ts';
import { type ImportKind, importKinds } from './row-events.ts';
import { type SaidEncoding, saidEncodings } from './text-encoding.ts';

interface Typed extends TargetOptions {
  readonly json?: boolean;
  readonly map?: string;
  readonly decimal?: boolean;
  readonly currency?: string;
  readonly encoding?: SaidEncoding;
  readonly dryRun?: boolean;
  readonly again?: boolean;
}

const shownLines = 20;

/** Runs what was typed. Resolves to the exit code: 0 done, 1 some lines were left out or it failed, 2 wrong usage. */
export function runImport(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = withCommonOptions(new Command('npm run import --'))
    .description(
      'Takes in people who were customers before: builds their history and sends nothing. It can be stopped and begun again, and a file that is read twice changes nothing.',
    )
    .addArgument(new Argument('<kind>', 'what the file holds').choices(importKinds))
    .argument(
      '<file>',
      '.csv with a header, or .ndjson with one object a line; fields are named as on the wire',
    )
    .addOption(
      new Option('--map <file>', 'JSON: which column holds which field, {"customer.id": "Customer ID"}'),
    )
    .option('--decimal', 'amounts are decimals such as 54.00, not integers of the minor unit')
    .option('--currency <code>', 'of the orders that name none, such as JPY', currencyCode)
    .addOption(
      new Option('--encoding <name>', 'of a file whose bytes do not tell UTF-8 from cp932').choices(
        saidEncodings,
      ),
    )
    .option('--dry-run', 'only reads, and says what is wrong')
    .option('--again', 'from the first line, though a part was done before')
    .addHelpText(
      'after',
      '\nOnly what can be read for certain is taken: the rest is named by its line, and an order waits whole for a line that cannot be read. Mend it and run it again.',
    )
    .addHelpText('after', '\nExit codes: 0 done, 1 lines were left out or it failed, 2 wrong usage.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .action(async (kind: ImportKind, file: string, _: unknown, command: Command) => {
      const options = command.opts<Typed>();
      const report = await atDeployment(options, (target) =>
        doImport(target, { kind, file }, options, terminal),
      );
      code = printReport(terminal, report, options.json === true);
    });
  return exitCodeOf(terminal, async () => {
    await program.parseAsync(withLocalAddress(words), { from: 'user' });
    return code;
  });
}

function currencyCode(text: string): string {
  const code = text.toUpperCase();
  if (isCurrencyCode(code)) return code;
  throw new InvalidArgumentError('Give a code of ISO 4217, such as JPY.');
}

interface Imports {
  readonly kind: ImportKind;
  readonly file: string;
}

async function doImport(
  target: OpenDeployment,
  { kind, file }: Imports,
  options: Typed,
  terminal: Terminal,
): Promise<Report> {
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new ImportRefused(`${file} is not there: give a file that can be read.`);
  }
  const map = readColumnMap(options.map);
  const progress = new ImportProgress(file, kind, target.called);
  const after = options.again === true || options.dryRun === true ? 0 : progress.read();
  if (after > 0) terminal.err(`goes on after line ${after}; --again begins anew\n`);
  let erased = 0;
  const metrics: Metrics = {
    count: (name, by = 1) => {
      if (name === 'Erased') erased += by;
    },
  };
  const imported = await importFile(await target.engine(metrics), file, {
    kind,
    map,
    after,
    timeZone: target.settings.timeZone,
    decimal: options.decimal === true,
    currency: options.currency,
    encoding: options.encoding,
    dryRun: options.dryRun === true,
    done: (line, taken) => {
      // A line that was left out is read again, for it may be mended by then.
      if (options.dryRun !== true) progress.write(taken);
      terminal.err(`line ${line} done\n`);
    },
  });
  if (options.dryRun !== true) progress.clear();
  return reportOf(target, { kind, file }, { ...imported, erased }, options.dryRun === true);
}

/** The first of the lines that have something to be said of, and how many more there are. */
function placesIn(file: string, lines: Imported['bad']): string[] {
  const shown = lines.slice(0, shownLines).map(({ line, because }) => `${file}:${line}: ${because}`);
  return lines.length > shownLines ? [...shown, `… and ${lines.length - shownLines} lines more`] : shown;
}

function reportOf(
  target: Target,
  { kind, file }: Imports,
  imported: Imported & { readonly erased: number },
  dryRun: boolean,
): Report {
  const { rows, events, customers, bad, odd, erased } = imported;
  const did = dryRun ? 'would report' : 'reported';
  return {
    lines: [
      target.called,
      `${rows} ${kind} of ${customers} customers ${did} ${events} facts. Nothing was sent.`,
      ...(erased > 0 ? [`${erased} of the facts were about people who were erased, and were left out.`] : []),
      ...placesIn(file, bad),
      ...(bad.length > 0 ? [`${bad.length} lines were left out: mend them and run it again.`] : []),
      ...placesIn(file, odd),
      ...(odd.length > 0
        ? [`Of ${odd.length} lines that ${dryRun ? 'would be' : 'were'} taken something was not.`]
        : []),
      ...(dryRun ? ['Nothing was changed: that was a dry run.'] : []),
    ],
    data: { ...imported, dryRun },
    failed: bad.length > 0,
  };
}
