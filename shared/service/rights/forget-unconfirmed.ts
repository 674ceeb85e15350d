/**
 * Forgets whoever never confirmed a sign-up: record, proof, timers and all beside, and no stone in its place, since a
 * stranger may have typed the address. The record goes last: after a crash it is found again.
 */
import { forgottenFrom, isLead } from '../../core/record/sweep-moment.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import { addressHash } from '../saving/address-hash.ts';
import type { Engine } from '../saving/engine.ts';
import { disarm } from './erase-customer.ts';

export type ForgetPorts = 'clock' | 'customers' | 'beside' | 'addresses' | 'timers' | 'keys';

/** True where nothing is left of them. False where there is something to keep, or it changed in this moment. */
export async function forgetUnconfirmed(engine: Engine<ForgetPorts>, id: string): Promise<boolean> {
  if (!isLead(id)) return false;
  const { world } = engine;
  const record = await world.customers.load(id);
  const from = record && forgottenFrom(record);
  if (!record || !from || isBefore(world.clock.now(), from)) return false;
  await disarm(engine, record);
  const things = await world.beside.list(id);
  await world.beside.remove(
    id,
    things.map(({ key }) => key),
  );
  const { email } = record.profile;
  if (email !== undefined) await world.addresses.leave(addressHash(await world.keys(), email), id);
  return (await world.customers.remove(id, record.version)) === 'removed';
}
