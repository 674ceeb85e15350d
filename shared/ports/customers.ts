/** The port of the customers’ records: one item each, written by one conditional save. */
import type { Customer } from '../core/record/customer.ts';
import type { AddressState } from '../core/record/suppression.ts';
import type { Waking } from '../core/record/sweep-moment.ts';

export interface Customers {
  /** A consistent read. Throws `NewerRecordShape` for a record written by newer code. */
  load(id: string): Promise<Customer | undefined>;
  /** Customer and address in one batch of consistent reads; `address` is the keyed hash to read along, if known. */
  loadWithAddress(
    id: string,
    address: string | undefined,
  ): Promise<{ customer: Customer | undefined; address: AddressState | undefined }>;
  /**
   * One conditional write: stores `customer` with `version + 1` if the stored version still is `customer.version`
   * (0: if there is none), together with the moments from which the sweep may ask for it. A conflict changes nothing. Resolves to what was stored.
   */
  save(customer: Customer, waking: Waking): Promise<Customer | 'conflict'>;
  /** Deletes the record if its stored version still is `version`; `conflict`: it is another, or none. */
  remove(id: string, version: number): Promise<'removed' | 'conflict'>;
}
