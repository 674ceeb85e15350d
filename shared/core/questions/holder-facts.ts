/** What an address keeps of a customer whose it is: by it its reader is chosen, with no record read but the one at hand. */
import type { Temporal } from 'temporal-polyfill';
import { consentFor } from '../facts/consent-question.ts';
import type { Customer } from '../record/customer.ts';
import type { Holder } from '../record/suppression.ts';
import { topics } from '../values/topic.ts';
import { hasBought } from './has-bought.ts';

type Facts = Omit<Holder, 'since'>;

export function holderFacts(customer: Customer, at: Temporal.Instant): Facts {
  const { lastOrderAt } = customer.lifecycle;
  const isBuyer = lastOrderAt === undefined && hasBought(customer, at);
  return {
    granted: topics.filter((topic) => consentFor(customer.consent, topic)?.is === 'granted'),
    ...(lastOrderAt && { boughtAt: lastOrderAt }),
    ...(isBuyer && { bought: true as const }),
  };
}

/** True where the address must be told anew: another grant, or a first purchase. A later one is told where others are there. */
export function isToldAnew(before: Facts, after: Facts): boolean {
  const isBuyer = ({ boughtAt, bought }: Facts) => boughtAt !== undefined || bought === true;
  return before.granted?.join() !== after.granted?.join() || isBuyer(before) !== isBuyer(after);
}
