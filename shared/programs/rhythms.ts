/** The rhythms that ship, each for one trade; `classic`, which no fact needs to choose, is every day as it is written. */
import type { Filter } from '../core/language/filter.ts';
import type { Rhythm, Rhythms } from '../core/language/rhythm/rhythm.ts';

/** Any but `classic`. */
export const isInRhythm: Filter = { the: 'enrolment.rhythm', isNot: 'classic' };

/** One piece that is used up before there would be voices, such as a trial of a week: four letters, the last on its last day. */
export const usedUpAtOnce: Filter = {
  all: [
    isInRhythm,
    { the: 'event.order.items.supplyDays', atMost: 21 },
    { not: { the: 'event.order.items.quantity', moreThan: 1 } },
  ],
};

/** While the parcel can still be sent back; of what is used up sooner, before the half of it. */
const trouble = { day: 7, beforeReturnsEnd: 3, ofSupply: 3 / 7 };

/** For what is used up: right use first, and no letter about it after its last day. */
const usedUp = {
  use: 1,
  trouble,
  settled: { day: 14, ofSupply: 5 / 7 },
  company: { day: 2, ofSupply: 2 / 7 },
  product: { day: 3, ofSupply: 3 / 7 },
  safety: { day: 6, ofSupply: 4 / 7 },
  assurance: { day: 10, ofSupply: 5 / 7 },
  habit: { day: 15, ofSupply: 6 / 7 },
  effect: { day: 22, ofSupply: 1 },
  dormant: 90,
  churned: 180,
} as const satisfies Rhythm;

export const rhythms = {
  /**
   * 生鮮. Who buys it falls dormant in two thirds of the time, so that the story takes two thirds too; but for the voices, which
   * would take the place of what goes with the goods.
   */
  fresh: {
    ...usedUp,
    settled: { day: 9, ofSupply: 5 / 7 },
    continue: 40,
    safety: { day: 4, ofSupply: 4 / 7 },
    assurance: { day: 7, ofSupply: 5 / 7 },
    habit: { day: 10, ofSupply: 6 / 7 },
    effect: { day: 15, ofSupply: 1 },
    dormant: 60,
    churned: 120,
  },
  /** 食品・飲料 */
  food: usedUp,
  /** 化粧品・健康食品 */
  cosmetics: usedUp,
  /** 衣料・雑貨. Nothing of it is used up. */
  apparel: {
    use: 1,
    trouble: { day: 7, beforeReturnsEnd: 3 },
    company: 2,
    continue: 120,
    dormant: 180,
    churned: 365,
  },
  /** Gifts, from one year's season to the next. */
  gift: { trouble: { day: 7, beforeReturnsEnd: 3 }, dormant: 400, churned: 760 },
} as const satisfies Rhythms;
