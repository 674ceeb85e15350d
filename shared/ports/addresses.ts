/** The port of what is known of a mail address, whoever uses it. */
import type { Temporal } from 'temporal-polyfill';
import type { AddressState, Holder, Suppression, SuppressionScope } from '../core/record/suppression.ts';

type Instant = Temporal.Instant;

/** What a record says of its customer, for the address that is the customer's; the moment alone where it says no more. */
export type HolderWord = HeldSince | (HeldSince & OfRecord);

interface HeldSince {
  /** Now; the first of them stays as the holder's `since`. */
  readonly at: Instant;
}

export interface OfRecord extends Omit<Holder, 'since'> {
  /** Of the record that says so: what an older one said never takes the place of it. */
  readonly version: number;
}

export interface Addresses {
  /** Of an address that very many use, some of the holders. */
  load(key: string): Promise<AddressState | undefined>;
  /**
   * Remembers that this customer uses the address; a word of the customer's record, what is said of who does. That one brings
   * nobody back who has left. Safe to repeat and in any order.
   *
   * @returns the state with it; undefined where nothing was written, since it is known, very many use the address, or she has left it
   */
  use(key: string, customer: string, word?: HolderWord): Promise<AddressState | undefined>;
  /** Forgets that this customer uses the address; what is known of the address stays, and where that is nothing, nothing. Safe to repeat. */
  leave(key: string, customer: string): Promise<void>;
  /** The latest of a scope stays, but a bounce never hides a complaint. Safe to repeat and in any order. */
  suppress(key: string, scope: SuppressionScope, suppression: Suppression): Promise<void>;
  /** Notes that a mail to it came back for the moment. Safe to repeat and in any order; the newest are kept. */
  strike(key: string, at: Instant): Promise<void>;
}
