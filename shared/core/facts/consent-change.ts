import type { Temporal } from 'temporal-polyfill';
import type { Consent, ConsentState, Customer } from '../record/customer.ts';

/**
 * Denies everything: `all`, and every topic with a state of its own. A denial of the same source keeps its time;
 * any other state gives way, a denial because a late grant from after it must not outlast this one, a grant even if it
 * claims to be later than `at`, since whoever withdraws has the last word.
 * Where nothing changes the very same customer comes back.
 */
export function withdrawConsent(customer: Customer, at: Temporal.Instant, source: string): Customer {
  const about = new Set<keyof Consent>(['all', ...(Object.keys(customer.consent) as (keyof Consent)[])]);
  const changes: [keyof Consent, ConsentState][] = [];
  for (const topic of about) {
    const known = customer.consent[topic];
    if (known?.is === 'denied' && known.source === source) continue;
    const later = known && known.at.epochNanoseconds > at.epochNanoseconds ? known.at : at;
    changes.push([topic, { is: 'denied', at: later, source }]);
  }
  if (changes.length === 0) return customer;
  return { ...customer, consent: { ...customer.consent, ...Object.fromEntries(changes) } };
}

/** What was last denied from a source, and when: the same answer however often it is asked. */
export function denialBy(
  customer: Customer,
  source: string,
): { readonly at: Temporal.Instant; readonly topics: readonly string[] } | undefined {
  const denied = Object.entries(customer.consent).filter(
    ([, state]) => state.is === 'denied' && state.source === source,
  );
  const [first, ...rest] = denied.map(([, state]) => state.at);
  if (!first) return undefined;
  const at = rest.reduce((a, b) => (a.epochNanoseconds >= b.epochNanoseconds ? a : b), first);
  const topics = denied.filter(([, state]) => state.at.epochNanoseconds === at.epochNanoseconds);
  return { at, topics: topics.map(([topic]) => topic).sort() };
}
