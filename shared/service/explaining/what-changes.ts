/** What an event changes of what is known of a customer; nothing is what no storefront means by sending one. */
import type { Customer } from '../../core/record/customer.ts';
import { encodeRecord } from '../../core/record/record-codec.ts';

/** What is known of the customer, without what every event leaves: that it came, and when. */
function known({ profile, ...customer }: Customer): Readonly<Record<string, unknown>> {
  const { seen, sign, look, alarms, segs, version, not, ...facts } = encodeRecord({
    ...customer,
    profile: { ...profile, asOf: undefined },
  });
  return facts;
}

const words: Readonly<Record<string, string>> = {
  subs: 'subscriptions',
  cats: 'categories',
  done: 'what was done once',
  views: 'looks at products',
  helps: 'support cases',
  helped: 'support cases',
  owned: 'products owned',
  sends: 'messages',
  ref: 'the referral code',
  into: 'the id they are known by',
  pending: 'events for the bus',
};

/** The parts of the record that differ, in words. */
export function changedParts(before: Customer, after: Customer): string[] {
  const [was, is] = [known(before), known(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  return [...new Set(changed.map((name) => words[name] ?? name))];
}

export function isAsBefore(before: Customer, after: Customer): boolean {
  return changedParts(before, after).length === 0;
}
