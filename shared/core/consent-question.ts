import { isBefore } from './civil-time.ts';
import { impliedSource } from './consent-facts.ts';
import type { Consent, ConsentState } from './customer.ts';
import type { Kind } from './scenario.ts';
import type { AddressState } from './suppression.ts';
import { isDefaultTopic, type Topic } from './topic.ts';

/** The state that counts for a topic: its own, else that of all, which covers no topic she must ask for by name. */
export function consentFor(consent: Consent, topic: Topic): ConsentState | undefined {
  return consent[topic] ?? (isDefaultTopic(topic) ? consent.all : undefined);
}

/**
 * True when the address must not get this kind of mail. An unsubscribe stops marketing to the address until she
 * grants consent herself at a later time; a tick box left on in an order is not that.
 */
export function isSuppressed(
  address: AddressState | undefined,
  kind: Kind,
  consent: ConsentState | undefined,
): boolean {
  if (address?.all) return true;
  if (kind === 'transactional' || !address?.marketing) return false;
  const grantedSince =
    consent?.is === 'granted' &&
    consent.source !== impliedSource &&
    isBefore(address.marketing.at, consent.at);
  return !grantedSince;
}
