/**
 * What an order is, told from what the storefront said of it and from nothing that the engine made of that. All facts are kept and
 * asked anew, so that the order in which they came cannot matter. The rules are those of the table in docs/events.md.
 */
import { arrivalOf_ms } from './order-arrival-model.ts';
import { FactsOfOrder, type Line, type OrderFact, type Shop } from './order-facts-told.ts';
import { isTurnedAway, piecesIn } from './order-parcels-model.ts';
import { day_ms } from './storefront-moments.ts';

/** A payment is waited for so long where no deadline is told, and its word so long after that. */
const waited_days = { usually: 7, grace: 3 };

export class OrderModel {
  readonly #facts: FactsOfOrder;

  /** @param facts each once by its identity */
  constructor(facts: readonly OrderFact[], shop: Shop) {
    this.#facts = new FactsOfOrder(facts, shop);
  }

  get placedAt_ms(): number | undefined {
    return this.#facts.placing?.occurredAt_ms;
  }

  get lines(): readonly Line[] {
    return this.#facts.placing?.detail.order?.items ?? [];
  }

  /** Nothing of it is hers to use up. */
  get isForOther(): boolean {
    return this.#facts.isForOther;
  }

  /** A delivery of a subscription, which is not thanked for. */
  get isRenewal(): boolean {
    return this.#facts.placing?.detail.order?.origin === 'renewal';
  }

  get currency(): string {
    return this.#facts.placing?.detail.order?.currency ?? this.#facts.shop.currency;
  }

  /** Cancelled, all of it refused at the door unpaid, paid back whole, or returned whole and not exchanged. */
  get isUndone(): boolean {
    const facts = this.#facts;
    if (facts.has('OrderCancelled') || this.#isPaidBack) return true;
    if (isTurnedAway(facts)) return true;
    return this.#isReturned && !facts.has('OrderExchanged');
  }

  get #isReturned(): boolean {
    const returns = this.#facts
      .of('OrderReturned')
      .map(({ detail: { refund, order } }) => refund?.items ?? order?.items ?? []);
    return returns.some((lines) => lines.length === 0) || this.#isAll(returns.flat());
  }

  get #isPaidBack(): boolean {
    const refunds = this.#facts.of('OrderRefunded').map(({ detail: { refund, order } }) => {
      const lines = refund?.items ?? (refund?.amount === undefined ? (order?.items ?? []) : []);
      return { lines, isOfAll: refund?.amount === undefined && lines.length === 0 };
    });
    const total = this.#facts.placing?.detail.order?.total ?? 0;
    const isWhole = refunds.some(({ isOfAll }) => isOfAll) || (total > 0 && this.#paidBack >= total);
    return isWhole || this.#isAll(refunds.flatMap(({ lines }) => lines));
  }

  #isAll(lines: readonly Line[]): boolean {
    return this.#facts.has('OrderPlaced') && lines.length > 0 && piecesIn(lines) >= piecesIn(this.lines);
  }

  /** In the order's own currency; of an order that names none, in the store's. */
  get #paidBack(): number {
    const own = this.currency;
    return this.#facts
      .of('OrderRefunded')
      .filter(({ detail: { refund } }) => refund?.currency === undefined || refund.currency === own)
      .reduce((sum, { detail: { refund } }) => sum + (refund?.amount ?? 0), 0);
  }

  /** Some of its goods or of its money. */
  get cameBackInPart(): boolean {
    return this.#facts.has('OrderReturned', 'OrderRefunded');
  }

  /** When a payment that never came is waited for no longer. */
  get lapsesAt_ms(): number | undefined {
    const facts = this.#facts;
    const placed_ms = this.placedAt_ms;
    if (placed_ms === undefined || !facts.owesPayment) return undefined;
    const { deadline } = facts.placing?.detail.payment ?? {};
    const until_ms =
      deadline === undefined ? placed_ms + waited_days.usually * day_ms : facts.hourOf_ms(deadline, 24);
    return until_ms + waited_days.grace * day_ms;
  }

  /** Undone, or never paid. */
  isOff(at_ms: number): boolean {
    return this.isUndone || at_ms >= (this.lapsesAt_ms ?? Number.POSITIVE_INFINITY);
  }

  /** By its facts alone, whatever becomes of a payment. */
  get isBought(): boolean {
    const { placing } = this.#facts;
    return placing !== undefined && placing.detail.order?.origin !== 'exchange' && !this.isUndone;
  }

  isPurchase(at_ms: number): boolean {
    return this.isBought && !this.isOff(at_ms);
  }

  /** What was spent on it within the year before a moment, in minor units of its currency. */
  spentInYear(at_ms: number): number {
    const isOfYear = at_ms < (this.placedAt_ms ?? 0) + 365 * day_ms;
    if (!isOfYear || !this.isPurchase(at_ms) || this.#facts.owesPayment) return 0;
    return Math.max(0, (this.#facts.placing?.detail.order?.total ?? 0) - this.#paidBack);
  }

  /** The earliest moment at which anything may suppose that it is in the customer's hands; none while nobody can tell. */
  get arrivesAt_ms(): number | undefined {
    return arrivalOf_ms(this.#facts);
  }
}
