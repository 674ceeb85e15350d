import type { Temporal } from 'temporal-polyfill';
import type { ProductFacts } from '../events/product-facts.ts';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Brakes } from './brakes.ts';
import type { Customer } from './customer.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerOrder } from './orders/ledger-entry.ts';
import type { AddressState } from './suppression.ts';

/** All that a decision may look at beside the customer: the settings, and the moment it is made. */
export interface Surroundings {
  readonly settings: EngineSettings;
  readonly book: ScenarioBook;
  readonly at: Temporal.Instant;
  /** What the stored catalogue of goods says now, by product id; asked for only where a message or a branch needs it. */
  readonly products?: ReadonlyMap<string, ProductFacts> | undefined;
  /** Steps of an enrolment in whose message the customer pressed a link, by enrolment id. */
  readonly clicked?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Runs known by what they left beside the record, though the record may have forgotten them: never entered again. */
  readonly enrolmentsBefore?: ReadonlySet<string> | undefined;
  /** Hashes of order events that are heard for the first time, though the ledger can no longer tell. */
  readonly heardFirst?: ReadonlySet<string> | undefined;
  /** Fields of waiting entries that lie beside the record, by their names; an entry whose fields were not read is not asked. */
  readonly waiting?: ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined;
  /** Entries of orders that have left the ledger, by the order's id, where an event tells of one. */
  readonly beyond?: ReadonlyMap<string, LedgerOrder> | undefined;
}

/** What is asked besides, when a message may go. */
export interface SendingSurroundings extends Surroundings {
  readonly brakes: Brakes;
  /** The state of the customer's present address. */
  readonly address: AddressState | undefined;
  /** Records of others with that address, of a letter that goes there once: whether one of them has had it. */
  readonly others?: readonly Customer[] | undefined;
  /** The event fields of an enrolment whose entry lies in the context item. */
  readonly context: Readonly<Record<string, unknown>> | undefined;
}
