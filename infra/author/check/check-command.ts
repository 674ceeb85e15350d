/** `check`: is every registered scenario right, with its messages, its versions and the settings of cdk.json? */
import type { Command } from 'commander';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { settingsOf } from '../checkout-settings.ts';
import { loadLibrary, productRoot } from '../library.ts';
import { reachBar } from '../reach/reach-bar.ts';
import { checkCounts, checkLibrary } from './check-library.ts';
import { everyLifeFindings } from './every-life.ts';
import { findingLine, joined, noFindings } from './finding.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'every registered scenario by shape and by meaning, its messages in every language, its versions',
    )
    .option(
      '--reach',
      'plays every life too: who gets each live message of those who should (about a minute)',
    )
    .action(acting<CheckOptions>((_, options) => check(productRoot, options)));
}

interface CheckOptions {
  readonly reach?: boolean;
}

/** Fails when anything is wrong; what is only odd is told and does not fail. */
export async function check(root: string, { reach = false }: CheckOptions = {}): Promise<Report> {
  const library = await loadLibrary(root);
  const settings = settingsOf(root);
  const byLibrary = await checkLibrary(library, settings);
  const isPlayable = reach && byLibrary.faults.length === 0;
  const { faults, warnings } = joined([
    byLibrary,
    isPlayable ? await everyLifeFindings(library, reachBar) : noFindings,
  ]);
  const counts = checkCounts(library);
  const { scenarios, versions, steps, messages, locales } = counts;
  const lines = [
    ...faults.map((finding) => `wrong  ${findingLine(finding)}`),
    ...warnings.map((finding) => `odd    ${findingLine(finding)}`),
    `${scenarios} scenarios (${versions} versions), ${steps} steps, ${messages} messages in ${locales} languages: ` +
      (faults.length === 0 ? 'all right' : `${faults.length} wrong`) +
      (warnings.length > 0 ? `, ${warnings.length} odd` : ''),
  ];
  const right = faults.length === 0;
  return { lines, data: { right, counts, faults, warnings }, failed: !right };
}
