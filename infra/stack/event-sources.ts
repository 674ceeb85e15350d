/** How each queue feeds its function: one table for the stack and for the embedded cloud. */
import { type LaneSettings, lanePace } from '../../shared/settings/lane-paces.ts';
import type { FunctionName, QueueRole } from './names.ts';

export interface EventSource {
  readonly queue: QueueRole;
  readonly function: FunctionName;
  readonly batchSize: number;
  /** How long a batch may fill up before it is handed over. */
  readonly window_s: number;
  /** Workers at once; none: as many as Lambda likes. */
  readonly concurrency: number | undefined;
  readonly visibility_s: number;
  /** After so many receives a message goes to the dead letters. */
  readonly maxReceives: number;
}

/** Function timeouts in seconds; a queue's visibility is six times its function's. */
export const timeout_s: Readonly<Record<FunctionName, number>> = {
  ingest: 60,
  sender: 60,
  feedback: 60,
  pages: 15,
  reconcile: 120,
};

/**
 * Memory of each function, in MB: what a second of it costs, and how much of a processor it gets (1,769 MB are one).
 * Work costs the same in either size, a wait half as much in the smaller: a sender mostly waits, and so does feedback but
 * in full batches. A page has a person waiting for it. Ingest and reconcile take whole pages of customers, and more memory
 * than 256 MB hold safely (`test/functions/fresh-process.wire.test.ts` measures each).
 */
export const memory_megabytes: Readonly<Record<FunctionName, number>> = {
  ingest: 512,
  sender: 256,
  feedback: 256,
  pages: 512,
  reconcile: 512,
};

export function eventSources(settings: LaneSettings): readonly EventSource[] {
  const visibility = (name: FunctionName) => 6 * timeout_s[name];
  return [
    {
      queue: 'intake',
      function: 'ingest',
      batchSize: 10,
      window_s: 0,
      concurrency: undefined,
      visibility_s: visibility('ingest'),
      maxReceives: 5,
    },
    {
      queue: 'transactional',
      function: 'sender',
      batchSize: 10,
      window_s: 0,
      concurrency: lanePace(settings, 'transactional').workers,
      visibility_s: visibility('sender'),
      maxReceives: 5,
    },
    {
      queue: 'marketing',
      function: 'sender',
      batchSize: 10,
      window_s: 0,
      concurrency: lanePace(settings, 'marketing').workers,
      visibility_s: visibility('sender'),
      maxReceives: 5,
    },
    {
      queue: 'feedback',
      function: 'feedback',
      batchSize: 100,
      window_s: 30,
      concurrency: undefined,
      visibility_s: visibility('feedback'),
      maxReceives: 5,
    },
  ];
}

export function eventSourceOf(settings: LaneSettings, role: QueueRole): EventSource {
  const source = eventSources(settings).find(({ queue }) => queue === role);
  if (!source) throw new Error(`infra/stack/event-sources.ts feeds nobody from the ${role} queue.`);
  return source;
}

/** How often the sweep looks for enrolments whose timer never came. */
export const sweepEvery_minutes = 15;
