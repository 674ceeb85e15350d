/** A mail that provably never went, and may go no more: it ends as left out, with the reason, and nobody asks for it again. */
import type { Customer } from '../../core/record/customer.ts';
import { touchpointOf } from '../../core/record/touchpoint-of.ts';
import type { Because } from '../../core/values/because.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import type { ClaimedSend } from './claimed-send.ts';
import type { Sending } from './send-ports.ts';

/**
 * The record first, by its version: a try that is made in this moment is not called left out. A repeat after a death writes
 * down what the record says.
 */
export async function leaveOut(
  sending: Sending,
  loaded: Customer,
  { scenario, customer, send, around }: ClaimedSend,
  because: Because,
): Promise<undefined | 'conflict'> {
  const { world } = sending;
  if (send.state !== 'skipped') {
    const left = { ...send, state: 'skipped', because } as const;
    const sends = customer.sends.map((other) => (other === send ? left : other));
    const saved = await saveCustomer(world, loaded, { ...customer, sends }, around);
    if (saved === 'conflict') return saved;
    await performAfterSave(sending, saved.customer, saved.alarms);
    world.metrics.count('Skipped', 1, send.scenario);
  }
  await world.touchpoints.settle(touchpointOf({ scenario, customer }, send, { state: 'skipped', because }));
  return undefined;
}
