/** Whether an event leaves all as it was, which no storefront means by sending one. */
import type { Customer } from '../../../shared/core/record/customer.ts';
import { encodeRecord } from '../../../shared/core/record/record-codec.ts';

/** What is known of the customer, without what every event leaves: that it came, and when. */
function known({ profile, ...customer }: Customer): string {
  const { seen, sign, look, alarms, segs, version, ...facts } = encodeRecord({
    ...customer,
    profile: { ...profile, asOf: undefined },
  });
  return JSON.stringify(facts);
}

export function isAsBefore(before: Customer, after: Customer): boolean {
  return known(before) === known(after);
}
