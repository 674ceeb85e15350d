/**
 * What somebody is told about, and from when on: long enough spans that an idle store, a deploy or one lost message
 * rings nothing, and each thing that does ring has its entry in the runbook.
 */
import { type QueueRole, queueRoles } from '../names.ts';
import { deadLetters, isLane, type WatchContext } from './dead-letter-watches.ts';
import { functionWatches, throttleWatches } from './function-watches.ts';
import { accountWatches, mailWatches } from './mail-watches.ts';
import { retryWatches } from './retry-watches.ts';
import { silenceWatches } from './silence-watches.ts';
import type { Watch } from './watch.ts';

/** Durations in which even a message that failed, came back and failed again is behind us, or among the dead letters. */
const oldestAllowed_minutes: Readonly<Record<QueueRole, number>> = {
  intake: 30,
  transactional: 30,
  // A campaign may take hours at SES's rate; this still leaves most of a marketing message's 24 hours.
  marketing: 240,
  feedback: 60,
};

/** Every watch of a deployment, in the order in which the dashboard shows them. */
export function watchesOf(context: WatchContext): readonly Watch[] {
  return [
    ...mailWatches(context.measures),
    ...accountWatches(context.measures),
    ...deadLetters(context),
    ...oldestMessages(context),
    ...engine(context),
    ...silenceWatches(context.measures, context.silence),
    ...retryWatches(context.measures),
    ...functionWatches(context.measures),
    ...throttleWatches(context.measures),
  ];
}

function oldestMessages({ names, measures }: WatchContext): Watch[] {
  return queueRoles.map((role) => ({
    id: `${role}-oldest-message`,
    entry: `oldest-message-${isLane(role) ? 'lanes' : role}`,
    says: `For a quarter of an hour a message has been waiting in ${names.queue(role)} for more than ${oldestAllowed_minutes[role]} minutes.`,
    metric: measures.oldest_s(role, 5),
    atLeast: 60 * oldestAllowed_minutes[role],
    spans: [3, 3] as const,
  }));
}

function engine({ measures }: WatchContext): Watch[] {
  return [
    {
      id: 'invariant-broken',
      entry: 'invariant-broken',
      says: 'The engine was about to do what it must never do, and stopped itself or reported it: look at once.',
      metric: measures.ours('InvariantBroken', 5),
      atLeast: 1,
    },
    {
      id: 'overdue-enrolments',
      entry: 'overdue-enrolments',
      // One that the sweep has woken is mended; only if more keep coming is something wrong.
      says: 'For two hours the sweep has kept finding customers whose timer did not come.',
      metric: measures.ours('Overdue', 60),
      atLeast: 1,
      spans: [2, 2],
    },
    {
      id: 'parked-messages',
      entry: 'parked-messages',
      // While a deploy replaces the functions, an old one may meet what a new one wrote.
      says: 'For an hour messages have been set aside, because newer code wrote the records they are about.',
      metric: measures.ours('Parked', 30),
      atLeast: 1,
      spans: [2, 2],
    },
    {
      id: 'events-ignored',
      entry: 'events-ignored',
      says: 'At least ten messages of the last hour were of a kind nobody here knows.',
      metric: measures.ours('Ignored', 60),
      atLeast: 10,
    },
    {
      id: 'timers-dropped',
      entry: 'timers-dropped',
      says: 'Scheduler has given up timers after all its tries.',
      metric: measures.timersGivenUp(15),
      atLeast: 1,
    },
  ];
}
