/** A flood of mail that asks to confirm beside orders that trickle in: order mail waits as long as it does alone. */
import type { Settings } from '../../../shared/settings/settings.ts';
import {
  emailOf,
  nthCustomer,
  openPlayedStore,
  type PlayedStore,
  placeOrder,
  register,
} from '../lane-workers/played-store.ts';
import { passTime } from '../lane-workers/side-by-side-clock.ts';
import { loadBeginsAt } from './service-plays.ts';

/** All who sign up do so within a minute; orders come a minute longer, one each half of a second. */
const flood_s = 60;
const orders_s = 120;
const everyOrder_ms = 500;
const orders = (orders_s * 1000) / everyOrder_ms;
const longest = { hours: 71 };

type FloodSettings = Pick<Settings, 'sendRate'> & Partial<Pick<Settings, 'confirmShare'>>;

export interface WentWithConfirms {
  readonly signUps: number;
  readonly confirms: number;
  readonly orders: number;
  readonly thanked: number;
  /** From an order until its thanks: the longest, beside the flood and alone. */
  readonly longest_s: number;
  readonly longestAlone_s: number;
  /** Confirm mails sent while orders came, in parts of what the lane is sure of; and as many as the setting grants. */
  readonly share: { readonly taken: number; readonly granted: number };
  readonly putBack: number;
  readonly lasted_s: number;
}

interface Played {
  readonly confirms_ms: readonly number[];
  readonly delays_ms: readonly number[];
  readonly store: PlayedStore;
}

async function play(signUps: number, settings: FloodSettings): Promise<Played> {
  const thanks_ms = new Map<string, number>();
  const confirms_ms: number[] = [];
  const store = openPlayedStore({
    startAt: loadBeginsAt,
    schedules: Number.POSITIVE_INFINITY,
    settings: { ...settings, doubleOptIn: 'all', jitterMinutes: 0 },
    accepted: ({ tags, to }) => {
      const now_ms = store.time.now().epochMilliseconds - loadBeginsAt.epochMilliseconds;
      if (tags.scenario === 'confirm-opt-in') confirms_ms.push(now_ms);
      if (tags.template === 'order-thanks__thanks') thanks_ms.set(to, now_ms);
    },
  });
  const { time, lanes } = store;
  const at = (after_ms: number, happens: () => Promise<void>) =>
    time.schedule(loadBeginsAt.add({ milliseconds: Math.floor(after_ms) }), () => void happens());
  for (let nth = 0; nth < signUps; nth += 1) {
    at((flood_s * 1000 * nth) / signUps, () => register(store, orders + nth));
  }
  for (let nth = 0; nth < orders; nth += 1) {
    at(nth * everyOrder_ms, () => placeOrder(store, nth, { customer: quiet(nth) }));
  }
  const crew = store.start();
  await passTime({ clock: time, crew, isOver: () => false }, loadBeginsAt.add({ seconds: orders_s }));
  await passTime({ clock: time, crew, isOver: () => lanes.areQuiet }, loadBeginsAt.add(longest));
  const delays_ms = [...thanks_ms].map(([to, sent_ms]) => sent_ms - nthOf(to) * everyOrder_ms);
  return { confirms_ms, delays_ms, store };
}

/** Orders, and wants no more: nobody asks to confirm that. */
const quiet = (nth: number) => ({ id: nthCustomer(nth), email: emailOf(nth), acceptsMarketing: false });
const nthOf = (email: string) => Number(/\d+/.exec(email)?.[0]) - 1;

export async function playConfirms(signUps: number, settings: FloodSettings): Promise<WentWithConfirms> {
  const alone = await play(0, settings);
  const { store, confirms_ms, delays_ms } = await play(signUps, settings);
  const { laneShares, sendRate, confirmShare } = store.engine.settings;
  const sure = orders_s * sendRate * laneShares.transactional;
  return {
    signUps,
    confirms: confirms_ms.length,
    orders,
    thanked: delays_ms.length,
    longest_s: Math.max(...delays_ms) / 1000,
    longestAlone_s: Math.max(...alone.delays_ms) / 1000,
    share: {
      taken: confirms_ms.filter((sent_ms) => sent_ms < orders_s * 1000).length / sure,
      granted: confirmShare,
    },
    putBack: store.world.metrics.of('ConfirmPutBack'),
    lasted_s: Math.max(...confirms_ms, 0) / 1000,
  };
}
