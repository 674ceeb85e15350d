/** What the newer code makes of a scenario: who is inside stays, or is moved to steps of other names. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Random } from './random.ts';

/** Those that ship and those that are watched keep everybody; of the random ones half move, and some are switched off. */
export function nextVersion(scenario: Scenario, random: Random): Scenario {
  const next = { ...scenario, version: scenario.version + 1 };
  if (!scenario.id.startsWith('random')) return next;
  const own = random.fork(`next of ${scenario.id}`);
  const switched = own.chance(0.15) ? { ...next, enabled: false } : next;
  return own.chance(0.5) ? moved(switched, own) : switched;
}

/** Every step bears another name; the map leads most of them over, and the others finish in their version. */
function moved(scenario: Scenario, random: Random): Scenario {
  const names = scenario.steps.map(({ id }) => id);
  const text = names.reduce(
    (known, name) =>
      known.replaceAll(`"${name}"`, `"${name}-anew"`).replaceAll(`"${name}:`, `"${name}-anew:`),
    JSON.stringify(scenario),
  );
  const move = Object.fromEntries(
    names.filter(() => random.chance(0.8)).map((name) => [name, `${name}-anew`]),
  );
  return { ...(JSON.parse(text) as Scenario), inFlight: { move } };
}
