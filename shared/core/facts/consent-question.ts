import type { Kind } from '../language/scenario.ts';
import type { Channel } from '../language/steps.ts';
import { consentKey } from '../record/consent-channel.ts';
import type { Consent, ConsentState } from '../record/customer.ts';
import type { AddressState, Suppression } from '../record/suppression.ts';
import { isBefore } from '../values/civil-time.ts';
import { impliedSource, isOwnStatement } from '../values/consent-source.ts';
import { isDefaultTopic, type Topic } from '../values/topic.ts';

/**
 * True where a message by the channel has somewhere to go, as far as the record tells: of LINE and push the customer has
 * said something there, and not that nothing shall come. What goes into a parcel always arrives; mail asks the address.
 */
export function canBeReached(consent: Consent, channel: Channel = 'email'): boolean {
  if (!hasToJoin(channel)) return true;
  return isJoined(consent, channel) && consent[consentKey(channel, 'all')]?.is !== 'denied';
}

const hasToJoin = (channel: Channel): boolean => channel === 'line' || channel === 'push';

const isJoined = (consent: Consent, channel: Channel): boolean =>
  Object.keys(consent).some((key) => key.startsWith(`${channel}:`));

/**
 * The state that counts for a topic: its own, else that of all, which covers no topic she must ask for by name. Of LINE
 * and push a topic of which nothing was said goes by the word on mail, once the customer has said anything there.
 */
export function consentFor(
  consent: Consent,
  topic: Topic,
  channel: Channel = 'email',
): ConsentState | undefined {
  const own =
    consent[consentKey(channel, topic)] ??
    (isDefaultTopic(topic) ? consent[consentKey(channel, 'all')] : undefined);
  if (own || channel === 'email') return own;
  return hasToJoin(channel) && !isJoined(consent, channel) ? undefined : consentFor(consent, topic);
}

/**
 * True when the address must not get this kind of mail. An unsubscribe stops marketing to the address until she
 * grants consent herself at a later time; a tick box left on in an order is not that, nor is a list that was imported.
 * Whoever was erased and comes as somebody new is as anybody new, unless she had unsubscribed before. To another who was
 * known to have the address before that erasure it means nothing.
 *
 * @param self the customer whose consent it is
 */
export function isSuppressed(
  address: AddressState | undefined,
  kind: Kind,
  consent: ConsentState | undefined,
  self?: string,
): boolean {
  if (address?.all) return true;
  if (kind === 'transactional') return false;
  const { marketing } = address ?? {};
  const erased = erasureAt(address, self);
  const { source = '' } = consent ?? {};
  const since = (at: ConsentState['at']) => consent?.is === 'granted' && isBefore(at, consent.at);
  if (marketing && !(since(marketing.at) && isOwnStatement(source))) return true;
  return erased !== undefined && !(since(erased.at) && (isOwnStatement(source) || source === impliedSource));
}

/** What of an erasure at the address means something to the customer: nothing to whoever had come there before it. */
export function erasureAt(address: AddressState | undefined, self = ''): Suppression | undefined {
  const came = address?.holders?.[self]?.since;
  return came && address?.erased && isBefore(came, address.erased.at) ? undefined : address?.erased;
}
