/** That a letter which goes into a mailbox once goes for whoever reads it, said in other words than where it is decided. */
import type { Going } from './going.ts';

/** Told to many, or no more than looked at. */
const ofNobody = ['SaleAnnounced', 'ProductAnnounced', 'ProductPriceChanged', 'ProductViewed'];

/**
 * Several have her address, and another of them who granted the topic has bought since she did, or the address knows that she
 * has not granted it.
 */
export function isPastReader(going: Going): boolean {
  const { scenario, step, enrolment, before, around } = going;
  const { address, settings } = around;
  if (scenario.kind !== 'marketing' || !settings || settings.mailboxReader === 'everybody') return false;
  const begun = 'on' in scenario.trigger ? scenario.trigger.on : '';
  if (!ofNobody.includes(begun) && (enrolment.order ?? enrolment.about) !== undefined) return false;
  const topic = step.topic ?? scenario.topic;
  const { [before.id]: own, ...others } = address?.holders ?? {};
  if (own?.granted === undefined) return false;
  const since_ms = own.granted.includes(topic) ? (own.boughtAt?.epochMilliseconds ?? 0) : -1;
  return Object.entries(others).some(
    ([id, { granted, boughtAt }]) =>
      granted?.includes(topic) && (boughtAt?.epochMilliseconds ?? 0) > since_ms && !hasPassedOn(id, going),
  );
}

/** The other was passed over when this same letter was due there. */
function hasPassedOn(id: string, { scenario, step, around }: Going): boolean {
  const sends = around.others?.find((other) => other.id === id)?.sends ?? [];
  const last = sends.findLast((send) => send.scenario === scenario.id && send.step === step.id);
  return last?.because === 'mailbox-reader';
}
