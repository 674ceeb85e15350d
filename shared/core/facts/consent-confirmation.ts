/** Double opt-in: whoever types an address into a form need not be the one who reads its mail, so the reader is asked. */
import type { Temporal } from 'temporal-polyfill';
import type { Consent, ConsentState, Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import { isSameAddress } from '../values/address/address-key.ts';
import { isBefore } from '../values/civil-time.ts';
import { isProven } from '../values/consent-source.ts';
import type { About } from '../values/consent-words.ts';
import { defaultTopics, topics } from '../values/topic.ts';
import { consentFor } from './consent-question.ts';

/** Her country, as far as it is known: attribute `country`, the region of her locale, else the store's market. */
function marketOf({ profile }: Pick<Customer, 'profile'>, settings: Pick<EngineSettings, 'market'>) {
  const stated = profile.attributes?.country;
  const country = typeof stated === 'string' && /^[A-Za-z]{2}$/.test(stated) ? stated : undefined;
  const region = /^[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Za-z]{2})$/.exec(profile.locale ?? '')?.[1];
  return (country ?? region ?? settings.market).toUpperCase();
}

/** True where a grant from this source counts only once she has confirmed it. */
export function mustConfirm(
  customer: Pick<Customer, 'profile'>,
  source: string,
  settings: Pick<EngineSettings, 'market' | 'doubleOptIn'>,
): boolean {
  return !isProven(source) && isOptInDouble(customer, settings);
}

function isOptInDouble(
  customer: Pick<Customer, 'profile'>,
  settings: Pick<EngineSettings, 'market' | 'doubleOptIn'>,
): boolean {
  const { doubleOptIn = 'none' } = settings;
  if (doubleOptIn === 'none') return false;
  return doubleOptIn === 'all' || doubleOptIn.includes(marketOf(customer, settings));
}

/**
 * Her consent where her address may have changed since `before`: what was granted on mail was granted by whoever reads
 * the old address, so under double opt-in it waits until the new one has confirmed it.
 */
export function atNewAddress(
  before: Customer,
  customer: Customer,
  settings: Pick<EngineSettings, 'market' | 'doubleOptIn'>,
): Customer {
  const [left, now] = [before, customer].map(({ profile }) => profile.email);
  if (left === undefined || isSameAddress(left, now ?? '') || !isOptInDouble(customer, settings))
    return customer;
  const consent: Partial<Record<keyof Consent, ConsentState>> = { ...customer.consent };
  for (const about of ['all', ...topics] as const satisfies readonly About[]) {
    const state = consent[about];
    if (state?.is === 'granted') consent[about] = { ...state, is: 'pending', confirmedAt: undefined };
  }
  return { ...customer, consent };
}

/** A grant to be confirmed, unless what she granted before stands confirmed still. */
export function untilConfirmed(known: ConsentState | undefined, granted: ConsentState): ConsentState {
  if (known?.is === 'granted') return { ...granted, confirmedAt: known.confirmedAt ?? known.at };
  return { ...granted, is: 'pending' };
}

/**
 * A denial that comes late, from between her confirmation and the grant that repeated it: what it ended must be
 * confirmed anew, as if it had come in time. Undefined where it changes nothing.
 */
export function reopened(
  known: ConsentState | undefined,
  deniedAt: Temporal.Instant,
): ConsentState | undefined {
  if (known?.is !== 'granted' || !known.confirmedAt) return undefined;
  if (!isBefore(known.confirmedAt, deniedAt) || !isBefore(deniedAt, known.at)) return undefined;
  return { ...known, is: 'pending', confirmedAt: undefined };
}

/** What waits for her confirmation: `['all']`, or topic by topic where only some do. Mail alone is ever pending. */
export function pendingTopics(consent: Consent): string[] {
  const waiting = topics.filter((topic) => consentFor(consent, topic)?.is === 'pending');
  const course = waiting.filter((topic) => !(defaultTopics as readonly string[]).includes(topic));
  const all = waiting.length - course.length === defaultTopics.length;
  return all ? ['all', ...course] : waiting;
}
