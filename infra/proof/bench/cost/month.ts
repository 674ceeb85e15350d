/** A month's bill of three stores, from what their orders set going. */
import { metricNames } from '../../../../shared/ports/metric-names.ts';
import type { MeasuredKind } from '../lab/measure.ts';
import { type Line, line, total } from './lines.ts';
import { freeTimersAMonth, million, type Prices, yenForDollar } from './prices.ts';
import { costOf, type Piece } from './work.ts';

export interface StoreSize {
  readonly name: string;
  readonly orders: number;
}

export const stores: readonly StoreSize[] = [
  { name: 'small', orders: 1_000 },
  { name: 'middle', orders: 20_000 },
  { name: 'large', orders: 300_000 },
];

/**
 * What one order sets going with the two scenarios that are shipped, as assumed: two in five come from new customers;
 * one parcel, told when shipped and when delivered; ten events nobody wants (views, payments); one event in twenty
 * comes twice; three in five customers accept letters and get three of the four before they order again; the letters
 * of the others are skipped; one mail in a hundred bounces; one letter in two hundred ends in an unsubscribe.
 */
const anOrder: Readonly<Partial<Record<MeasuredKind, number>>> = {
  'event-first': 0.4,
  'event-known': 0.6,
  'event-moves': 2,
  'event-repeat': 0.15,
  'event-unwanted': 10,
  'step-thanks': 1,
  'step-sent': 0.6 * 3,
  'step-skipped': 0.4 * 4,
  'step-held': 0.1,
  'feedback-sent': 2.8,
  'feedback-bounced': 0.028,
  unsubscribe: (0.6 * 3) / 200,
};

/** Records of 2 KB for a year's new customers, touchpoints of half a KB for a year. */
const keptForOrder_gigabytes = (12 * (0.4 * 2_000 + 4.4 * 500)) / 1e9;
export interface MonthBill {
  readonly store: StoreSize;
  readonly lines: readonly Line[];
  readonly withoutMail_usd: number;
  readonly mail_usd: number;
  readonly mailEssentials_usd: number;
  readonly mails: number;
  readonly withoutMail_yen: number;
  readonly all_yen: number;
}

export function monthBill(
  store: StoreSize,
  piecesOf: Readonly<Record<MeasuredKind, Piece>>,
  idle_usd: number,
  at: Prices,
): MonthBill {
  const kinds = Object.entries(anOrder) as [MeasuredKind, number][];
  const armed = kinds.reduce((sum, [kind, often]) => sum + often * piecesOf[kind].timers, 0) * store.orders;
  const paidTimers = Math.max(0, armed - freeTimersAMonth) / Math.max(1, armed);
  const usdOf = (begin: string) =>
    kinds
      .filter(([kind]) => kind.startsWith(begin))
      .reduce((sum, [kind, often]) => {
        const millions = (often * store.orders) / million;
        return sum + total(costOf(piecesOf[kind], at, { millions, paidTimers }));
      }, 0);
  const mails = store.orders * ((anOrder['step-thanks'] ?? 0) + (anOrder['step-sent'] ?? 0));
  const kept = keptForOrder_gigabytes * store.orders;
  const lines = [
    line('standing costs, as of an idle month', 1, idle_usd),
    // Each name is one metric, whatever the library; those of troubles are billed only while they are counted.
    line('metrics counted, at most', metricNames.length, at.metric),
    line('events', 1, usdOf('event')),
    line('steps', 1, usdOf('step')),
    line('feedback', 1, usdOf('feedback')),
    line('unsubscribes', 1, usdOf('unsubscribe')),
    line('table kept, GB', kept, at.tableGigabyte.usd + at.recoveryGigabyte.usd),
  ];
  const withoutMail_usd = total(lines);
  const mail_usd = (mails / million) * at.mail.usd;
  return {
    store,
    lines,
    withoutMail_usd,
    mail_usd,
    mailEssentials_usd: (mails / million) * at.mailEssentials.usd,
    mails,
    withoutMail_yen: withoutMail_usd * yenForDollar.rate,
    all_yen: (withoutMail_usd + mail_usd) * yenForDollar.rate,
  };
}
