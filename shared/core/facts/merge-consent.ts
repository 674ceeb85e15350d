/** What two records of one person know of her consent, as one: in doubt the answer is that she refused. */
import type { Consent, ConsentKey, ConsentState, Customer } from '../record/customer.ts';
import { isSameAddress } from '../values/address/address-key.ts';
import { isBefore, latest } from '../values/civil-time.ts';
import { emptyBoxSource, impliedSource, isOwnStatement } from '../values/consent-source.ts';

type Person = Pick<Customer, 'profile' | 'consent'>;

/**
 * The later word of the two on each topic, and of equal moments the denial. A tick box or an import never beats a
 * denial in words; a denial of everything ends what was granted before it on any topic of either record; and what was
 * granted for another address than the one that stays covers no mail.
 */
export function mergedConsent(to: Person, from: Person): Consent {
  const other = isOtherAddress(to, from) ? withoutMailGrants(from.consent) : from.consent;
  const merged: Partial<Record<ConsentKey, ConsentState>> = { ...to.consent };
  for (const [key, state] of entriesOf(other)) {
    const known = merged[key];
    merged[key] = known ? strongerOf(known, state) : state;
  }
  for (const [key, state] of entriesOf(merged)) {
    const all = allOf(key);
    const ends = [to.consent[all], other[all]].filter((word) => word?.is === 'denied');
    merged[key] = ends.reduce<ConsentState>((kept, end) => (end ? ended(kept, end) : kept), state);
  }
  return merged;
}

const entriesOf = (consent: Consent) => Object.entries(consent) as [ConsentKey, ConsentState][];

/** The word on everything that covers this key, of the same channel. */
function allOf(key: ConsentKey): ConsentKey {
  const [channel, about] = key.split(':');
  return about === undefined ? 'all' : (`${channel}:all` as ConsentKey);
}

function isOtherAddress({ profile: own }: Person, { profile: other }: Person): boolean {
  if (own.email === undefined || other.email === undefined) return false;
  return !isSameAddress(own.email, other.email);
}

function withoutMailGrants(consent: Consent): Consent {
  return Object.fromEntries(
    entriesOf(consent).filter(([key, { is }]) => key.includes(':') || is === 'denied'),
  );
}

function strongerOf(a: ConsentState, b: ConsentState): ConsentState {
  if (a.is === 'denied' && b.is === 'denied') return bothDenied(a, b);
  if (a.is === 'denied') return beats(a, b) ? a : b;
  if (b.is === 'denied') return beats(b, a) ? b : a;
  return isBefore(a.at, b.at) || (a.at.equals(b.at) && b.is === 'pending') ? b : a;
}

/** The denial in words, and as of the later of the two moments: an empty box after it leaves it standing. */
function bothDenied(a: ConsentState, b: ConsentState): ConsentState {
  const [older, newer] = isBefore(b.at, a.at) ? [b, a] : [a, b];
  const isBox = newer.source === emptyBoxSource && older.source !== emptyBoxSource;
  return isBox ? { ...older, at: latest(older.at, newer.at) } : newer;
}

/** Whether a denial stands against a grant, confirmed or not. */
function beats(denial: ConsentState, grant: ConsentState): boolean {
  const isStatement = denial.source !== emptyBoxSource;
  return (isStatement && !isOwnStatement(grant.source)) || !isBefore(denial.at, grant.at);
}

/** What stays of a state after a denial of everything. Only a box for everything is ever left empty. */
function ended(state: ConsentState, denial: ConsentState): ConsentState {
  if (state.is === 'denied' || !beats(denial, state)) return state;
  return denial.source === emptyBoxSource ? { ...denial, source: impliedSource } : denial;
}
