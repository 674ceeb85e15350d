/** The check of a whole library, which is done where it is built, and where a book of unchecked scenarios is opened. */
import type { Scenario } from '../scenario.ts';
import type { Segment } from '../segment.ts';
import type { TemplateFacts } from '../template-facts.ts';
import { checkScenario, InvalidScenario } from './check-scenario.ts';
import { segmentFaults } from './check-segments.ts';

/**
 * Throws `InvalidScenario` for the first wrong scenario, a wrong segment, or a version that is there twice.
 *
 * @param segments those a scenario may name; without them, names of segments are not asked
 */
export function checkScenarios(
  scenarios: readonly Scenario[],
  templates: Readonly<Record<string, TemplateFacts>>,
  segments?: readonly Segment[],
): void {
  const wrong = segmentFaults(segments ?? []);
  if (wrong.length > 0) throw new InvalidScenario(`The segments need a change:\n  ${wrong.join('\n  ')}`);
  const names = segments && new Set(segments.map(({ name }) => name));
  const known = new Set<string>();
  for (const scenario of scenarios) {
    checkScenario(scenario, templates, names);
    const key = `${scenario.id}@${scenario.version}`;
    if (known.has(key))
      throw new InvalidScenario(`Scenario ${key} is registered twice: raise the version of one.`);
    known.add(key);
  }
}
