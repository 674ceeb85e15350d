/** Records that end in the midst of orders: two turn out to be of one person, and some ask to be erased. */
import { Temporal } from 'temporal-polyfill';
import type { Random } from './random.ts';
import type { StorefrontAct } from './storefront-desk.ts';
import type { StoreAct } from './storefront-goods.ts';
import { day_ms } from './storefront-moments.ts';

const chances = { merged: 0.25, erased: 0.2 };

interface Season {
  readonly customers: number;
  readonly days: number;
  readonly startAt: Temporal.Instant;
}

const rfc = (at_ms: number) => Temporal.Instant.fromEpochMilliseconds(at_ms).toString();

/** Of each four the second may become part of the first, and the others be erased. Whoever comes back after that is told under another id. */
export function withEnds(
  random: Random,
  acts: readonly StorefrontAct[],
  { customers, days, startAt }: Season,
): { readonly acts: StorefrontAct[]; readonly erasures: StoreAct[] } {
  const merges: StorefrontAct[] = [];
  const erasures: StoreAct[] = [];
  const erasedAt_ms = new Map<string, number>();
  for (let nth = 1; nth < customers; nth += 1) {
    const own = random.fork(`end of ${nth}`);
    const [id, before] = [`c-${nth}`, `c-${nth - 1}`];
    const placed = acts.filter(({ customer, name }) => customer === id && name === 'OrderPlaced');
    // Most as the parcel of an order is on its way.
    const at_ms =
      placed.length > 0 && own.chance(0.8)
        ? own.pick(placed).at_ms + own.int(0, 3 * day_ms)
        : startAt.epochMilliseconds + Math.floor((0.3 + 0.6 * own.fraction()) * days * day_ms);
    if (nth % 4 === 1 && own.chance(chances.merged)) merges.push(mergeOf(id, before, at_ms));
    if (nth % 4 < 2 || !own.chance(chances.erased)) continue;
    erasedAt_ms.set(id, at_ms);
    erasures.push({
      at_ms,
      name: 'EraseCustomer',
      detail: { eventId: `${id}/erased`, occurredAt: rfc(at_ms), customer: { id } },
    });
  }
  const told = comeBack(acts, erasedAt_ms);
  return { acts: [...told, ...merges].sort((a, b) => a.at_ms - b.at_ms), erasures };
}

const mergeOf = (from: string, to: string, at_ms: number): StorefrontAct => ({
  at_ms,
  customer: to,
  name: 'CustomerMerged',
  detail: {
    eventId: `${from}/merged`,
    occurredAt: rfc(at_ms),
    customer: { id: to },
    merge: { from, to },
  },
});

/** What the shop tells of an order it tells under the id that placed it; all else under the new one, once she is erased. */
function comeBack(acts: readonly StorefrontAct[], erasedAt_ms: ReadonlyMap<string, number>): StorefrontAct[] {
  const placedAt_ms = new Map<string, number>();
  const orderOf = ({ detail }: StorefrontAct) => (detail.order as { id: string } | undefined)?.id;
  for (const act of acts) {
    const order = orderOf(act);
    if (order !== undefined && (act.name === 'OrderPlaced' || !placedAt_ms.has(order)))
      placedAt_ms.set(order, act.at_ms);
  }
  return acts.map((act) => {
    const erased_ms = erasedAt_ms.get(act.customer) ?? Number.POSITIVE_INFINITY;
    const since_ms = placedAt_ms.get(orderOf(act) ?? '') ?? act.at_ms;
    if (since_ms < erased_ms) return act;
    const id = `${act.customer}-again`;
    return { ...act, customer: id, detail: { ...act.detail, customer: { ...act.detail.customer, id } } };
  });
}
