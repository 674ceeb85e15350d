/** Deals faults to requests by their count, and counts what was dealt. */
import { chance } from '../chance.ts';
import { type FaultKind, type FaultTable, type FaultyService, faultAt, services } from './fault-table.ts';

export interface Dealt {
  readonly kind: FaultKind | undefined;
  /** For a `delay`, in real milliseconds. */
  readonly delay_ms: number;
}

const none: Dealt = { kind: undefined, delay_ms: 0 };
const mostDelay_ms = 200;

/** How late what SES tells comes: mostly at once, else after minutes or hours. `upTo` is a share of mails. */
const lateness = [
  { upTo: 0.7, most_ms: 0 },
  { upTo: 0.85, most_ms: 20 * 60_000 },
  { upTo: 1, most_ms: 6 * 60 * 60_000 },
] as const;

export class Dealer {
  /** While true no fault is dealt. */
  calm = false;
  requests = 0;
  mails = 0;
  lateMails = 0;
  /** By `service.kind`. */
  readonly dealt = new Map<string, number>();
  readonly #seed: number;
  readonly #table: FaultTable;

  constructor(seed: number, table: FaultTable) {
    this.#seed = seed;
    this.#table = table;
  }

  /** The fault of the next request; none for a service that is not in the table. */
  deal(service: string): Dealt {
    if (this.calm || !services.includes(service as FaultyService)) return none;
    this.requests += 1;
    const row = this.#table[service as FaultyService];
    const kind = faultAt(row, chance(this.#seed, 'request', this.requests));
    if (kind !== 'delay') return { kind, delay_ms: 0 };
    return { kind, delay_ms: Math.round(chance(this.#seed, 'delay', this.requests) * mostDelay_ms) };
  }

  /** Counts a fault that was really dealt: a worker to be killed may not be there. */
  count(service: string, kind: FaultKind): void {
    const name = `${service}.${kind}`;
    this.dealt.set(name, (this.dealt.get(name) ?? 0) + 1);
  }

  /** How late what SES reports of the next mail comes, in virtual milliseconds. */
  feedbackDelay_ms(): number {
    if (this.calm) return 0;
    this.mails += 1;
    const which = chance(this.#seed, 'feedback', this.mails);
    const { most_ms } = lateness.find(({ upTo }) => which < upTo) ?? lateness[0];
    if (most_ms === 0) return 0;
    this.lateMails += 1;
    return Math.ceil(chance(this.#seed, 'late', this.mails) * most_ms);
  }
}
