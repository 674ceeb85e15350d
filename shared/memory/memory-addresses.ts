import {
  type AddressState,
  type Holder,
  keptStrikes,
  lastingSuppression,
} from '../core/record/suppression.ts';
import type { Addresses, HolderWord } from '../ports/addresses.ts';

type Known = Holder & { readonly version?: number };

const usersAtMost = 50;

/** `addresses` in memory. */
export function memoryAddresses(): Addresses {
  const states = new Map<string, AddressState>();
  const users = new Map<string, Map<string, Known | undefined>>();
  const idsOf = (key: string) => [...(users.get(key)?.keys() ?? [])];
  const holdersOf = (key: string) =>
    Object.fromEntries(
      idsOf(key)
        .sort()
        .map((id) => [id, withoutVersion(users.get(key)?.get(id))]),
    );
  const load = async (key: string) => {
    const state = states.get(key) ?? (users.has(key) ? { key } : undefined);
    return state && idsOf(key).length > 0 ? { ...state, holders: holdersOf(key) } : state;
  };
  return {
    load,
    async use(key, customer, word) {
      const known = users.get(key) ?? new Map<string, Known | undefined>();
      const own = known.get(customer);
      const isOfRecord = word !== undefined && 'version' in word;
      const isNews = isOfRecord ? (own?.version ?? 0) <= word.version : !known.has(customer);
      if (!isNews || (!known.has(customer) && known.size >= usersAtMost)) return undefined;
      known.set(customer, knownNow(own, word));
      users.set(key, known);
      return load(key);
    },
    async leave(key, customer) {
      users.get(key)?.delete(customer);
    },
    async suppress(key, scope, suppression) {
      const state = states.get(key) ?? { key };
      const known = state[scope];
      states.set(key, { ...state, [scope]: known ? lastingSuppression(known, suppression) : suppression });
    },
    async strike(key, at) {
      const state = states.get(key) ?? { key };
      states.set(key, { ...state, strikes: keptStrikes([...(state.strikes ?? []), at]) });
    },
  };
}

function knownNow(known: Known | undefined, word: HolderWord | undefined): Known | undefined {
  if (!word) return known;
  const { at, ...facts } = word;
  return { ...facts, since: known?.since ?? at };
}

function withoutVersion(known: Known | undefined): Holder {
  const { version: _, ...holder } = known ?? {};
  return Object.fromEntries(Object.entries(holder).filter(([, value]) => value !== undefined));
}
