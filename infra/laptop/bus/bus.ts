/** The event buses: rules by pattern with queues as their targets, and archives. */
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { accountId, region } from '../arns.ts';
import type { Queue } from '../queues/queue.ts';
import type { Archive } from './archive.ts';
import { type BusEnvelope, ruleArn } from './envelope.ts';
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
  readonly name: string;
  readonly bus: string;
  readonly pattern: Pattern;
  readonly target: Queue;
  /** What the target gets of an event; all of it unless given. */
  readonly input?: (envelope: BusEnvelope) => object;
}

/** EventBridge tells times in whole seconds. */
export function wholeSeconds(at_ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at_ms).toString({ smallestUnit: 'second' });
}

export class EventBuses {
  readonly #rules: readonly Rule[];
  readonly #archives: readonly Archive[];

  constructor(rules: readonly Rule[], archives: readonly Archive[]) {
    this.#rules = rules;
    this.#archives = archives;
  }

  hasRule(arn: string): boolean {
    return this.#rules.some(({ bus, name }) => ruleArn(bus, name) === arn);
  }

  /**
   * Keeps the event where an archive wants it, and gives it to every rule that does. A bus nobody knows takes and
   * drops it, as on AWS. Returns its id.
   */
  put(bus: string, event: BusEvent, now_ms: number): string {
    const envelope: BusEnvelope = {
      version: '0',
      id: randomUUID(),
      'detail-type': event.detailType,
      source: event.source,
      account: accountId,
      time: wholeSeconds(event.time_ms ?? now_ms),
      region,
      resources: event.resources ?? [],
      detail: event.detail,
    };
    for (const archive of this.#archives) archive.keep(bus, envelope, now_ms);
    this.deliver(bus, envelope, now_ms, []);
    return envelope.id;
  }

  /** Gives an event to the rules of these ARNs that want it; none given: to all. */
  deliver(bus: string, envelope: BusEnvelope, now_ms: number, only: readonly string[]): void {
    for (const rule of this.#rules) {
      if (rule.bus !== bus || !matchesPattern(rule.pattern, { ...envelope })) continue;
      if (only.length > 0 && !only.includes(ruleArn(bus, rule.name))) continue;
      const { input = (all: object) => all } = rule;
      rule.target.send({ body: JSON.stringify(input(envelope)) }, now_ms);
    }
  }
}
