/** `npm run bench`: what the product asks of AWS, and what that costs. */
import { Command, Option } from 'commander';
import { bundleFigures } from './bundle/bundle-figures.ts';
import { figures } from './figures.ts';
import { billedSettings, type LibraryName, libraries, playBill } from './lab/play-bill.ts';
import { judgedBudgets } from './mail-budgets.ts';
import { benchReport } from './report.ts';

interface Options {
  readonly json?: boolean;
  readonly library: LibraryName;
}

await new Command('bench')
  .description('Plays a frozen population through the deployed handlers and prices what they asked of AWS.')
  .addOption(
    new Option('--library <which>', 'which scenarios let in')
      .choices(Object.keys(libraries))
      .default('default'),
  )
  .option('--json', 'print one JSON object on stdout instead of the report')
  .action(async ({ json, library }: Options) => {
    const found = figures(await playBill(library, library === 'default'), billedSettings(library));
    const bundles = await bundleFigures();
    const importRatio = Object.fromEntries(
      Object.entries(bundles).map(([name, bundle]) => [name, bundle.import.ratio]),
    );
    const budgets = judgedBudgets(library, found.perMail);
    const all = { library, ...found, budgets, importRatio, bundles };
    const report = () => `${benchReport(found, bundles)}\n\nA mail's budgets: ${budgets.lines.join(' · ')}`;
    console.log(json ? JSON.stringify(all, null, 2) : report());
    if (!budgets.isKept) process.exitCode = 1;
  })
  .parseAsync();
