/** Who shares a mailbox with whom, and what they do there: guests, accounts beside them, and one who types what is not hers. */
import type { Random } from './random.ts';
import { day_ms, hour_ms, minute_ms } from './storefront-moments.ts';

export type MailboxDeed = 'register' | 'order' | 'ship' | 'view' | 'grant' | 'withdraw' | 'move' | 'erase';

export interface MailboxAct {
  readonly home: string;
  /** Whose deed it is, whatever the shop calls her: one person may be a guest and have an account. */
  readonly person: string;
  /** None of a guest. */
  readonly id: string | undefined;
  readonly deed: MailboxDeed;
  readonly at_ms: number;
  /** The address that it names, plain, however it is written. */
  readonly names?: string | undefined;
  readonly order?: string;
  /** A box for mail, ticked or left empty. */
  readonly box?: boolean;
  /** How often the guest was erased before. */
  readonly round?: number;
}

interface Actor {
  readonly person: string;
  readonly account: string | undefined;
  readonly first: string;
  /** The address that she types though it is somebody else's. */
  readonly types?: string;
  readonly from_ms: number;
  id: string | undefined;
  address: string;
  isThere: boolean;
  round: number;
  moves: number;
}

const kinds = ['guest', 'pair', 'trio', 'grows', 'grows', 'typer', 'squatter'] as const;
const days = 35;

/** Everybody's acts in the order of their moments. */
export function planMailboxes(random: Random, start_ms: number, homes: number): MailboxAct[] {
  const acts = Array.from({ length: homes }, (_, nth) => {
    const home = `h${nth}`;
    return new Household(random.fork(home), home, actorsOf(kinds[nth % kinds.length], home), start_ms).live();
  });
  return acts.flat().sort((a, b) => a.at_ms - b.at_ms);
}

function actorsOf(kind: (typeof kinds)[number] | undefined, home: string): Actor[] {
  const shared = `${home}@example.com`;
  const guest = actorOf(`${home}-p`, undefined, shared, 0);
  const account = (who: string, from_days: number) =>
    actorOf(`${home}-${who}`, `c-${home}-${who}`, shared, from_days);
  switch (kind) {
    case 'guest':
      return [guest];
    case 'trio':
      return [guest, account('p', 4), account('q', 1)];
    case 'grows':
      return [guest, account('p', 6)];
    case 'typer':
      return [guest, { ...actorOf(`${home}-m`, `c-${home}-m`, `${home}.m@example.com`, 0), types: shared }];
    case 'squatter':
      return [guest, account('p', 0), account('m', 8)];
    default:
      return [account('p', 0), account('q', 1)];
  }
}

const actorOf = (person: string, account: string | undefined, first: string, from_days: number): Actor => ({
  person,
  account,
  first,
  from_ms: from_days * day_ms,
  id: account,
  address: first,
  isThere: account === undefined,
  round: 0,
  moves: 0,
});

class Household {
  readonly #random: Random;
  readonly #home: string;
  readonly #actors: readonly Actor[];
  readonly #start_ms: number;
  readonly #acts: MailboxAct[] = [];
  readonly #shops: boolean;
  #orders = 0;

  constructor(random: Random, home: string, actors: readonly Actor[], start_ms: number) {
    this.#random = random;
    this.#home = home;
    this.#actors = actors;
    this.#start_ms = start_ms;
    // Where somebody buys nobody is a newcomer any more.
    this.#shops = random.chance(0.6);
  }

  live(): readonly MailboxAct[] {
    const random = this.#random;
    let past_ms = random.int(0, day_ms);
    while (past_ms < days * day_ms) {
      const here = this.#actors.filter(({ from_ms }) => from_ms <= past_ms);
      this.#act(random.pick(here.length > 0 ? here : this.#actors), this.#start_ms + past_ms);
      past_ms += random.chance(0.25) ? random.int(31, 90) * minute_ms : random.int(4, 110) * hour_ms;
    }
    return this.#acts;
  }

  #note(actor: Actor, deed: MailboxDeed, at_ms: number, more: Partial<MailboxAct> = {}): void {
    this.#acts.push({ home: this.#home, person: actor.person, id: actor.id, deed, at_ms, ...more });
  }

  #act(actor: Actor, at_ms: number): void {
    if (!actor.isThere) {
      this.#register(actor, at_ms);
      return;
    }
    const deed = this.#random.pick(deedsOf(actor, this.#shops, this.#actors.length));
    switch (deed) {
      case 'order':
      case 'type':
        this.#order(actor, at_ms, deed === 'type');
        return;
      case 'move':
        actor.moves += 1;
        actor.address =
          actor.address === actor.first ? `${actor.person}.${actor.moves}@example.com` : actor.first;
        this.#note(actor, 'move', at_ms, { names: actor.address });
        return;
      case 'erase':
        this.#note(actor, 'erase', at_ms, { names: actor.address, round: actor.round });
        actor.round += 1;
        actor.isThere = actor.account === undefined;
        return;
      default:
        this.#note(actor, deed, at_ms, { names: actor.id ? undefined : actor.address });
    }
  }

  /** Whoever was erased comes under an id that is new. */
  #register(actor: Actor, at_ms: number): void {
    actor.isThere = true;
    actor.id = actor.round > 0 ? `${actor.account}-${actor.round}` : actor.account;
    actor.address = actor.first;
    this.#note(actor, 'register', at_ms, { names: actor.first, box: this.#random.chance(0.65) });
  }

  #order(actor: Actor, at_ms: number, isTyped: boolean): void {
    const random = this.#random;
    this.#orders += 1;
    const order = `${this.#home}-o${this.#orders}`;
    const names = isTyped ? actor.types : actor.id && random.chance(0.3) ? undefined : actor.address;
    const box = random.chance(0.3) ? { box: random.chance(0.7) } : {};
    this.#note(actor, 'order', at_ms, { order, names, ...box });
    const shipped_ms = at_ms + random.int(20, 100) * hour_ms;
    this.#note(actor, 'ship', shipped_ms, { order, names: actor.id ? undefined : names });
    // She puts her own in again.
    if (isTyped) this.#note(actor, 'move', at_ms + random.int(8, 60) * hour_ms, { names: actor.address });
  }
}

function deedsOf({ id, types }: Actor, shops: boolean, actors: number): readonly (MailboxDeed | 'type')[] {
  if (!id) return ['order', 'order', 'grant', 'withdraw', ...(actors === 1 ? (['erase'] as const) : [])];
  if (types !== undefined) return ['type', 'type', 'order', 'grant', 'view', 'withdraw'];
  const orders = shops ? (['order', 'order', 'order'] as const) : [];
  return [...orders, 'grant', 'grant', 'withdraw', 'move', 'view', 'erase'];
}
