/** What the record's ledger knows of one order: bounded, and each fact in a place of its own, so that none need come first. */
import type { Temporal } from 'temporal-polyfill';
import type { OrderOrigin, PaymentTiming } from '../../values/order-words.ts';

type Instant = Temporal.Instant;

/** What is known of one order: which facts have come, and when the ones that time anything occurred. */
export interface LedgerOrder {
  readonly id: string;
  /** Event types seen, with a shipment's id behind a colon where one was given, and a mark behind those of a refusal. */
  readonly seen: readonly string[];
  /** The newest `occurredAt` of any of its events; orders the ledger. */
  readonly at: Instant;
  readonly placedAt?: Instant | undefined;
  readonly shippedAt?: Instant | undefined;
  readonly deliveredAt?: Instant | undefined;
  /** In minor units of `currency`; absent where the event did not say. */
  readonly total?: number | undefined;
  readonly currency?: string | undefined;
  /** When it is paid, where the order says so or its method or deadline does. */
  readonly timing?: PaymentTiming | undefined;
  /** The end of the day, or the moment, until which it is to be paid. */
  readonly payBy?: Instant | undefined;
  /** Of a prepaid order, or of one not placed yet. */
  readonly paidAt?: Instant | undefined;
  /** Where it goes (ISO 3166, upper case), if told; of several, sorted, each after a blank. */
  readonly country?: string | undefined;
  /** True as soon as any fact has told of a present. */
  readonly gift?: true | undefined;
  /** Whether it goes to somebody else than the customer, where told: one parcel that does says so of the order. */
  readonly toOther?: boolean | undefined;
  /** How it came about, where told. */
  readonly origin?: OrderOrigin | undefined;
  /** How many parcels it comes in, where told. */
  readonly parcels?: number | undefined;
  /** How many pieces each parcel holds, by the name in its words, until all has left. */
  readonly inParcels?: Readonly<Record<string, number>> | undefined;
  /** All that was to be sent has left, by the store's own word or by the pieces. */
  readonly isAllShipped?: true | undefined;
  /** Pieces that no parcel brings. */
  readonly piecesUnsent?: number | undefined;
  /** As the customer knows it, where that is not the id. */
  readonly number?: string | undefined;
  /** The latest arrival that the store has told. */
  readonly expectedAt?: Instant | undefined;
  /** The newest word of a delay without a new day. */
  readonly delayedAt?: Instant | undefined;
  /** The newest failure to hand a parcel over. */
  readonly failedAt?: Instant | undefined;
  /** Some parcel of it was refused at the door. */
  readonly refused?: true | undefined;
  /** How many pieces were bought, where its lines are known. */
  readonly pieces?: number | undefined;
  /** What was paid back: minor units by currency, under no name where none was told; and by lines. */
  readonly refunded?: Readonly<Record<string, number>> | undefined;
  readonly paidBack?: readonly GoodsBack[] | undefined;
  /** What came back in part. */
  readonly back?: readonly GoodsBack[] | undefined;
  /** Told of the whole, without lines or amounts; of an old order also what they came to. */
  readonly undone?: 'refunded' | 'returned' | undefined;
}

/** Pieces of one product that came back, or were paid back. */
export interface GoodsBack {
  readonly productId: string;
  readonly quantity: number;
}
