/** `npm run bench`: what the product asks of AWS, and what that costs. */
import { Command } from 'commander';
import { bundleFigures } from './bundle/bundle-figures.ts';
import { figures } from './figures.ts';
import { measure } from './lab/measure.ts';
import { benchReport } from './report.ts';

await new Command('bench')
  .description('Counts requests and capacity on the real handlers, and prices them beside the alternatives.')
  .option('--json', 'print one JSON object on stdout instead of the report')
  .action(async ({ json }: { json?: boolean }) => {
    const found = figures(await measure());
    const bundles = await bundleFigures();
    console.log(json ? JSON.stringify({ ...found, bundles }, null, 2) : benchReport(found, bundles));
  })
  .parseAsync();
