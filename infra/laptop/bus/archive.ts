/** An archive of a bus: every event that came by it, but those that a replay brought. It is on disk: few replay anything. */
import { arn } from '../arns.ts';
import { type DiskPlace, Spill } from '../spill.ts';
import { type BusEnvelope, busArn } from './envelope.ts';
import { matchesPattern, type Pattern } from './event-pattern-match.ts';

interface Kept {
  readonly envelope: DiskPlace;
  /** The event's own time: replays choose by it. */
  readonly time_ms: number;
  /** When it came: retention counts from here. */
  readonly came_ms: number;
}

export interface ArchiveParts {
  readonly name: string;
  readonly bus: string;
  readonly pattern: Pattern;
  readonly description: string;
  readonly retention_days: number;
  readonly created_ms: number;
}

const day_ms = 86_400_000;

export class Archive {
  readonly given: ArchiveParts;
  readonly arn: string;
  readonly busArn: string;
  readonly #spill = new Spill();
  #kept: Kept[] = [];
  #firstCame_ms = Number.POSITIVE_INFINITY;

  constructor(given: ArchiveParts) {
    this.given = given;
    this.arn = arn('events', `archive/${given.name}`);
    this.busArn = busArn(given.bus);
  }

  /** Keeps an event if it is one of the pattern's, and came by itself. */
  keep(bus: string, envelope: BusEnvelope, now_ms: number): void {
    const { given } = this;
    if (bus !== given.bus || envelope['replay-name'] !== undefined) return;
    if (!matchesPattern(given.pattern, { ...envelope })) return;
    this.#forget(now_ms);
    this.#firstCame_ms = Math.min(this.#firstCame_ms, now_ms);
    this.#kept.push({
      envelope: this.#spill.keep(envelope),
      time_ms: Date.parse(envelope.time),
      came_ms: now_ms,
    });
  }

  /** The clock may have been set back before the first event came. */
  get created_ms(): number {
    return Math.min(this.given.created_ms, this.#firstCame_ms);
  }

  /** What is there at a moment; AWS tells it up to a day late. */
  size(now_ms: number): { readonly events: number; readonly bytes: number } {
    this.#forget(now_ms);
    return {
      events: this.#kept.length,
      bytes: this.#kept.reduce((sum, { envelope }) => sum + envelope.bytes, 0),
    };
  }

  /**
   * The events whose time lies in [from, to), by minute, the earliest first. Within a minute the order is none to rely
   * on, so the last comes first.
   */
  minutes(from_ms: number, to_ms: number, now_ms: number): BusEnvelope[][] {
    this.#forget(now_ms);
    const byMinute = new Map<number, BusEnvelope[]>();
    for (const { envelope, time_ms } of this.#kept) {
      if (time_ms < from_ms || time_ms >= to_ms) continue;
      const minute = Math.floor(time_ms / 60_000);
      const of = byMinute.get(minute) ?? [];
      of.unshift(this.#spill.read<BusEnvelope>(envelope));
      byMinute.set(minute, of);
    }
    return [...byMinute].sort(([a], [b]) => a - b).map(([, envelopes]) => envelopes);
  }

  /** Forgets all, and gives the disk back. */
  close(): void {
    this.#kept = [];
    this.#spill.close();
  }

  #forget(now_ms: number): void {
    const oldest_ms = now_ms - this.given.retention_days * day_ms;
    const first = this.#kept.findIndex(({ came_ms }) => came_ms > oldest_ms);
    if (first !== 0) this.#kept = first === -1 ? [] : this.#kept.slice(first);
  }
}
