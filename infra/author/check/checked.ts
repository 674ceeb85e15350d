/** All that is wrong and odd with a checkout, told. */
import type { Report } from '../../terminal/report.ts';
import { settingsOf } from '../checkout-settings.ts';
import { type Library, loadLibrary } from '../library.ts';
import { checkCounts, checkLibrary } from './check-library.ts';
import { type Findings, findingLine, joined } from './finding.ts';

/**
 * Fails when anything is wrong; what is only odd is told and does not fail.
 *
 * @param rehearsed asks what only a rehearsal tells, where the library can be played
 */
export async function check(
  root: string,
  rehearsed?: (library: Library) => Promise<Findings>,
): Promise<Report> {
  const library = await loadLibrary(root);
  const byLibrary = await checkLibrary(library, settingsOf(root));
  const isPlayable = byLibrary.faults.length === 0;
  const { faults, warnings } =
    rehearsed && isPlayable ? joined([byLibrary, await rehearsed(library)]) : byLibrary;
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
