/** The event buses: rules by pattern, and queues as their targets. */
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { accountId, region } from '../arns.ts';
import type { Queue } from '../queues/queue.ts';
import { matchesPattern, type Pattern } from './event-pattern-match.ts';

export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[] | undefined;
  /** When it happened; the moment it was put unless given. */
  readonly time_ms?: number | undefined;
}

export interface Rule {
  readonly bus: string;
  readonly pattern: Pattern;
  readonly target: Queue;
}

/** EventBridge tells times in whole seconds. */
export function wholeSeconds(at_ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at_ms).toString({ smallestUnit: 'second' });
}

export class EventBuses {
  readonly #rules: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** Gives the event to every rule that wants it. A bus nobody knows takes and drops it, as on AWS. Returns its id. */
  put(bus: string, event: BusEvent, now_ms: number): string {
    const id = randomUUID();
    const envelope = {
      version: '0',
      id,
      'detail-type': event.detailType,
      source: event.source,
      account: accountId,
      time: wholeSeconds(event.time_ms ?? now_ms),
      region,
      resources: event.resources ?? [],
      detail: event.detail,
    };
    for (const rule of this.#rules) {
      if (rule.bus === bus && matchesPattern(rule.pattern, envelope)) {
        rule.target.send({ body: JSON.stringify(envelope) }, now_ms);
      }
    }
    return id;
  }
}
