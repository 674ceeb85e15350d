/** What the record knows of a customer beyond her profile and orders: each list is bounded, the oldest goes first. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** Who the customer is on LINE. */
export interface LineProfile {
  /** Of the channel's provider; personal data. */
  readonly userId: string;
  /** Whether they have added the store's account and not blocked it; absent where nobody has said. */
  readonly friend?: boolean | undefined;
  /** When the last word of it was told. */
  readonly at: Instant;
}

/** One line of a cart, cut to what a reminder shows. `unitPrice` in minor units. */
export interface CartLine {
  readonly productId: string;
  readonly name?: string | undefined;
  readonly quantity?: number | undefined;
  readonly unitPrice?: number | undefined;
}

/** A cart or checkout as it is now; an empty one has no lines. Known by its id, last writer in `occurredAt`. */
export interface CartState {
  readonly id: string;
  readonly at: Instant;
  readonly lines: readonly CartLine[];
  readonly currency?: string | undefined;
  readonly total?: number | undefined;
  readonly url?: string | undefined;
}

/** A product she looked at. */
export interface ViewState {
  readonly productId: string;
  readonly at: Instant;
  readonly times: number;
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  readonly url?: string | undefined;
}

export interface SubscriptionState {
  readonly id: string;
  readonly at: Instant;
  readonly state: 'active' | 'paused' | 'cancelled';
  readonly productId?: string | undefined;
  readonly renewsAt?: Instant | undefined;
  /** When product and renewal were told, where not at `at`: each is the word of the last event that named it. */
  readonly productAsOf?: Instant | undefined;
  readonly renewsAsOf?: Instant | undefined;
  readonly nth?: number | undefined;
}

/** A product she has bought: for what is new to her, what she owns, and when it runs out. */
export interface OwnedProduct {
  readonly productId: string;
  readonly at: Instant;
  /** When she bought it first, where that was not `at`. */
  readonly firstAt?: Instant | undefined;
  readonly category?: string | undefined;
  /** Pieces of the last purchase, where not one. */
  readonly quantity?: number | undefined;
  /** `quantity` times `supplyDays` of the last purchase. */
  readonly supplyDays?: number | undefined;
  /** Bought for somebody else: an entry beside that of what the customer bought of it for herself. */
  readonly forOther?: true | undefined;
}

/** Where she stands in a set of categories, and since when. */
export interface CategoryState {
  readonly is: string;
  readonly at: Instant;
}

export interface CustomerFacts {
  readonly carts: readonly CartState[];
  readonly views: readonly ViewState[];
  readonly subscriptions: readonly SubscriptionState[];
  readonly owned: readonly OwnedProduct[];
  /** Open support cases, by id. */
  readonly helps: readonly { readonly id: string; readonly at: Instant }[];
  /** Cases solved, so that a request that comes late does not open one again. */
  readonly helpsOver?: readonly { readonly id: string; readonly at: Instant }[] | undefined;
  /** `member`, `referred`, `reviewed` … and the store's own. */
  readonly labels: readonly string[];
  /** By set, such as `persona`. */
  readonly categories: Readonly<Record<string, CategoryState>>;
  /** Keys of surveys answered, coupons redeemed, referrals made, reviews posted: `survey:early`, `coupon:HELLO10`. */
  readonly done: readonly string[];
  /** Her lead score at a moment; it halves in the settings' half-life. */
  readonly score?: { readonly value: number; readonly at: Instant } | undefined;
  /** Segments she belongs to, each with the moment she came to it. */
  readonly segments: Readonly<Record<string, Instant>>;
  /** The last sign that she is there: an order, a view, a cart, an answer, a human click. */
  readonly lastSignAt?: Instant | undefined;
  /** The code in the customer's referral link, once a message has shown it. */
  readonly referralCode?: string | undefined;
  /** Hashes of the ids whose records became part of this one. */
  readonly aliases: readonly string[];
  /** Set on a record that became part of another: whatever comes for it goes there. */
  readonly mergedInto?: string | undefined;
  /** When it was told so: a browser goes to whoever registers on it later, and never back by an older word. */
  readonly mergedAt?: Instant | undefined;
  /** Of a guest: that nobody said it was so but the address, and for how long that is the account's nobody knows. */
  readonly mergedBy?: 'address' | undefined;
}

export const noFacts: CustomerFacts = {
  carts: [],
  views: [],
  subscriptions: [],
  owned: [],
  helps: [],
  labels: [],
  categories: {},
  done: [],
  segments: {},
  aliases: [],
};
