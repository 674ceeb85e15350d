/**
 * Forgets whoever never confirmed a sign-up: record, proof, timers and all beside, and no stone in its place, since a
 * stranger may have typed the address. The record goes first, by a condition: who confirms in that moment loses nothing. The
 * message that asks for it comes again after a crash, and takes away what is left.
 */
import type { ForgetMessage } from '../../core/events/intake-message.ts';
import type { Customer } from '../../core/record/customer.ts';
import { forgottenFrom, isLead } from '../../core/record/sweep-moment.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import { addressHash } from '../saving/address-hash.ts';
import type { Engine } from '../saving/engine.ts';
import { disarm } from './erase-customer.ts';

export type AskToForgetPorts = 'clock' | 'customers' | 'keys' | 'intake';
export type ForgetPorts = 'clock' | 'customers' | 'beside' | 'askers' | 'addresses' | 'timers';

/** True where it was asked to forget them. */
export async function askToForget(engine: Engine<AskToForgetPorts>, id: string): Promise<boolean> {
  if (!isLead(id)) return false;
  const { world } = engine;
  const record = await world.customers.load(id);
  if (!record || !isOver(engine, record)) return false;
  const { email } = record.profile;
  const address = email === undefined ? undefined : addressHash(await world.keys(), email);
  await world.intake.put([{ kind: 'forget', customer: id, ...(address !== undefined && { address }) }]);
  return true;
}

/** Safe to repeat. False where there is something to keep, or it changed in this moment: a round finds it again. */
export async function forgetUnconfirmed(
  engine: Engine<ForgetPorts>,
  { customer: id, address }: ForgetMessage,
): Promise<boolean> {
  if (!isLead(id)) return false;
  const { world } = engine;
  const record = await world.customers.load(id);
  if (record && !isOver(engine, record)) return false;
  // Listed first: what a new sign-up puts there is not of this one.
  const things = await world.beside.list(id);
  const askings = await world.askers.of(id);
  if (record && (await world.customers.remove(id, record.version)) !== 'removed') return false;
  if (record) await disarm(engine, record);
  await world.askers.forget(askings);
  await world.beside.remove(
    id,
    things.map(({ key }) => key),
  );
  if (address !== undefined) await leave(engine, id, address);
  return true;
}

function isOver({ world }: Engine<'clock'>, record: Customer): boolean {
  const from = forgottenFrom(record);
  return from !== undefined && !isBefore(world.clock.now(), from);
}

/** Whoever has signed up again meanwhile stays at the address. */
async function leave({ world }: Engine<ForgetPorts>, id: string, address: string): Promise<void> {
  await world.addresses.leave(address, id);
  if (await world.customers.load(id)) await world.addresses.use(address, id);
}
