/** Plays the sale second by second: orders are taken in, workers take what waits in their lane, delays and alarms end. */
import { type Lane, lanes } from '../../../shared/core/values/lane.ts';
import { mail_ms } from '../../../shared/core/values/send-pace.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { laneWorkers } from '../../../shared/settings/lane-paces.ts';
import { type JudgedRecords, judgeRecords } from './judge.ts';
import type { FlashSaleOptions } from './options.ts';
import { openSale, placeOrder, type SaleStore, startAt } from './sale-store.ts';

/** How long a worker is taken to be busy with a message of which no mail comes, as in the bench's assumptions. */
const other_ms = 70;
/** The rush at the opening: within so much of the time orders become e times fewer. */
const calmerWithin = 1 / 10;
const day_s = 86_400;

export interface FlashSale {
  readonly schedules: { readonly asked: number; readonly taken: number; readonly refused: number };
  /** Messages that went into the lane in the place of a schedule, and came back. */
  readonly putOff: Readonly<Record<Lane, number>> & { readonly cameBack: number };
  readonly peak: Readonly<Record<Lane, number>>;
  /** How long ingest waited for anything, by the clock. */
  readonly ingestWaited_ms: number;
  readonly thanks: { readonly sent: number; readonly latest_s: number };
  /** From the last order until every alarm stands. */
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
  const { clock } = store.world;
  const arrivals = arrivals_ms(options);
  const ordered_ms: number[] = [];
  let ingestWaited_ms = 0;
  let stands_ms: number | undefined;
  const end_s = (options.days ?? 0) * day_s;
  for (let second = 0; stands_ms === undefined || store.lanes.size > 0 || second <= end_s; second += 1) {
    clock.advanceTo(startAt.add({ seconds: second }));
    const now_ms = clock.now().epochMilliseconds;
    while ((arrivals[ordered_ms.length] ?? Number.POSITIVE_INFINITY) <= second * 1000) {
      ordered_ms.push(now_ms);
      await placeOrder(store, ordered_ms.length - 1);
    }
    ingestWaited_ms += clock.now().epochMilliseconds - now_ms;
    for (const lane of lanes) await work(store, lane);
    const isQuiet = ordered_ms.length === arrivals.length && store.lanes.size === 0;
    if (isQuiet) stands_ms ??= store.scheduler.lastAsked_ms;
  }
  const waited_ms = (stands_ms ?? 0) - (ordered_ms.at(-1) ?? 0);
  return {
    ...countsOf(store),
    ingestWaited_ms,
    thanks: thanksOf(store, ordered_ms),
    allStandAfter_s: Math.max(0, waited_ms / 1000),
    judged: await judgeRecords(store, options.orders),
  };
}

/** What the workers of a lane come to in a second, and the mail service lets them. */
async function work({ sending, lanes, mails }: SaleStore, lane: Lane): Promise<void> {
  const { sendRate, laneShares } = sending.settings;
  const mostMails = sendRate * laneShares[lane];
  let left_ms = laneWorkers(sending.settings, lane) * 1000;
  mails.inSecond[lane] = 0;
  while (left_ms > 0 && mails.inSecond[lane] < mostMails) {
    const message = lanes.take(lane);
    if (!message) return;
    const sentBefore = mails.inSecond[lane];
    await handleLaneMessage(sending, message);
    left_ms -= mails.inSecond[lane] > sentBefore ? mail_ms : other_ms;
  }
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
