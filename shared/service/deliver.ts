/** One call to the mail service for a claim that is saved, and what follows from its answer. */
import type { Touchpoint } from '../core/touchpoint.ts';
import type { Mail } from '../world.ts';
import { release } from './release.ts';
import { resolveDelay_s, type Sending } from './send-ports.ts';

/** `settled`: the outcome is written. `released`: it was given back. `unknown`: a resolve message will come. */
export type Delivery = 'settled' | 'released' | 'unknown';

/** Sends a claimed message once, unless the delivery mode keeps it back, and settles the touchpoint. */
export async function deliver(
  sending: Sending,
  touchpoint: Touchpoint,
  mail: Mail,
  address: string | undefined,
): Promise<Delivery> {
  const { world } = sending;
  const kept = keptBack(sending, mail);
  if (kept) {
    await world.touchpoints.settle({ ...touchpoint, state: 'would-send', because: kept });
    world.metrics.count('WouldSend', 1, touchpoint.scenario);
    return 'settled';
  }
  const outcome = await world.mailer.send(mail);
  if (outcome.kind === 'accepted') {
    await world.touchpoints.settle({ ...touchpoint, messageId: outcome.messageId });
    world.metrics.count('Sent', 1, touchpoint.scenario);
    world.log.info('sent', {
      touchpoint: touchpoint.id,
      scenario: touchpoint.scenario,
      step: touchpoint.step,
    });
    return 'settled';
  }
  if (outcome.kind === 'not-sent') {
    await release(sending, touchpoint, outcome.because);
    return 'released';
  }
  world.log.warn('outcome unknown', { touchpoint: touchpoint.id, detail: outcome.detail });
  await askLater(sending, touchpoint, address);
  return 'unknown';
}

/** Puts a resolve message into the touchpoint's lane. */
export async function askLater(
  sending: Sending,
  touchpoint: Pick<Touchpoint, 'id' | 'customer' | 'kind'>,
  address: string | undefined,
): Promise<void> {
  const message = {
    kind: 'resolve',
    customer: touchpoint.customer,
    touchpoint: touchpoint.id,
    address,
  } as const;
  await sending.world.lanes.enqueue(touchpoint.kind, message, resolveDelay_s);
}

/** Whether anything would leave the house for this mail: asked before waiting for the pacer. */
export function keptBack(sending: Sending, mail: Mail): 'dry-run' | 'not-on-allow-list' | undefined {
  const { mode, allowList } = sending.settings;
  if (mode === 'live') return undefined;
  if (mode === 'dry-run') return 'dry-run';
  const to = mail.to.toLowerCase();
  const allowed = allowList.some((entry) => {
    const known = entry.toLowerCase();
    return known.startsWith('@') ? to.endsWith(known) : to === known;
  });
  return allowed ? undefined : 'not-on-allow-list';
}
