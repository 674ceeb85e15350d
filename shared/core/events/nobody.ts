/** Whom an event or a command names, where that is nobody. */
import { standsForNobody } from '../values/nobody.ts';
import type { ReadDetail } from './event.ts';
import type { EventName } from './event-catalogue.ts';
import { anonymousPrefix } from './event-demands.ts';

/** The field that names nobody, and what to do about it; its value is never told. Undefined where all name somebody. */
export function nobodyIn(fields: Readonly<Record<string, string | undefined>>): string | undefined {
  const found = Object.entries(fields).find(([, id]) => id !== undefined && isNobody(id));
  return (
    found &&
    `${found[0]} stands for nobody, as "guest", "0" and "null" do: give an id that is one person's alone, and for a guest no id but customer.email alone`
  );
}

/** Also after the prefix of a browser's. */
const isNobody = (id: string): boolean =>
  standsForNobody(id.startsWith(anonymousPrefix) ? id.slice(anonymousPrefix.length) : id);

/** The ids that the event is about. */
export function idsOfPeople(
  name: EventName,
  { customer, merge, referral }: ReadDetail,
): Readonly<Record<string, string | undefined>> {
  return {
    'customer.id': customer?.id,
    ...(name === 'CustomerMerged' && { 'merge.from': merge?.from, 'merge.to': merge?.to }),
    ...(name === 'ReferralMade' && { 'referral.friendId': referral?.friendId }),
  };
}
