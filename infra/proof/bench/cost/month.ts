/** A month's bill of three stores: as many mails for each of their orders as the population got. */
import { type Bill, byCauseOf } from './bill.ts';
import { type Line, line, total } from './lines.ts';
import { freeTimersAMonth, million, type Prices, yenForDollar } from './prices.ts';

export interface StoreSize {
  readonly name: string;
  readonly orders: number;
}

export const stores: readonly StoreSize[] = [
  { name: 'small', orders: 1_000 },
  { name: 'middle', orders: 20_000 },
  { name: 'large', orders: 300_000 },
];

/** What the population says of every store. */
export interface Habit {
  readonly mailsPerOrder: number;
  readonly timersPerMail: number;
  /** What lies in the tables at the end of the population's year, for each of its orders. */
  readonly keptPerOrder_bytes: number;
  readonly metrics: number;
  readonly idle_usd: number;
  /** A million mails, within the free timers and beyond them. */
  readonly bills: { readonly within: Bill; readonly beyond: Bill };
}

export interface MonthBill {
  readonly store: StoreSize;
  readonly lines: readonly Line[];
  readonly withoutMail_usd: number;
  readonly mail_usd: number;
  readonly mailEssentials_usd: number;
  readonly mails: number;
  readonly all_yen: number;
}

export function monthBill(store: StoreSize, habit: Habit, at: Prices): MonthBill {
  const mails = store.orders * habit.mailsPerOrder;
  const armed = mails * habit.timersPerMail;
  const paid = Math.max(0, armed - freeTimersAMonth) / Math.max(1, armed);
  const sum = (bill: Bill) => Object.values(byCauseOf(bill)).reduce((all, usd) => all + usd, 0);
  const { within, beyond } = habit.bills;
  const perMillion = sum(within) + paid * (sum(beyond) - sum(within));
  const kept_gigabytes = (12 * store.orders * habit.keptPerOrder_bytes) / 1e9;
  const lines = [
    line('standing costs, as of an idle month', 1, habit.idle_usd),
    line('metrics counted', habit.metrics, at.metric),
    line('mails and all that leads to them, M', mails / million, perMillion),
    line('table kept, GB', kept_gigabytes, at.tableGigabyte.usd + at.recoveryGigabyte.usd),
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
    all_yen: (withoutMail_usd + mail_usd) * yenForDollar.rate,
  };
}
