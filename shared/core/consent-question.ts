import { isBefore } from './civil-time.ts';
import { consentChannel } from './consent-channel.ts';
import { impliedSource } from './consent-source.ts';
import type { Consent, ConsentChannel, ConsentState } from './customer.ts';
import type { Kind } from './scenario.ts';
import type { Channel } from './steps.ts';
import type { AddressState } from './suppression.ts';
import { isDefaultTopic, type Topic } from './topic.ts';

/**
 * The state that counts for a topic: its own, else that of all, which covers no topic she must ask for by name. A
 * channel of which she has said nothing goes by her word on mail.
 */
export function consentFor(
  consent: Consent,
  topic: Topic,
  channel: Channel = 'email',
): ConsentState | undefined {
  const own = (on: ConsentChannel) =>
    consent[`${on}:${topic}`] ?? (isDefaultTopic(topic) ? consent[`${on}:all`] : undefined);
  const known = consentChannel(channel);
  if (known !== undefined && known !== 'email') return own(known) ?? consentFor(consent, topic);
  return consent[topic] ?? (isDefaultTopic(topic) ? consent.all : undefined);
}

/**
 * True when the address must not get this kind of mail. An unsubscribe stops marketing to the address until she
 * grants consent herself at a later time; a tick box left on in an order is not that. To whoever was erased and comes
 * as somebody new it is as to anybody new.
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
    (consent.source !== impliedSource || address.marketing.because === 'erased') &&
    isBefore(address.marketing.at, consent.at);
  return !grantedSince;
}
