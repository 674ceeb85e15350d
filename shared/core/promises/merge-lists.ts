/** How the lists and moments of two records are joined into those of one. Of two that tell of the same, the later counts. */
import { Temporal } from 'temporal-polyfill';
import { maxWaiting } from '../enrolments/wait-for-group.ts';
import { goodsAdded } from '../facts/orders/order-goods.ts';
import { goodsKey } from '../facts/product-sign-facts.ts';
import type { Customer } from '../record/customer.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { withoutParcelsDone } from '../record/orders/order-parcels.ts';
import { earliest, isBefore, latest } from '../values/civil-time.ts';
import { maxEntries } from './record-invariants.ts';

type Instant = Temporal.Instant;

/** One order that two records tell of: of what both know, what was told under one id is told of the other as well. */
export function oneOrder(a: LedgerOrder, b: LedgerOrder): LedgerOrder {
  const known = Object.fromEntries(Object.entries(b).filter(([, value]) => value !== undefined));
  return withoutParcelsDone({
    ...a,
    ...known,
    id: a.id,
    seen: [...new Set([...a.seen, ...b.seen])],
    at: latest(a.at, b.at),
    ...later(a, b, ['paidAt', 'shippedAt', 'deliveredAt', 'expectedAt', 'delayedAt', 'failedAt']),
    ...((a.toOther ?? b.toOther) !== undefined && { toOther: a.toOther === true || b.toOther === true }),
    ...whatCameBack(a, b),
    ...(a.inParcels && b.inParcels && { inParcels: { ...a.inParcels, ...b.inParcels } }),
  });
}

type Moment = 'paidAt' | 'shippedAt' | 'deliveredAt' | 'expectedAt' | 'delayedAt' | 'failedAt';

const later = (a: LedgerOrder, b: LedgerOrder, names: readonly Moment[]): Partial<LedgerOrder> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const moment = laterOf(a[name], b[name]);
      return moment ? [[name, moment]] : [];
    }),
  );

/** Of refunds and returns that only one of them has heard of, both count; of the same ones, those of one. */
function whatCameBack(a: LedgerOrder, b: LedgerOrder): Partial<LedgerOrder> {
  const isOfBack = (word: string) => /^Order(Refunded|Returned)/.test(word);
  const isShared = a.seen.some((word) => isOfBack(word) && b.seen.includes(word));
  const undone = a.undone === 'refunded' ? a.undone : (b.undone ?? a.undone);
  const ending: Partial<LedgerOrder> = undone ? { undone } : {};
  if (isShared) return ending;
  const paidBack = goodsAdded(a.paidBack, b.paidBack);
  const back = goodsAdded(a.back, b.back);
  const refunded = { ...a.refunded };
  for (const [currency, amount] of Object.entries(b.refunded ?? {}))
    refunded[currency] = (refunded[currency] ?? 0) + amount;
  return {
    ...ending,
    ...(paidBack.length > 0 && { paidBack }),
    ...(back.length > 0 && { back }),
    ...(Object.keys(refunded).length > 0 && { refunded }),
  };
}

export function newer<Entry extends { readonly at: Instant }>(a: Entry, b: Entry): Entry {
  return isBefore(a.at, b.at) ? b : a;
}

export const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[], join: Join<Entry>) =>
  joinedBy(entries, ({ id }) => id, join);

export const byProduct = <Entry extends { readonly productId: string }>(
  entries: readonly Entry[],
  join: Join<Entry>,
) => joinedBy(entries, ({ productId }) => productId, join);

/** One entry for each product, and one beside it for what was bought of it for somebody else. */
export const goodsOf = (owned: Customer['owned']) =>
  joinedBy(owned, goodsKey, (a, b) => ({
    ...newer(a, b),
    firstAt: earliest([a.firstAt ?? a.at, b.firstAt ?? b.at]),
  }));

type Join<Entry> = (a: Entry, b: Entry) => Entry;

/** One entry for each key; those of the same are joined in their order. */
function joinedBy<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  join: Join<Entry>,
): Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const known = found.get(keyOf(entry));
    found.set(keyOf(entry), known === undefined ? entry : join(known, entry));
  }
  return [...found.values()];
}

/** The newest entries a list of the record holds. */
export function last<Entry extends { readonly at: Instant }>(
  list: keyof typeof maxEntries,
  entries: readonly Entry[],
): Entry[] {
  return entries.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).slice(-maxEntries[list]);
}

type Help = Customer['helps'][number];

/** A case that one of the records knows as solved since is open in neither. */
export function openOnes(open: readonly Help[], over: readonly Help[]): Help[] {
  return open.filter(({ id, at }) => !over.some((one) => one.id === id && !isBefore(one.at, at)));
}

/** The later of two scores; adding them would need the half-life, and both were hers. */
export function newerOf(a: Customer['score'], b: Customer['score']): Customer['score'] {
  return a && b ? newer(a, b) : (a ?? b);
}

export function laterOf(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a && b ? latest(a, b) : (a ?? b);
}

/** Of each scenario the newest entry that waits; of too many the oldest go on waiting. */
export function joinedWaiting(...lists: readonly Customer['waiting'][]): Customer['waiting'] {
  const all = lists.flatMap((list) => list ?? []);
  const joined = joinedBy(all, ({ scenario }) => scenario, newer);
  const byTime = joined.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  return byTime.length > 0 ? byTime.slice(0, maxWaiting) : undefined;
}
