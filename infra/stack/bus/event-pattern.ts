/** Which events leave the bus: those that something live or the profile rules want, and no others. */
import {
  type AskedBySettings,
  type Asking,
  wantedEvents,
} from '../../../shared/core/language/profile-events.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { StackError } from '../stack-error.ts';

export type WantedPattern = { source: string[]; 'detail-type': string[] };

/** EventBridge's limit for the pattern of a rule, in characters of JSON. */
export const patternLimit_characters = 2048;

/** Thrown when the scenarios together want more event types than one rule can name. */
export class EventPatternTooLong extends StackError {
  override readonly name = 'EventPatternTooLong';
  readonly code = 'EVENT_PATTERN_TOO_LONG';
}

/**
 * The pattern of the rule between bus and intake queue: the store's own source, and the sorted detail-types
 * of events and of commands.
 * Throws {@link EventPatternTooLong} above 2,048 characters.
 */
export function wantedPattern(
  settings: Pick<Settings, 'eventSource'> & AskedBySettings,
  asking: Asking,
): WantedPattern {
  const types = wantedEvents(asking, settings);
  const pattern = { source: [settings.eventSource], 'detail-type': types };
  const length = JSON.stringify(pattern).length;
  if (length > patternLimit_characters) {
    throw new EventPatternTooLong(
      `The ${asking.scenarios.length} scenarios and the profile rules want ${types.length} event types. As an EventBridge pattern that is ${length} characters, and a rule holds ${patternLimit_characters}: retire a scenario, or let scenarios share event types.`,
    );
  }
  return pattern;
}
