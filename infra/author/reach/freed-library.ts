/** The library with nothing in a message's way but the scenario itself: what somebody should get is what goes then. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Settings } from '../../../shared/settings/settings.ts';

/** No scenario keeps another out or takes its place. */
export function freedScenarios(scenarios: readonly Scenario[]): Scenario[] {
  return scenarios.map(({ group: _, replaces: __, whenTaken: ___, ...scenario }) => scenario as Scenario);
}

/** No message waits for another, or for the morning, and no offer for the one before. */
const nothingInTheWay = {
  caps: [],
  quietHours: null,
  quietHoursOf: {},
  hoursApart: 0,
  offers: { daysBetween: 0, aYear: 1000, afterOrderDays: 0 },
};

export const freedSettings = (settings: Settings): Settings => ({ ...settings, ...nothingInTheWay });
