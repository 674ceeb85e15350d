/** Events that the engine tells others: each that a record decided, once by its id, and none that no record decided. */
import type { PublishedEvent } from '../../shared/core/events/published-event.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { Oracle } from './oracle.ts';
import { type DecidedEvent, parcelFault } from './parcel-checks.ts';

/** They come with a message, not out of a record. */
const ofMessages = ['MessageRequested', 'CouponIssued', 'ReferralCodeIssued'];

const mostPending = 16;

export class PublishedEvents {
  /** By id: what a saved record decided to tell, and when. */
  readonly decided = new Map<string, DecidedEvent>();
  readonly told = new Set<string>();
  /** Whose record was full of such events: what had no room was told all the same. */
  readonly #crowded = new Set<string>();
  readonly #ids = new Map<string, string>();
  readonly #oracle: Oracle;

  constructor(oracle: Oracle) {
    this.#oracle = oracle;
  }

  saved(before: Customer | undefined, after: Customer, at_ms: number): void {
    if (after.pending.length >= mostPending) this.#crowded.add(after.id);
    const known = new Set(before?.pending.map(({ id }) => id));
    for (const { id, name, detail, at } of after.pending) {
      if (known.has(id) || this.decided.has(id)) continue;
      const enrolment = after.enrolments.find((one) => one.id === detail.enrolment);
      const thing = detail.segment
        ? `${detail.segment} ${detail.change} ${at}`
        : `${detail.enrolment}/${detail.step} ${enrolment?.lap ?? 0}`;
      const what = `${after.id} ${name} ${thing}`;
      if (detail.segment) this.#once(what, id);
      const decided = { name, what, at_ms, detail };
      this.decided.set(id, decided);
      parcelFault(this.#oracle, decided);
    }
    for (const name of new Set([...Object.keys(after.segments), ...Object.keys(before?.segments ?? {})])) {
      const [was, is] = [before?.segments[name], after.segments[name]];
      if ((was === undefined) === (is === undefined) || this.#crowded.has(after.id)) continue;
      const change = is ? 'entered' : 'left';
      const isTold = after.pending.some(({ detail }) => detail.segment === name && detail.change === change);
      this.#oracle.check('a change of segment is told', !isTold && `${after.id} ${change} ${name}`);
    }
  }

  #once(what: string, id: string): void {
    const other = this.#ids.get(what);
    this.#oracle.check('what is told has one id', other !== undefined && other !== id && what);
    this.#ids.set(what, id);
  }

  published({ id, name, detail }: PublishedEvent): void {
    this.told.add(id);
    const { id: customer } = detail.customer as { id: string };
    if (ofMessages.includes(name) || this.#crowded.has(customer)) return;

    this.#oracle.check('nothing is told that no record decided', !this.decided.has(id) && `${name} ${id}`);
  }

  end(): void {
    const { erased } = this.#oracle.truth;
    for (const [id, { what, detail }] of this.decided) {
      const { id: customer } = detail.customer as { id: string };
      const isOwed = !this.told.has(id) && !erased.has(customer);
      this.#oracle.check('what a record decided is told', isOwed && `${what} ${id}`);
    }
  }
}
