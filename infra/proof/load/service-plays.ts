/** Plays through the whole service code: a lane alone, and one that the other comes into. */
import { Temporal } from 'temporal-polyfill';
import { lanes as bothLanes, type Lane } from '../../../shared/core/values/lane.ts';
import { openPlayedStore, type PlayedStore, placeOrder, register } from '../lane-workers/played-store.ts';
import { passTime } from '../lane-workers/side-by-side-clock.ts';
import { type Went, wentBy } from './went.ts';

/** A morning in Tokyo: no quiet hours for long. */
export const loadBeginsAt = Temporal.Instant.from('2026-11-27T00:00:00Z');
/** The welcome, which fills the marketing lane, waits a quarter of an hour before its first letter. */
const dueAt: Readonly<Record<Lane, Temporal.Instant>> = {
  transactional: loadBeginsAt,
  marketing: loadBeginsAt.add({ minutes: 15 }),
};
/** Of Scheduler nothing is asked here: it takes all. */
const schedules = Number.POSITIVE_INFINITY;
/** What has not gone by then will not go. */
const longest = { hours: 48 };
/** Of the order mails one of so many comes by itself, one a second, before all others come at once. */
const trickling = 20;
/** A worker looks at the other lane so often: from then on each lane keeps to its share. */
const noticedAfter = { seconds: 10 };

// Due means due at once, and everybody is welcomed.
const open = (sendRate: number) =>
  openPlayedStore({ startAt: loadBeginsAt, schedules, settings: { sendRate, jitterMinutes: 0 } });

const fill: Readonly<Record<Lane, (store: PlayedStore, nth: number) => Promise<void>>> = {
  transactional: placeOrder,
  marketing: register,
};

/** So many customers order, or sign up, at one moment; plays until all mail has gone. */
export async function playAlone(lane: Lane, customers: number, sendRate: number): Promise<Went> {
  const store = open(sendRate);
  for (let nth = 0; nth < customers; nth += 1) await fill[lane](store, nth);
  await untilQuiet(store, store.start());
  return wentBy(store.mails, sendRate, dueAt[lane].epochMilliseconds);
}

async function untilQuiet({ time, lanes }: PlayedStore, crew: Promise<never>): Promise<void> {
  await passTime({ clock: time, crew, isOver: () => lanes.areQuiet }, loadBeginsAt.add(longest));
}

export interface WentTogether extends Went {
  /** Sent while both lanes were full, from ten seconds after the second had begun to fill. */
  readonly whileBothFull: Readonly<Record<Lane, number>>;
  /** The transactional lane's share by the settings. */
  readonly share: number;
}

/** Marketing mail is going; of as many order mails some trickle in beside it, and then come all others at once. */
export async function playTogether(customers: number, sendRate: number): Promise<WentTogether> {
  const store = open(sendRate);
  const { time, mails, lanes, engine } = store;
  for (let nth = 0; nth < customers; nth += 1) await register(store, nth);
  const crew = store.start();
  const begins = dueAt.marketing;
  const pass = (until: Temporal.Instant, isOver = () => false) =>
    passTime({ clock: time, crew, isOver }, until);
  const rushAfter_s = Math.ceil(customers / trickling);
  for (let nth = 0; nth < customers; nth += 1) {
    if (nth < rushAfter_s) await pass(begins.add({ seconds: nth + 1 }));
    await placeOrder(store, customers + nth);
  }
  await pass(begins.add({ seconds: rushAfter_s }).add(noticedAfter));
  const before = { ...mails.accepted };
  await pass(begins.add(longest), () => bothLanes.some((lane) => lanes.queues[lane].waiting === 0));
  const whileBothFull = {
    transactional: mails.accepted.transactional - before.transactional,
    marketing: mails.accepted.marketing - before.marketing,
  };
  await untilQuiet(store, crew);
  const share = engine.settings.laneShares.transactional;
  return { ...wentBy(mails, sendRate, begins.epochMilliseconds), whileBothFull, share };
}
