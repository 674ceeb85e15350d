/** The alarms on dead letters: one message that could not be handled is one too many. */
import { type QueueRole, queueRoles, type StackNames } from '../names.ts';
import type { Measures } from './measures.ts';
import type { Silence } from './silence-watches.ts';
import type { Watch } from './watch.ts';

export interface WatchContext {
  readonly names: StackNames;
  readonly measures: Measures;
  readonly silence: Silence;
}

/** Both lanes share an entry of the runbook. */
export const isLane = (role: QueueRole) => role === 'transactional' || role === 'marketing';

export function deadLetters({ names, measures }: WatchContext): Watch[] {
  const watch = (of: string, queue: string, entry = `dead-letters-${of}`): Watch => ({
    id: `${of}-dead-not-empty`,
    entry,
    says: `${queue} holds messages that could not be handled.`,
    metric: measures.waiting(queue, 5),
    atLeast: 1,
  });
  return [
    ...queueRoles.map((role) =>
      watch(role, names.deadLetters(role), isLane(role) ? 'dead-letters-lanes' : undefined),
    ),
    watch('rules', names.ruleDeadLetters),
    watch('timers', names.timerDeadLetters),
    {
      ...watch('unknown', names.unknownEvents, 'unknown-events'),
      says: 'Events came under a name or a source that nobody knows, and nothing came of them.',
    },
  ];
}
