/** The code in a customer's referral link: always the same one, known to the store before any message shows it. */
import type { Temporal } from 'temporal-polyfill';
import type { PublishedEvent } from '../../core/events/published-event.ts';
import type { Customer } from '../../core/record/customer.ts';
import { digest } from '../../core/values/ids.ts';
import type { Keys } from '../../ports/keys.ts';
import { codeOf } from './shown-coupon.ts';

/** The one that was shown before, also under an earlier id; else the customer's own. */
export function referralCodeOf(keys: Pick<Keys, 'address'>, customer: Customer): string {
  return customer.referralCode ?? codeOf(keys, ['referral', customer.store, customer.id]);
}

/** `ReferralCodeIssued`, to be published before a message goes that shows the link. */
export function referralCodeIssued(
  { store, id }: Pick<Customer, 'store' | 'id'>,
  code: string,
  at: Temporal.Instant,
): PublishedEvent {
  return {
    id: digest(['referral', store, id, code], 32),
    name: 'ReferralCodeIssued',
    at,
    detail: { customer: { id }, code },
  };
}
