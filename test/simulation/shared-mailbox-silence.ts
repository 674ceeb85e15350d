/** Judges of silence: where somebody granted it and nothing forbids, a mailbox gets what is for newcomers. */
import { fallsIn, type HolderActs, latest_ms, type MailboxModel } from './shared-mailbox-model.ts';
import type { PlayedAct, PlayedMail } from './shared-mailbox-play.ts';
import { day_ms, hour_ms } from './storefront-moments.ts';

/** A quarter of an hour, a night, and what dies on the way. */
const hello_ms = 30 * hour_ms;
const leaving = ['withdraw', 'move', 'erase'];

interface Newcomer {
  readonly model: MailboxModel;
  readonly home: string;
  readonly id: string;
  readonly own: HolderActs;
  /** By which she granted. */
  readonly first: PlayedAct;
  readonly address: string;
}

/** `asked`: how many letters had to come, by whose. */
export function silenceFaults(model: MailboxModel, mails: readonly PlayedMail[]) {
  const faults: string[] = [];
  const asked = { mailbox: 0, hello: 0, promise: 0 };
  for (const newcomer of newcomersOf(model)) {
    const { id, address, first } = newcomer;
    const gets = (template: string, by_ms: number, only?: string) =>
      mails.some(
        (mail) =>
          mail.template === template &&
          mail.to === address &&
          mail.at_ms <= by_ms &&
          (only === undefined || mail.customer === only),
      );
    const demand = (what: keyof typeof asked, isOwed: boolean, came: () => boolean) => {
      if (isOwed) asked[what] += 1;
      if (isOwed && !came())
        faults.push(`${what} at ${address}: ${id}, ${new Date(first.known_ms).toISOString()}`);
    };
    const night_ms = first.known_ms + hello_ms;
    const second_ms = secondLetterOf(first) + 2 * hour_ms;
    demand('mailbox', isOwedHello(newcomer, night_ms), () => gets('welcome__hello', night_ms));
    const isAlone = readsAlone(newcomer, first.known_ms, night_ms);
    demand('hello', isAlone, () => gets('welcome__hello', night_ms, id));
    // Whoever read before has handed over by then.
    const isLeft = readsAlone(newcomer, second_ms - latest_ms, second_ms);
    demand('promise', isLeft, () => gets('welcome__promise', second_ms, id));
  }
  return { faults, asked };
}

function newcomersOf(model: MailboxModel): Newcomer[] {
  return model.homes.flatMap((home) =>
    [...model.holders(home)].flatMap(([id, own]) => {
      const byTime = own.toSorted((a, b) => a.known_ms - b.known_ms);
      const first = byTime.find(({ known_ms }) => model.holderAt(own, known_ms).grant !== 'no');
      const address = first && model.holderAt(own, first.known_ms).address;
      return !first || id === undefined || address === undefined
        ? []
        : [{ model, home, id, own, first, address }];
    }),
  );
}

/** On the second day after, at ten in Tokyo; a hello that the night kept until the next day takes its story along. */
function secondLetterOf({ known_ms }: PlayedAct): number {
  const midnight_ms = Math.floor((known_ms + 9 * hour_ms) / day_ms) * day_ms - 9 * hour_ms;
  const isOfTheNight = known_ms >= midnight_ms + 21 * hour_ms;
  return midnight_ms + (isOfTheNight ? 3 : 2) * day_ms + 10 * hour_ms;
}

/** Nobody of the home leaves meanwhile, so that whoever reads gets it. */
function isOwedHello(newcomer: Newcomer, until_ms: number): boolean {
  const { model, home, first } = newcomer;
  const isLeaving = model
    .ofHome(home)
    .some((act) => leaving.includes(act.deed) && fallsIn(act, first.at_ms - latest_ms, until_ms));
  return !isLeaving && staysNew(newcomer, until_ms);
}

/** From then until then no other there has granted anything, and none comes or goes. */
function readsAlone(newcomer: Newcomer, from_ms: number, until_ms: number): boolean {
  const { model, home, id, address } = newcomer;
  if (!staysNew(newcomer, until_ms)) return false;
  return [...model.holders(home)].every(([other, acts]) => {
    if (other === id) return true;
    const isMoving = acts.some((act) => fallsIn(act, from_ms - latest_ms, until_ms));
    const then = model.holderAt(acts, from_ms);
    return !isMoving && (then.address !== address || then.grant === 'no');
  });
}

/** Nobody of the home has bought; the grant stands at its address, and is newer than what was erased there or refused by the guest. */
function staysNew({ model, home, own, first, address }: Newcomer, until_ms: number): boolean {
  const isAgainst = ({ id, deed, at_ms, known_ms }: PlayedAct) =>
    (deed === 'order' && at_ms <= until_ms) ||
    // Another's erasure there is nothing to whoever had come before it.
    (deed === 'erase' && at_ms >= first.at_ms && at_ms <= first.known_ms && known_ms <= until_ms) ||
    (deed === 'withdraw' && id === undefined && at_ms <= until_ms);
  const isLeaving = own.some((act) => leaving.includes(act.deed) && fallsIn(act, first.at_ms, until_ms));
  const then = model.holderAt(own, until_ms);
  if (isLeaving || then.grant !== 'yes' || then.address !== address) return false;
  return !model.ofHome(home).some(isAgainst);
}
