import type { Temporal } from 'temporal-polyfill';

/** A fact or a request of the engine for others on the bus, under source `tsunagu`. */
export interface PublishedEvent {
  /** Derived from what it stands for: the same one however often it is put. */
  readonly id: string;
  /** The detail-type: `MessageRequested`, `CouponIssued`, `ReferralCodeIssued`, `SegmentChanged`, `HumanTask`, `AudienceChanged` or a store's own. */
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly detail: Readonly<Record<string, unknown>>;
}
