/** Whose an address is: a guest has no id that the store knows, and asks by the address. */
import { readerOf } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import { mailedAs } from '../../../shared/core/values/address/mail-address.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import { isLeadId } from '../../../shared/service/saving/lead-id.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { Target } from '../target/target.ts';

/** @throws `OperatorRefusal` where it is nobody's */
export async function whose(
  target: Pick<Target, 'called'>,
  { world }: Pick<Engine<'addresses' | 'keys'>, 'world'>,
  address: string,
): Promise<Report> {
  const state = await world.addresses.load(addressHash(await world.keys(), mailedAs(address)));
  const customers = Object.keys(state?.holders ?? {}).map((id) => ({
    id,
    is: isLeadId(id) ? 'guest' : 'account',
    reads: topics.filter((topic) => readerOf(state, topic) === id),
  }));
  if (customers.length === 0) {
    throw new OperatorRefusal(`${target.called} knows nobody with this address.`);
  }
  const told = customers.map(
    ({ id, is, reads }) => `${id}  ${is}${reads.length > 0 ? `, reads ${reads.join(', ')}` : ''}`,
  );
  return { lines: [target.called, ...told], data: { customers } };
}
