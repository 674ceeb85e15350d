/** `check`: is every registered scenario right, with its messages, its versions and the settings of cdk.json? */
import type { Command } from 'commander';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { settingsOf } from '../checkout-settings.ts';
import { loadLibrary, productRoot } from '../library.ts';
import { checkCounts, checkLibrary } from './check-library.ts';
import { findingLine } from './finding.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'every registered scenario by shape and by meaning, its messages in every language, its versions',
    )
    .action(acting(() => check(productRoot)));
}

/** Fails when anything is wrong; what is only odd is told and does not fail. */
export async function check(root: string): Promise<Report> {
  const library = await loadLibrary(root);
  const counts = checkCounts(library);
  const { faults, warnings } = await checkLibrary(library, settingsOf(root));
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
