/**
 * A deployment's own word on the library: which of the shipped scenarios let anybody in, and how many of a hundred.
 * The scenarios themselves stay as they were released.
 */
import type { Scenario } from './scenario.ts';

/** `on`: over the scenario's own `enabled`. `percent`: of the customers its own limit leaves, by hash. */
export interface ScenarioSwitch {
  readonly on?: boolean | undefined;
  readonly percent?: number | undefined;
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
    const own = switches[scenario.id] ?? (scenario.kind === 'marketing' ? switches['*'] : undefined);
    return own ? withSwitch(scenario, own) : scenario;
  });
}

function withSwitch(scenario: Scenario, { on, percent }: ScenarioSwitch): Scenario {
  if (percent === 0) return { ...scenario, enabled: false };
  const limit =
    percent === undefined ? scenario.limit : { ...scenario.limit, percent: least(scenario, percent) };
  return { ...scenario, enabled: on ?? scenario.enabled, limit };
}

function least({ limit }: Scenario, percent: number): number {
  return Math.min(limit?.percent ?? 100, percent);
}
