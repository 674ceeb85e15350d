/** The fields of entries that wait and that the record has no room for: read before every decision that may let them in. */
import type { Customer } from '../../core/record/customer.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import { besideNameOf } from '../../core/record/waiting-state.ts';
import type { Engine } from './engine.ts';

/** Undefined, and nothing is read, where none lie beside the record. */
export async function waitingFields(
  { world }: Pick<Engine<'contexts'>, 'world'>,
  customer: Customer | undefined,
): Promise<Pick<Surroundings, 'waiting'>> {
  const beside = (customer?.waiting ?? []).filter((waiter) => waiter.beside);
  if (!customer || beside.length === 0) return {};
  const found = await Promise.all(
    beside.map(async (waiter) => {
      const name = besideNameOf(customer, waiter);
      return [name, (await world.contexts.load(customer.id, name)) ?? {}] as const;
    }),
  );
  return { waiting: new Map(found) };
}
