/** What of a library is live in a deployment. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { type ScenarioSwitches, switched } from '../../shared/core/language/switches/scenario-switches.ts';
import { newestOf } from './library.ts';

/**
 * The scenarios that let people in, each in its newest version, by the switches of `cdk.json`. Throws
 * `UnknownScenarioSwitch`.
 */
export const liveOf = (scenarios: readonly Scenario[], switches?: ScenarioSwitches): Scenario[] =>
  newestOf(switched(scenarios, switches)).filter(({ enabled }) => enabled !== false);
