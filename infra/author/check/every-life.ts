/** Plays every life, each with variations of its dates, for what `check` asks of reach. */
import type { Library } from '../library.ts';
import { settingsFor } from '../reach/reach-settings.ts';
import { rehearsePopulation } from '../reach/rehearse-population.ts';
import { everyLife } from '../reach/who-is-rehearsed.ts';
import type { Findings } from './finding.ts';
import { rehearsedFindings } from './story-findings.ts';

/** With the life as it is written, each message of one life alone has somebody to spare. */
const variations = 20;

/** @param begun is told how many lives there are, and answers with what is called after each */
export async function everyLifeFindings(
  library: Library,
  begun: (lives: number) => () => void,
): Promise<Findings> {
  const population = 'every-life';
  const settings = settingsFor(population);
  const who = { population, variations, seed: 1, timeZone: settings.timeZone };
  const rehearsals = await rehearsePopulation({ who, settings, root: library.root }, begun);
  return rehearsedFindings(library, settings, rehearsals, weightOfLife());
}

/** Of a life with its variation, such as `booker/3`. */
function weightOfLife(): (life: string) => number {
  const weights = new Map(everyLife().map(({ id, weight = 1 }) => [id, weight]));
  return (life) => weights.get(life.split('/')[0] ?? '') ?? 1;
}
