/** Which events leave the bus: those that a registered scenario or the profile rules want, and no others. */
import { profileEvents } from '../shared/core/profile-events.ts';
import type { Scenario } from '../shared/core/scenario.ts';
import type { Settings } from '../shared/settings.ts';
import { StackError } from './stack-error.ts';

export type WantedPattern = { source: string[]; 'detail-type': string[] };

/** EventBridge's limit for the pattern of a rule, in characters of JSON. */
export const patternLimit_characters = 2048;

/** Thrown when the scenarios together want more event types than one rule can name. */
export class EventPatternTooLong extends StackError {
  override readonly name = 'EventPatternTooLong';
  readonly code = 'EVENT_PATTERN_TOO_LONG';
}

/** The detail-types one scenario listens to. */
function wantedBy(scenario: Scenario): string[] {
  const exits = (scenario.exitOn ?? []).map((rule) => (typeof rule === 'string' ? rule : rule.on));
  return [scenario.trigger.on, ...(scenario.goal ? [scenario.goal.on] : []), ...exits];
}

/**
 * The pattern of the rule between bus and intake queue: the store's own source, and the sorted detail-types.
 * Throws {@link EventPatternTooLong} above 2,048 characters.
 */
export function wantedPattern(
  settings: Pick<Settings, 'eventSource'>,
  scenarios: readonly Scenario[],
): WantedPattern {
  const types = new Set<string>([...profileEvents, ...scenarios.flatMap(wantedBy)]);
  const pattern = { source: [settings.eventSource], 'detail-type': [...types].sort() };
  const length = JSON.stringify(pattern).length;
  if (length > patternLimit_characters) {
    throw new EventPatternTooLong(
      `The ${scenarios.length} scenarios and the profile rules want ${types.size} event types. As an EventBridge pattern that is ${length} characters, and a rule holds ${patternLimit_characters}: retire a scenario, or let scenarios share event types.`,
    );
  }
  return pattern;
}
