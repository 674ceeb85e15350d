/** What an address keeps of a customer whose it is: by it its reader is chosen, with no record read but the one at hand. */
import type { Temporal } from 'temporal-polyfill';
import { consentFor } from '../facts/consent-question.ts';
import type { Customer } from '../record/customer.ts';
import type { Holder } from '../record/suppression.ts';
import { type Topic, topics } from '../values/topic.ts';
import { hasBought } from './has-bought.ts';

export interface HolderFacts extends Omit<Holder, 'since'> {
  readonly granted: readonly Topic[];
}

export function holderFacts(customer: Customer, at: Temporal.Instant): HolderFacts {
  const { lastOrderAt } = customer.lifecycle;
  const isOtherwise = lastOrderAt === undefined && hasBought(customer, at);
  return {
    granted: topics.filter((topic) => consentFor(customer.consent, topic)?.is === 'granted'),
    ...(lastOrderAt && { boughtAt: lastOrderAt }),
    ...(isOtherwise && { bought: true as const }),
  };
}
