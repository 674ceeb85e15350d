/** What is so of a shared mailbox by what people did alone: who named which address, and whose grant holds when. */
import type { PlayedAct } from './shared-mailbox-play.ts';
import { hour_ms } from './storefront-moments.ts';

/** The longest that an event comes late, with the tries of what died. */
export const latest_ms = 7 * hour_ms;

interface HolderThen {
  readonly address: string | undefined;
  readonly grant: 'yes' | 'no' | 'unsure';
}

/** All that was done under one name of the shop's: an account, or the guest of one home. */
export type HolderActs = readonly PlayedAct[];

export class MailboxModel {
  readonly acts: readonly PlayedAct[];
  readonly #named = new Map<string, Set<string>>();
  readonly #ofHome: ReadonlyMap<string, HolderActs>;

  constructor(acts: readonly PlayedAct[]) {
    this.acts = acts;
    this.#ofHome = Map.groupBy(acts, ({ home }) => home);
    for (const { person, names } of acts) {
      const named = this.#named.get(person) ?? new Set();
      if (names !== undefined) named.add(names);
      this.#named.set(person, named);
    }
  }

  get homes(): string[] {
    return [...this.#ofHome.keys()];
  }

  ofHome(home: string): HolderActs {
    return this.#ofHome.get(home) ?? [];
  }

  /** The home's accounts, each by its id, and its guest by none. */
  holders(home: string): ReadonlyMap<string | undefined, HolderActs> {
    return Map.groupBy(this.ofHome(home), ({ id }) => id);
  }

  /** Whether the person has ever told the shop this address. */
  hasNamed(person: string, address: string): boolean {
    return this.#named.get(person)?.has(address) === true;
  }

  /** What is known of one of them at the moment. */
  holderAt(own: HolderActs, at_ms: number): HolderThen {
    const known = own.filter(({ known_ms }) => known_ms <= at_ms);
    const erased = known.findLast(({ deed }) => deed === 'erase');
    const since = known.filter((act) => erased === undefined || act.at_ms > erased.at_ms);
    const isGone = erased !== undefined && erased.id !== undefined;
    const address = isGone ? undefined : since.findLast(({ names }) => names !== undefined)?.names;
    return { address, grant: grantOf(since) };
  }
}

/** A word outranks a box; boxes that say now this and now that are left aside. */
function grantOf(acts: HolderActs): HolderThen['grant'] {
  const said = acts.findLast(({ deed }) => deed === 'grant' || deed === 'withdraw');
  if (said) return said.deed === 'grant' ? 'yes' : 'no';
  const boxes = new Set(acts.flatMap(({ box }) => (box === undefined ? [] : [box])));
  if (boxes.size === 2) return 'unsure';
  return boxes.has(true) ? 'yes' : 'no';
}

/** Whether the act happened, or came to be known, from then until then. */
export const fallsIn = ({ at_ms, known_ms }: PlayedAct, from_ms: number, until_ms: number): boolean =>
  [at_ms, known_ms].some((moment) => moment >= from_ms && moment <= until_ms);
