/** Reads what others with the same address have had, only where several have it and a letter for all of them may be due. */
import { isForReader, othersInTurn } from '../../core/contact-policy/mailbox-reader.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Situation } from '../../core/record/situation.ts';
import type { AddressState } from '../../core/record/suppression.ts';
import type { Engine } from '../saving/engine.ts';

export async function othersOfMailbox(
  { world, decisions }: Engine<'customers'>,
  { scenario, customer, enrolment }: Pick<Situation, 'scenario' | 'customer' | 'enrolment'>,
  address: AddressState | undefined,
): Promise<readonly Customer[]> {
  if (!isForReader(scenario, enrolment, decisions)) return [];
  if (address?.holders?.[customer.id]?.granted === undefined) return [];
  // Asked for in the same moment, they are one request with each other.
  const read = await Promise.all(
    othersInTurn(address, customer.id).map((id) => world.customers.loadWithAddress(id, undefined)),
  );
  return read.flatMap((one) => one.customer ?? []);
}
