/** A replay's name says what it may do, so that nothing else has to remember it. */
import type { Temporal } from 'temporal-polyfill';

/** `facts`: rebuilds what is known, lets nobody in, sends nothing. `send`: events may let in as if they had just come. */
export type ReplayMode = 'facts' | 'send';

/**
 * The name of a replay started at a moment: `mori-production-facts-20261122T093000Z`, at most 64 characters as
 * EventBridge allows (store and stage have at most 20 each). Names are unique to the second.
 */
export function replayName(store: string, stage: string, mode: ReplayMode, at: Temporal.Instant): string {
  const time = at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  return `${store}-${stage}-${mode}-${time}`;
}

/** What a replay of this name may do. One that somebody named by hand brings facts only. */
export function replayModeOf(name: string): ReplayMode {
  return /-send-\d{8}T\d{6}Z$/.test(name) ? 'send' : 'facts';
}
