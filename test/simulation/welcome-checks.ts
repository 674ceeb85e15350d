/** Who orders as a newcomer is thanked for it, and not welcomed as one who has not. */
import type { Claim, ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { minute_ms } from './storefront-moments.ts';

/** A quarter of an hour, but for timers that come early and clocks that are wrong. */
const waits_ms = 13 * minute_ms;
const isWelcome = (scenario: string) => scenario === 'welcome';

export function welcomeFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { send, after, at } = moment;
  if (!isWelcome(send.scenario)) return;
  const orders = [...parts.truth.storefront.orders(after.id)];
  const bought = orders.find(([, order]) => order.isPurchase(at.epochMilliseconds));
  oracle.check('who has bought is not welcomed as new', bought && `${who}: ${bought[0]}`);
}

/** At the end it is known what came in the quarter of an hour that a welcome waits. */
export function checkWelcomes(oracle: Oracle): void {
  const { storefront } = oracle.truth;
  for (const claim of oracle.claims.values()) {
    if (!isWelcome(claim.scenario.id) || claim.isReleased || claim.enteredAt_ms === undefined) continue;
    // Whose order it was is known with the join alone.
    if (storefront.isJoined(claim.customer)) continue;
    const { customer, enteredAt_ms } = claim;
    const soon = storefront.ordersHeardOf(customer).find((order) => {
      const placed = storefront.overSince(customer, order, ['OrderPlaced']);
      if (!placed || placed.knownAt_ms < enteredAt_ms) return false;
      const isSoon = placed.knownAt_ms < enteredAt_ms + waits_ms;
      return isSoon && storefront.order(customer, order, placed.knownAt_ms)?.isBought;
    });
    oracle.check('a welcome waits for the first order', soon && told(claim, soon));
  }
}

const told = ({ customer, touchpoint }: Claim, order: string) =>
  `${touchpoint} of ${customer}: ${order} came within minutes`;
