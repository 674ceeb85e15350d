import type { Temporal } from 'temporal-polyfill';

/** Why an address must not be mailed. */
export interface Suppression {
  readonly because: 'hard-bounce' | 'complaint' | 'unsubscribed';
  readonly at: Temporal.Instant;
}

/** What is known of an address, by its keyed hash: `all` stops every mail, `marketing` only marketing. */
export interface AddressState {
  readonly key: string;
  readonly all?: Suppression | undefined;
  readonly marketing?: Suppression | undefined;
}
