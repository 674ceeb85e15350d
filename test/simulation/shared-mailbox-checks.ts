/** Judges of what came into shared mailboxes: mail about orders, letters for nobody in particular, and nothing of whoever is erased. */
import { fallsIn, latest_ms, type MailboxModel } from './shared-mailbox-model.ts';
import type { PlayedAct, PlayedMail } from './shared-mailbox-play.ts';
import { day_ms, hour_ms } from './storefront-moments.ts';

type Mails = readonly PlayedMail[];

const isOrder = ({ deed }: PlayedAct) => deed === 'order';

/** Each order is thanked for once, where it said; what came after the erasure that followed it, never. Of a parcel is told once. */
export function orderFaults(model: MailboxModel, mails: Mails): string[] {
  const ofOrder = Map.groupBy(mails, ({ scenario, subject }) => `${scenario} ${subject}`);
  return model.acts.filter(isOrder).flatMap((order) => {
    const got = (ofOrder.get(`order-thanks ${order.order}`) ?? []).map(({ to }) => to);
    const parcels = ofOrder.get(`parcel-shipped ${order.order}`) ?? [];
    const strays = got.filter((to) => !isWhereItSaid(model, order, to));
    return [
      ...(isRightNumber(model, order, got.length) ? [] : [`${order.order} is thanked for at: ${got}`]),
      ...(parcels.length > 1 ? [`${order.order} is told of twice as sent`] : []),
      ...strays.map((to) => `${order.order} named ${order.names}, and is thanked for at ${to}`),
    ];
  });
}

/** A daily quota may refuse a mail twice. */
const tried_ms = 3 * hour_ms;

function isRightNumber(model: MailboxModel, order: PlayedAct, thanks: number): boolean {
  const all = model.ofHome(order.home).filter((act) => act.deed === 'erase' && isOfSomebody(model, act));
  const erasures = all.filter(({ at_ms }) => at_ms >= order.at_ms);
  const isErased = erasures.some(({ id, known_ms }) => id === order.id && known_ms < order.known_ms);
  if (isErased) return thanks === 0;
  // One of before that is told of late finds the order that was told first, while its thanks are still being tried.
  const isTaken = all.some(
    ({ id, known_ms }) =>
      id === order.id && known_ms >= order.known_ms && known_ms <= order.known_ms + tried_ms,
  );
  const mayBeErased = isTaken || erasures.some(({ known_ms }) => known_ms <= order.known_ms + tried_ms);
  return thanks === 1 || (mayBeErased && thanks === 0);
}

/** The guest's next round is nobody before the erasure of the one before was told. */
const isOfSomebody = (model: MailboxModel, { home, id, round = 0, known_ms }: PlayedAct): boolean =>
  model
    .ofHome(home)
    .filter((act) => act.deed === 'erase' && act.id === id && (act.round ?? 0) < round)
    .every((before) => before.known_ms <= known_ms);

function isWhereItSaid(model: MailboxModel, order: PlayedAct, to: string): boolean {
  if (to === order.names) return true;
  if (order.id === undefined) return false;
  const others = model
    .ofHome(order.home)
    .filter(({ id, names, order: of }) => id === order.id && names !== undefined && of !== order.order);
  // What overtakes an order, or is overtaken by it, may have the last word on its account.
  const isMoving = others.some((act) => fallsIn(act, order.at_ms - latest_ms, order.known_ms + tried_ms));
  if (isMoving) return model.hasNamed(order.person, to);
  return order.names === undefined && others.findLast(({ at_ms }) => at_ms < order.at_ms)?.names === to;
}

/** Mail about an order never goes where the one whose order it is has never said to be. */
export function strayFaults(model: MailboxModel, mails: Mails): string[] {
  const orders = new Map(model.acts.filter(isOrder).map((act) => [act.order, act]));
  return mails.flatMap(({ scenario, subject, to }) => {
    const order = orders.get(subject);
    return order && !model.hasNamed(order.person, to) ? [`${scenario} of ${subject} went to ${to}`] : [];
  });
}

const isOfNobody = ({ scenario }: PlayedMail) => ['welcome', 'win-back'].includes(scenario);
const dayIn = ({ at_ms }: PlayedMail) => Math.floor((at_ms + 9 * hour_ms) / day_ms);
const leavesIt = ['move', 'erase'];

/** One letter comes once a day into a mailbox, but where whoever got it has left it since: the next one does not know. */
export function twiceFaults(model: MailboxModel, mails: Mails): string[] {
  const letters = Map.groupBy(mails.filter(isOfNobody), (one) => `${one.to} ${one.template} ${dayIn(one)}`);
  return [...letters].flatMap(([key, same]) =>
    same.slice(1).flatMap((letter, nth) => {
      const before = same[nth] as PlayedMail;
      const acts = model.ofHome(/^h\d+/.exec(letter.to)?.[0] ?? '');
      const isGone = acts.some(
        (act) => leavesIt.includes(act.deed) && fallsIn(act, before.at_ms, letter.at_ms),
      );
      return isGone ? [] : [`${key}: for ${before.customer} and ${letter.customer}`];
    }),
  );
}

/** Of whoever is erased nothing goes any more. */
export function erasedFaults(model: MailboxModel, mails: Mails, idOf: (act: PlayedAct) => string): string[] {
  return model.acts
    .filter(({ deed }) => deed === 'erase')
    .flatMap((act) => {
      const id = idOf(act);
      const after = mails.filter(({ customer, at_ms }) => customer === id && at_ms > act.known_ms);
      return after.map(({ template }) => `${id} was erased, and got ${template}`);
    });
}
