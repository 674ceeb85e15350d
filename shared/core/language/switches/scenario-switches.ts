/**
 * A deployment's own word on the library: which of the shipped scenarios let anybody in, and how many of a hundred.
 * The scenarios themselves stay as they were released.
 */
import type { Scenario } from '../scenario.ts';
import type { Limit } from '../trigger.ts';
import { isInStartSet, type StartSet } from './start-set.ts';

/**
 * `on`: over the scenario's own `enabled`. `percent`: of the customers its own limit leaves, by hash. `pilot`: likewise,
 * and the same customers for each scenario that is switched so. `ended`: off, and nobody is inside any more, so that
 * nothing is heard for it. `start`: those alone that the set holds.
 */
interface ScenarioSwitch {
  readonly on?: boolean | undefined;
  readonly percent?: number | undefined;
  readonly pilot?: number | undefined;
  readonly ended?: boolean | undefined;
  readonly start?: StartSet | undefined;
}

/** By scenario id; `*` is for each marketing scenario that is not named: no notice about an order is lost by it. */
export type ScenarioSwitches = Readonly<Record<string, ScenarioSwitch>>;

/** A switch names a scenario that is not there: mend the name. */
export class UnknownScenarioSwitch extends Error {
  override readonly name = 'UnknownScenarioSwitch';
  readonly code = 'UNKNOWN_SCENARIO_SWITCH';
}

/** The scenarios as this deployment runs them. Throws {@link UnknownScenarioSwitch}. */
export function switched(scenarios: readonly Scenario[], switches: ScenarioSwitches = {}): Scenario[] {
  const ids = new Set(scenarios.map(({ id }) => id));
  const unknown = Object.keys(switches).find((id) => id !== '*' && !ids.has(id));
  if (unknown !== undefined) {
    throw new UnknownScenarioSwitch(
      `The setting "scenarios" names "${unknown}", which is no scenario: take one of ${[...ids].sort().join(', ')}.`,
    );
  }
  return scenarios.map((scenario) => {
    const own = switchOf(scenario, switches);
    return own ? withSwitch(scenario, own) : scenario;
  });
}

/** `open`: lets in. `closing`: lets nobody in, and goes on for who is inside. `shut`: nobody is inside. */
export type Standing = 'open' | 'closing' | 'shut';

/** How a scenario stands in this deployment. One that its own file switches off, and no setting ever on, has nobody inside. */
export function standingOf(scenario: Scenario, switches: ScenarioSwitches = {}): Standing {
  const own = switchOf(scenario, switches);
  if ((own ? withSwitch(scenario, own) : scenario).enabled !== false) return 'open';
  const wasOn = scenario.enabled !== false || switches[scenario.id] !== undefined;
  return own && wasOn && !own.ended ? 'closing' : 'shut';
}

const switchOf = ({ id, kind }: Scenario, switches: ScenarioSwitches): ScenarioSwitch | undefined =>
  switches[id] ?? (kind === 'marketing' ? switches['*'] : undefined);

function withSwitch(scenario: Scenario, { on, percent, pilot, ended, start }: ScenarioSwitch): Scenario {
  const isOut = start !== undefined && !isInStartSet(scenario.startSets, start);
  if (isOut || ended || percent === 0 || pilot === 0) return { ...scenario, enabled: false };
  const limit: Limit = {
    ...scenario.limit,
    ...(percent !== undefined && { percent: Math.min(scenario.limit?.percent ?? 100, percent) }),
    ...(pilot !== undefined && { pilot: Math.min(scenario.limit?.pilot ?? 100, pilot) }),
  };
  const isLimited = Object.keys(limit).length > 0;
  return { ...scenario, enabled: on ?? scenario.enabled, ...(isLimited && { limit }) };
}
