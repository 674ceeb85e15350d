/** The storefront on the day of the sale, and ingest behind it: each order is taken in at its moment. */
import { placeOrder } from '../lane-workers/played-store.ts';
import { type SaleStore, startAt } from './sale-store.ts';

/** One of ten, of which order mail reminds. */
const paysLater = { payment: { deadline: '2026-12-04', method: 'convenience store' } };

export class Storefront {
  /** When each order so far was placed. */
  readonly ordered_ms: number[] = [];
  /** How long ingest waited for anything, by the clock. */
  waited_ms = 0;
  isClosed = false;

  /** @param arrivals_ms when each order comes, after the beginning. Never resolves; rejects when one cannot be taken in. */
  async open(store: SaleStore, arrivals_ms: readonly number[]): Promise<never> {
    const { clock } = store.world;
    const now_ms = () => clock.now().epochMilliseconds;
    for (const [nth, after_ms] of arrivals_ms.entries()) {
      await clock.sleep(startAt.epochMilliseconds + after_ms - now_ms());
      const at_ms = now_ms();
      this.ordered_ms.push(at_ms);
      await placeOrder(store, nth, nth % 10 === 9 ? paysLater : {});
      this.waited_ms += now_ms() - at_ms;
    }
    this.isClosed = true;
    return new Promise<never>(() => {});
  }
}
