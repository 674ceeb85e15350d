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
  const users = new Map<string, Map<string, Known>>();
  const load = async (key: string) => {
    const known = users.get(key);
    const state = states.get(key) ?? (known && { key });
    return state && known && known.size > 0 ? { ...state, holders: holdersIn(known) } : state;
  };
  return {
    load,
    async use(key, customer, word) {
      const known = users.get(key) ?? new Map<string, Known>();
      const own = known.get(customer);
      const isComing = !(word && 'version' in word) && known.size < usersAtMost;
      if (own ? !isNews(own, word) : !isComing) return undefined;
      known.set(customer, knownNow(own, word));
      users.set(key, known);
      return load(key);
    },
    async leave(key, customer) {
      const known = users.get(key);
      known?.delete(customer);
      if (known?.size === 0) users.delete(key);
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

function isNews({ version = 0 }: Known, word: HolderWord | undefined): boolean {
  return word !== undefined && 'version' in word && version <= word.version;
}

function knownNow(known: Known | undefined, word: HolderWord | undefined): Known {
  if (!word) return known ?? {};
  const { at, ...facts } = word;
  return { ...facts, since: known?.since ?? at };
}

/** By id, sorted. */
function holdersIn(known: ReadonlyMap<string, Known>): Readonly<Record<string, Holder>> {
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([id, one]) => [id, withoutVersion(one)]));
}

function withoutVersion({ version: _, ...holder }: Known): Holder {
  return Object.fromEntries(Object.entries(holder).filter(([, value]) => value !== undefined));
}
