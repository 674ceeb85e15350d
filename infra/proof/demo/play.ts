/** Walks virtual time from event to event: each is put on the bus at its own moment, and all that is due between. */
import { Temporal } from 'temporal-polyfill';
import type { Progress } from '../../terminal/progress.ts';
import type { BusEntry } from './bus-entry.ts';
import type { BadLine } from './ndjson.ts';
import type { Programme } from './schedule.ts';

export interface EventSink {
  /** Puts at most ten entries. For each: undefined when the bus took it, else why it was refused. */
  put(entries: readonly BusEntry[]): Promise<(string | undefined)[]>;
}

export interface PlayClock {
  /** Steps to each thing that is due and then to `to`; work begun on the way may still run. */
  moveTo(to: Temporal.Instant): Promise<void>;
  /** Resolves when nothing is left to do at the present moment. */
  settle(): Promise<void>;
}

export interface PlayedEvents {
  readonly events: number;
  readonly refused: readonly BadLine[];
}

/** PutEvents takes ten entries and, as a whole, 1 MB; what fits below this goes together. */
const entriesTogether = 10;
const bytesTogether = 200_000;

/** The longest stretch in one call, so that progress is seen and the play can be stopped. */
const stretch_hours = 7 * 24;

function* batches(entries: readonly BusEntry[]): Generator<BusEntry[]> {
  let batch: BusEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.detail);
    const full = batch.length === entriesTogether || (batch.length > 0 && bytes + size > bytesTogether);
    if (full) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

function sameMoments(entries: readonly BusEntry[]): BusEntry[][] {
  const groups: BusEntry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group?.[0]?.at.equals(entry.at)) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/**
 * Plays a programme. Entries that the bus refuses are told of in the result; the rest still plays.
 *
 * @param signal stops the play between two calls; the promise then rejects with the signal's reason
 */
export async function playEvents(
  programme: Programme,
  { bus, clock }: { readonly bus: EventSink; readonly clock: PlayClock },
  report: (progress: Progress) => Promise<void>,
  signal: AbortSignal,
): Promise<PlayedEvents> {
  let events = 0;
  let now = programme.from;
  const refused: BadLine[] = [];

  async function moveTo(to: Temporal.Instant): Promise<void> {
    while (Temporal.Instant.compare(now, to) < 0) {
      signal.throwIfAborted();
      const next = now.add({ hours: stretch_hours });
      now = Temporal.Instant.compare(next, to) < 0 ? next : to;
      await clock.moveTo(now);
      await report({ at: now, events });
    }
  }

  for (const moment of sameMoments(programme.entries)) {
    await moveTo(moment[0]?.at ?? now);
    for (const batch of batches(moment)) {
      signal.throwIfAborted();
      const answers = await bus.put(batch);
      batch.forEach((entry, index) => {
        const because = answers[index];
        if (because === undefined) events += 1;
        else refused.push({ origin: entry.origin ?? `event at ${entry.at}`, because });
      });
    }
  }
  await moveTo(programme.to);
  await clock.settle();
  return { events, refused };
}
