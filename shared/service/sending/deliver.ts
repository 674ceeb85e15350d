/** One call to the mail service for a claim that is saved, and what follows from its answer. */
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { addressKeyText } from '../../core/values/address/address-key.ts';
import { askLater } from './ask-later.ts';
import type { Outgoing } from './prepare-mail.ts';
import { release } from './release.ts';
import type { Sending } from './send-ports.ts';

/** `settled`: the outcome is written. `released`: it was given back. `unknown`: a resolve message will come. */
export type Delivery = 'settled' | 'released' | 'unknown';

/** Sends a claimed message once, unless the delivery mode keeps it back, and settles the touchpoint. */
export async function deliver(
  sending: Sending,
  touchpoint: Touchpoint,
  outgoing: Outgoing,
  address: string | undefined,
): Promise<Delivery> {
  const { world } = sending;
  const kept = keptBack(sending, outgoing);
  if (kept) {
    await world.touchpoints.settle({ ...touchpoint, state: 'would-send', because: kept });
    world.metrics.count('WouldSend', 1, touchpoint.scenario);
    return 'settled';
  }
  const { goes } = outgoing;
  if (goes.by === 'request') {
    await world.bus.publish([goes.event]);
    await settleSent(sending, { ...touchpoint, because: 'requested' });
    return 'settled';
  }
  const outcome = await world.mailer.send(goes.mail);
  if (outcome.kind === 'accepted') {
    await settleSent(sending, { ...touchpoint, messageId: outcome.messageId });
    return 'settled';
  }
  if (outcome.kind === 'not-sent') {
    if (outcome.because === 'throttled') world.pacer.throttled(touchpoint.kind);
    await release(sending, touchpoint, outcome.because);
    return 'released';
  }
  world.log.warn('outcome unknown', { touchpoint: touchpoint.id, detail: outcome.detail });
  await askLater(sending, touchpoint, address);
  return 'unknown';
}

async function settleSent({ world }: Sending, touchpoint: Touchpoint): Promise<void> {
  await world.touchpoints.settle(touchpoint);
  world.metrics.count('Sent', 1, touchpoint.scenario);
  world.log.did('sent', touchpoint.id);
}

/** Whether anything would leave the house for this message: asked before waiting for the pacer. */
function keptBack(sending: Sending, { goes }: Outgoing): 'dry-run' | 'not-on-allow-list' | undefined {
  const { mode, allowList } = sending.settings;
  if (mode === 'live') return undefined;
  if (mode === 'dry-run') return 'dry-run';
  // An allow list is one of mail addresses: what goes by another channel is on none.
  if (goes.by !== 'mail') return 'not-on-allow-list';
  const to = addressKeyText(goes.mail.to);
  const allowed = allowList.some((entry) => {
    const known = addressKeyText(entry);
    return known.startsWith('@') ? to.endsWith(known) : to === known;
  });
  return allowed ? undefined : 'not-on-allow-list';
}

/** What must come before the claim: the store knows of a coupon, and the mail service's pace allows the next mail. */
export async function readyToGo(
  sending: Sending,
  outgoing: Outgoing,
  lane: Touchpoint['kind'],
): Promise<void> {
  if (keptBack(sending, outgoing)) return;
  if (outgoing.first.length > 0) await sending.world.bus.publish(outgoing.first);
  if (outgoing.goes.by === 'mail') await sending.world.pacer.take(lane);
}
