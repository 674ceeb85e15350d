/** Who signed up, and what that changes: a person known by the address keeps her profile, a new one gets a record. */
import { createHmac } from 'node:crypto';
import type { Customer } from '../../core/customer.ts';
import { addressKey } from '../address-key.ts';
import type { Locale } from '../choose-locale.ts';
import { wording } from './join-words.ts';
import { type OwnEvent, takeIn } from './own-events.ts';
import { personOf, type Visit } from './visit.ts';

export const signUpSource = 'sign-up';

export interface SignUp {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** Where the form stood, in the store's own word; may be empty. */
  readonly source: string;
  /** Empty: all default topics. */
  readonly topics: readonly string[];
}

/** Resolves once it is saved. Whoever types an address can grant, and nothing else: no profile that is known changes. */
export async function signUp(visit: Visit, { email, name, locale, source, topics }: SignUp): Promise<void> {
  const known = await knownBy(visit, email);
  const told = { email, locale, source: source ? `${signUpSource}:${source}` : signUpSource };
  const profile: OwnEvent = {
    name: 'CustomerUpdated',
    about: 'profile',
    detail: { customer: { ...told, ...(name ? { name } : {}) } },
  };
  const grant = {
    channel: 'email',
    ...(topics.length > 0 ? { topics } : {}),
    granted: true,
    source: signUpSource,
    wording,
    ...((await hasSaidNo(visit, email, known)) ? { mustConfirm: true } : {}),
  };
  const consent: OwnEvent = { name: 'ConsentChanged', about: 'granted', detail: { consent: grant } };
  if (known) await takeIn(visit, known.id, [consent]);
  else await takeIn(visit, await newIdOf(visit, email), [profile, consent]);
}

/** The customer whose address it is now; the first by id where several share it. */
async function knownBy(visit: Visit, email: string): Promise<Customer | undefined> {
  const { world } = visit.engine;
  const keys = await world.keys();
  const key = addressKey(keys, email);
  for (const id of (await world.addresses.holders(key)).slice(0, mostAsked)) {
    const person = await personOf(visit, id);
    if (person?.profile.email && addressKey(keys, person.profile.email) === key) return person;
  }
  return undefined;
}

/** An address that more people share than this belongs to nobody in particular. */
const mostAsked = 5;

/** Whoever once said no is asked by mail before a form can undo it: anybody may have typed her address. */
async function hasSaidNo(visit: Visit, email: string, known: Customer | undefined): Promise<boolean> {
  const { world } = visit.engine;
  const address = await world.addresses.load(addressKey(await world.keys(), email));
  return (
    address?.marketing !== undefined ||
    Object.values(known?.consent ?? {}).some((state) => state?.is === 'denied')
  );
}

/** The same for the same address, and nothing that leads back to it. */
async function newIdOf(visit: Visit, email: string): Promise<string> {
  const { address } = await visit.engine.world.keys();
  const name = JSON.stringify(['lead', visit.engine.settings.store, email.toLowerCase()]);
  return `lead-${createHmac('sha256', address).update(name).digest('base64url').slice(0, 32)}`;
}
