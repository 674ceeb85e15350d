/** A play priced: each cause as lines of arithmetic, for a million mails sent. */
import type { Cause } from '../lab/causes.ts';
import { type Line, line, total } from './lines.ts';
import type { Prices } from './prices.ts';
import type { Counted } from './tally.ts';

/** Where a dollar goes. */
export type Service =
  | 'writes: record'
  | 'writes: index'
  | 'writes: touchpoints'
  | 'writes: orders'
  | 'writes: other'
  | 'reads'
  | 'timers'
  | 'queues'
  | 'Lambda'
  | 'bus in'
  | 'bus out'
  | 'logs'
  | 'HTTP API';

type ServiceLine = Line & { readonly service: Service };

export type Bill = ReadonlyMap<Cause, readonly ServiceLine[]>;

/** One cause at the prices of a region. `per`: so many of it are shared out; `paidTimers`: the part beyond the free ones. */
function linesOf(counted: Counted, at: Prices, of: { readonly per: number; readonly paidTimers: number }) {
  const each = (amount: number) => amount / of.per;
  const priced = (
    service: Service,
    what: string,
    ...[amount, price]: [number, Parameters<typeof line>[2]]
  ) => ({
    service,
    ...line(what, each(amount), price),
  });
  const { writeUnits } = counted;
  return [
    priced('bus in', 'events on the bus, M', counted.busIn, at.busEvent),
    priced('bus out', 'events put on the bus, M', counted.busOut, at.busEvent),
    priced('timers', 'timers, M', counted.timers * of.paidTimers, at.timer),
    priced('queues', 'queue requests, M', counted.queueRequests, at.queueRequest),
    priced('HTTP API', 'HTTP API requests, M', counted.apiRequests, at.apiRequest),
    priced('Lambda', 'Lambda invocations, M', counted.invocations, at.invocation),
    priced('Lambda', 'Lambda GB-seconds, M', counted.gigabyteSeconds, at.gigabyteSecond.usd * 1e6),
    priced('reads', 'read units, M', counted.readUnits, at.readUnit),
    priced('writes: record', 'write units of records, M', writeUnits.record, at.writeUnit),
    priced('writes: index', 'write units of index entries, M', writeUnits.index, at.writeUnit),
    priced('writes: touchpoints', 'write units of touchpoints, M', writeUnits.touchpoint, at.writeUnit),
    priced('writes: orders', 'write units of the items of orders, M', writeUnits.order, at.writeUnit),
    priced('writes: other', 'write units of other items, M', writeUnits.other, at.writeUnit),
    priced('logs', 'logs, GB', (counted.log_bytes * 1e6) / 1e9, at.logGigabyte),
  ];
}

/** For a million mails, without SES's price of a mail. */
export function billOf(byCause: ReadonlyMap<Cause, Counted>, at: Prices, paidTimers: number): Bill {
  const per = [...byCause.values()].reduce((sum, { mails }) => sum + mails, 0);
  return new Map(
    [...byCause].map(([cause, counted]) => [cause, linesOf(counted, at, { per, paidTimers })] as const),
  );
}

export const totalOf = (bill: Bill): number => total([...bill.values()].flat());

export function byService(bill: Bill): Partial<Record<Service, number>> {
  const sums: Partial<Record<Service, number>> = {};
  for (const { service, usd } of [...bill.values()].flat()) sums[service] = (sums[service] ?? 0) + usd;
  return sums;
}

export const byCauseOf = (bill: Bill): Partial<Record<Cause, number>> =>
  Object.fromEntries([...bill].map(([cause, lines]) => [cause, total(lines)]));
