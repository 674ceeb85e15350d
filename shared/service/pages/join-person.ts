/** Who signed up, and what that changes: a person known by the address keeps her profile, a new one gets a record. */
import { consentFor, isSuppressed } from '../../core/facts/consent-question.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { AddressState, Holder } from '../../core/record/suppression.ts';
import { isSameAddress } from '../../core/values/address/address-key.ts';
import { defaultTopics, type Topic } from '../../core/values/topic.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import { addressHash } from '../saving/address-hash.ts';
import { isErased } from '../saving/customer-key.ts';
import { leadId } from '../saving/lead-id.ts';
import { joinWording } from './join-words.ts';
import { type OwnEvent, takeIn } from './own-events.ts';
import { personOf, type Visit } from './visit.ts';

const signUpSource = 'sign-up';

export interface SignUp {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** Where the form stood, in the store's own word; may be empty. */
  readonly source: string;
  /** Empty: all default topics. */
  readonly topics: readonly Topic[];
}

/**
 * Resolves once it is saved. Whoever types an address can ask for a grant, and nothing else: its reader is asked by
 * mail, whatever the setting, and no profile that is known changes.
 */
export async function signUp(visit: Visit, { email, name, locale, source, topics }: SignUp): Promise<void> {
  const { world } = visit.engine;
  const address = await world.addresses.load(addressHash(await world.keys(), email));
  const { id, known } = await whoHas(visit, email, address);
  const customerFields = { email, locale, source: source ? `${signUpSource}:${source}` : signUpSource };
  const profile: OwnEvent = {
    name: 'CustomerUpdated',
    about: 'profile',
    detail: { customer: { ...customerFields, ...(name ? { name } : {}) } },
  };
  const grants = grantsOf(address, known, topics);
  await takeIn(visit, id, [...(known ? [] : [profile]), ...grants]);
}

/** What her address has refused since she granted it must be confirmed anew; a grant that stands is only repeated. */
function grantsOf(
  address: AddressState | undefined,
  known: Customer | undefined,
  topics: readonly Topic[],
): OwnEvent[] {
  const marketing = address && { ...address, all: undefined };
  const asked = topics.length > 0 ? topics : defaultTopics;
  const refused = asked.filter((topic) =>
    isSuppressed(marketing, 'marketing', consentFor(known?.consent ?? {}, topic), known?.id),
  );
  const others = asked.filter((topic) => !refused.includes(topic));
  if (refused.length === 0) return [grant('granted', topics, false)];
  if (others.length === 0) return [grant('anew', topics, true)];
  return [grant('granted', others, false), grant('anew', refused, true)];
}

function grant(about: string, topics: readonly Topic[], confirmAnew: boolean): OwnEvent {
  const consent = {
    channel: 'email',
    ...(topics.length > 0 ? { topics } : {}),
    granted: true,
    source: signUpSource,
    wording: joinWording,
    mustConfirm: true,
    ...(confirmAnew ? { confirmAnew } : {}),
  };
  return { name: 'ConsentChanged', about, detail: { consent } };
}

interface Person {
  readonly id: string;
  readonly known?: Customer | undefined;
}

/** The customer whose address it is now, of several who had it first; else an id that nobody has or had. */
async function whoHas(visit: Visit, email: string, address: AddressState | undefined): Promise<Person> {
  const { world, settings } = visit.engine;
  const isHers = ({ profile }: Customer) => !!profile.email && isSameAddress(profile.email, email);
  for (const id of longestFirst(address).slice(0, mostAsked)) {
    const person = await personOf(visit, id);
    if (person && isHers(person)) return { id: person.id, known: person };
  }
  const of = { keys: await world.keys(), store: settings.store };
  for (let round = 0; ; round += 1) {
    const id = leadId(of, email, round);
    const person = await personOf(visit, id);
    if (person && isHers(person)) return { id: person.id, known: person };
    // A record that has moved on to another address is not hers to write in, and an erased id stays erased.
    if (!person && !(await isErased(world, id))) return { id };
  }
}

/** An address that more people share than this belongs to nobody in particular. */
const mostAsked = 5;

/** Whoever came before such moments were kept had it before the rest: nobody comes first by the id of an account opened since. */
function longestFirst(address: AddressState | undefined): string[] {
  const since_ms = ({ since }: Holder) => since?.epochMilliseconds ?? 0;
  const holders = Object.entries(address?.holders ?? {});
  return holders.toSorted(([, a], [, b]) => since_ms(a) - since_ms(b)).map(([id]) => id);
}
