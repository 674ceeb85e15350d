/** Counts since the start, for tests, the demo and the curious. */
import type { Mailbox } from '../mail/mailbox.ts';
import type { Queue } from '../queues/queue.ts';
import { holdsDeadLetters, type LocalQueues } from '../queues/queues.ts';
import type { Schedules } from '../services/schedules.ts';
import type { Database } from '../table/database.ts';
import type { Tally } from '../tally.ts';
import { instantText } from './instant-text.ts';

export interface StatsParts {
  readonly tally: Tally;
  readonly database: Database;
  readonly queues: LocalQueues;
  readonly mailbox: Mailbox;
  readonly schedules: Schedules;
}

/** `requests`: those of the functions, and every PutEvents. `capacity`: DynamoDB units of the functions' requests. */
export interface StatsView {
  readonly events: number;
  /** Runs that ever stood in a customer's record. */
  readonly enrolments: number;
  readonly requests: Readonly<Record<string, number>>;
  readonly capacity: { readonly read: number; readonly write: number };
  readonly queues: Readonly<Record<string, QueueView>>;
  readonly deadLetters: number;
  readonly mails: number;
  readonly schedules: number;
}

/** `oldestAt`: since when the oldest visible message waits; null when none does. */
interface QueueView {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  readonly oldestAt: string | null;
}

function queueView(queue: Queue): QueueView {
  const oldest_ms = queue.oldest_ms();
  return {
    visible: queue.visible.size,
    inFlight: queue.taken.size,
    delayed: queue.delayed.size,
    oldestAt: oldest_ms === undefined ? null : instantText(oldest_ms),
  };
}

export async function statsView(parts: StatsParts): Promise<StatsView> {
  const { tally, database, queues, mailbox, schedules } = parts;
  const { requests, capacity, enrolments } = await database.counts();
  const ofDatabase = Object.entries(requests).map(([name, count]) => [`dynamodb.${name}`, count] as const);
  const held = (queue: Queue) => queue.visible.size + queue.taken.size + queue.delayed.size;
  const dead = queues.all().filter(holdsDeadLetters);
  return {
    events: tally.events,
    enrolments,
    requests: Object.fromEntries([...tally.requests, ...ofDatabase].sort()),
    capacity,
    queues: Object.fromEntries(queues.all().map((queue) => [queue.name, queueView(queue)])),
    deadLetters: dead.reduce((sum, queue) => sum + held(queue), 0),
    mails: mailbox.count,
    schedules: schedules.count,
  };
}
