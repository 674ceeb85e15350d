/** Plays the sale: orders are taken in, workers take what waits in their lane, delays and alarms end. */
import type { Lane } from '../../../shared/core/values/lane.ts';
import { passTime } from '../lane-workers/side-by-side-clock.ts';
import { type JudgedRecords, judgeRecords } from './judge.ts';
import type { FlashSaleOptions } from './options.ts';
import { openSale, type SaleStore, startAt } from './sale-store.ts';
import { Storefront } from './storefront.ts';

/** The rush at the opening: within so much of the time orders become e times fewer. */
const calmerWithin = 1 / 10;
/** A sale that lasts longer than this does not end. */
const mostHours = 24;

export interface FlashSale {
  readonly schedules: { readonly asked: number; readonly taken: number; readonly refused: number };
  /** Messages that went into the lane in the place of a schedule, and came back. */
  readonly putOff: Readonly<Record<Lane, number>> & { readonly cameBack: number };
  readonly peak: Readonly<Record<Lane, number>>;
  /** How long ingest waited for anything, by the clock. */
  readonly ingestWaited_ms: number;
  readonly thanks: { readonly sent: number; readonly latest_s: number };
  /** From the last order until Scheduler was asked for the last alarm. */
  readonly allStandAfter_s: number;
  readonly judged: JudgedRecords;
}

/** When each order comes, in ms after the beginning. */
export function arrivals_ms({ orders, minutes }: Pick<FlashSaleOptions, 'orders' | 'minutes'>): number[] {
  const calmer_ms = minutes * 60_000 * calmerWithin;
  const share = 1 - Math.exp(-1 / calmerWithin);
  return Array.from({ length: orders }, (_, nth) =>
    Math.floor(-calmer_ms * Math.log(1 - ((nth + 0.5) / orders) * share)),
  );
}

export async function playFlashSale(options: FlashSaleOptions): Promise<FlashSale> {
  const store = openSale(options);
  const { time, lanes, scheduler } = store;
  const storefront = new Storefront();
  const crew = Promise.race([store.start(), storefront.open(store, arrivals_ms(options))]);
  const isQuiet = () => storefront.isClosed && lanes.areQuiet;
  await passTime({ clock: time, crew, isOver: isQuiet }, startAt.add({ hours: mostHours }));
  const stands_ms = scheduler.lastAsked_ms;
  if (options.days !== undefined) {
    const end = startAt.add({ hours: 24 * options.days });
    await passTime({ clock: time, crew, isOver: () => false }, end);
    await passTime({ clock: time, crew, isOver: isQuiet }, end.add({ hours: mostHours }));
  }
  const { ordered_ms, waited_ms } = storefront;
  return {
    ...countsOf(store),
    ingestWaited_ms: waited_ms,
    thanks: thanksOf(store, ordered_ms),
    allStandAfter_s: Math.max(0, (stands_ms - (ordered_ms.at(-1) ?? 0)) / 1000),
    judged: await judgeRecords(store, options.orders),
  };
}

function countsOf({ scheduler, lanes: { queues } }: SaleStore) {
  const { asked, taken, refused } = scheduler;
  const { transactional, marketing } = queues;
  return {
    schedules: { asked, taken, refused },
    putOff: {
      transactional: transactional.putOff,
      marketing: marketing.putOff,
      cameBack: transactional.cameBack + marketing.cameBack,
    },
    peak: { transactional: transactional.peak, marketing: marketing.peak },
  };
}

function thanksOf({ thanksAfter_ms }: SaleStore, ordered_ms: readonly number[]): FlashSale['thanks'] {
  const after_ms = ordered_ms
    .map((at_ms, nth) => thanksAfter_ms(nth, at_ms))
    .filter((ms) => ms !== undefined);
  return { sent: after_ms.length, latest_s: after_ms.reduce((a, b) => Math.max(a, b), 0) / 1000 };
}
