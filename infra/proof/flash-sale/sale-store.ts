/** The store on the day of the sale: a Scheduler that takes few schedules, and when each thank-you went. */
import { Temporal } from 'temporal-polyfill';
import { emailOf, openPlayedStore } from '../lane-workers/played-store.ts';
import type { FlashSaleOptions } from './options.ts';

/** An evening in Tokyo. */
export const startAt = Temporal.Instant.from('2026-11-27T11:00:00Z');
/** Who runs a sale has a share of the mail service's rate for order mail. */
const laneShares = { transactional: 0.6, marketing: 0.4 };
const thanks = 'order-thanks';

export function openSale({ rate, sendRate }: Pick<FlashSaleOptions, 'rate' | 'sendRate'>) {
  const thankedAt_ms = new Map<string, number>();
  const store = openPlayedStore({
    startAt,
    settings: { sendRate, laneShares },
    schedules: rate,
    accepted({ tags, to }) {
      if (tags.scenario === thanks) thankedAt_ms.set(to, store.world.clock.now().epochMilliseconds);
    },
  });
  /** How late the customer's thank-you was; undefined where none went. */
  const thanksAfter_ms = (nth: number, ordered_ms: number) => {
    const went_ms = thankedAt_ms.get(emailOf(nth));
    return went_ms === undefined ? undefined : went_ms - ordered_ms;
  };
  return { ...store, thanksAfter_ms };
}

export type SaleStore = ReturnType<typeof openSale>;
