/** Everything the bench finds, in one plain object: what `--json` prints, and what the report and the tests read. */
import { aloneEvery_ms, sharedEvery_ms } from '../../../shared/core/values/send-pace.ts';
import { scenarios, segments } from '../../../shared/library.ts';
import { metricNames } from '../../../shared/ports/metric-names.ts';
import { lanePace } from '../../../shared/settings/lane-paces.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { type Bill, billOf, byCauseOf, byService, totalOf } from './cost/bill.ts';
import { idleAfterFreeTiers, idleLines, idleParts } from './cost/idle.ts';
import { type Line, total } from './cost/lines.ts';
import { lastTenth, mailsOf, perMail, recordSize } from './cost/means.ts';
import { monthBill, stores } from './cost/month.ts';
import { optionalParts } from './cost/optional-parts.ts';
import { prices, pricesAsOf, type Region } from './cost/prices.ts';
import { durableCost, stepFunctionsCost } from './cost/rivals.ts';
import type { CauseTally } from './cost/tally.ts';
import type { Plays } from './lab/play-bill.ts';

export type Figures = ReturnType<typeof figures>;

/** The arithmetic of a million of something. */
export interface Sum {
  readonly usd: number;
  readonly lines: readonly Line[];
}

const sumOf = (lines: readonly Line[]): Sum => ({ usd: total(lines), lines });

/** What the library could count at most; CloudWatch bills each that was counted in a month. */
const metricsPossible = metricNames.length;

/** Of one of a cause, in a million. */
function eachOf(bill: Bill, tally: CauseTally) {
  const mails = mailsOf(tally);
  const each = Object.entries(byCauseOf(bill)).map(([cause, usd]) => {
    const { pieces } = tally.of(cause as keyof ReturnType<typeof byCauseOf>);
    return [cause, (usd * mails) / pieces] as const;
  });
  return Object.fromEntries(each) as ReturnType<typeof byCauseOf>;
}

function inRegion({ year }: Plays, settings: Settings, region: Region) {
  const { tally } = year;
  const at = prices[region];
  // The sweep asks the same whether or not a mail is sent: it is counted by the month, as idle.
  const byMail = new Map([...tally.byCause].filter(([cause]) => cause !== 'sweep'));
  const bills = { within: billOf(byMail, at, 0), beyond: billOf(byMail, at, 1) };
  const each = eachOf(billOf(tally.byCause, at, 0), tally);
  const sweep_usd = each.sweep ?? 0;
  const has = idleParts(settings, { scenarios, segments });
  const idle = sumOf(idleLines(has, sweep_usd, at));
  const kept_bytes = Object.values(year.kept_bytes).reduce((sum, bytes) => sum + bytes, 0);
  const habit = {
    mailsPerOrder: mailsOf(tally) / year.orders,
    timersPerMail: perMail(tally).timers,
    keptPerOrder_bytes: kept_bytes / year.orders,
    metrics: tally.metrics.size,
    idle_usd: idle.usd,
    bills,
  };
  const sent = tally.of('sent');
  const step = { readUnits: sent.readUnits / sent.pieces, log_bytes: sent.log_bytes / sent.pieces };
  return {
    usd: totalOf(bills.within),
    usdBeyondFree: totalOf(bills.beyond),
    byCause: byCauseOf(bills.within),
    byCauseBeyondFree: byCauseOf(bills.beyond),
    byService: byService(bills.beyond),
    lines: Object.fromEntries(bills.beyond),
    each,
    stepFunctions: sumOf(stepFunctionsCost(step, at, false)),
    stepFunctionsWithChoice: sumOf(stepFunctionsCost(step, at, true)),
    durable: sumOf(durableCost(step, at, false)),
    durableWithDecision: sumOf(durableCost(step, at, true)),
    idle,
    idleAfterFreeTiers: sumOf(idleAfterFreeTiers(has, sweep_usd, at)),
    optional: optionalParts({ settings, asking: { scenarios, segments }, sweep_usd }, at),
    months: stores.map((store) => monthBill(store, habit, at)),
  };
}

/** What the paced wait adds where the queue is never empty: a worker that waits for its turn is billed while it waits. */
function pacing(settings: Settings) {
  const pace = lanePace(settings, 'marketing');
  return {
    sendRate: settings.sendRate,
    workers: pace.workers,
    alone_ms: aloneEvery_ms(pace),
    shared_ms: sharedEvery_ms(pace),
  };
}

/** How long one of a cause is billed, and what of it the processor was measured to work, on this machine. */
function durations({ byCause }: CauseTally) {
  const of = [...byCause].map(([cause, { billed_ms, processor_ms, pieces }]) => {
    return [cause, { billed_ms: billed_ms / pieces, processor_ms: processor_ms / pieces }] as const;
  });
  return Object.fromEntries(of);
}

export function figures(plays: Plays, settings: Settings) {
  const { year, tenYears } = plays;
  const virginia = inRegion(plays, settings, 'us-east-1');
  const p50 = recordSize(year.tally.records_bytes);
  const old = tenYears && recordSize(lastTenth(tenYears.tally.records_bytes));
  const { usd, usdBeyondFree, byCause } = virginia;
  const population = ({ digest, orders, customers, tally, until }: Plays['year']) => {
    return { digest, customers, orders, mails: mailsOf(tally), quietAt: until.toString() };
  };
  return {
    pricesAsOf,
    population: population(year),
    tenYears: tenYears && population(tenYears),
    perMillionMails: { usd, usdBeyondFree, byCause, byService: virginia.byService },
    perMail: perMail(year.tally),
    mailsPerOrder: mailsOf(year.tally) / year.orders,
    recordUnits: { p50: p50.units, tenYears: old?.units },
    recordBytes: { p50: p50.bytes, tenYears: old?.bytes },
    durations: durations(year.tally),
    metrics: { counted: year.tally.metrics.size, possible: metricsPossible },
    idleUsdPerMonth: virginia.idle.usd,
    idleUsdPerMonthWith: virginia.optional,
    rivalsUsd: {
      stepFunctions: virginia.stepFunctions.usd,
      stepFunctionsWithChoice: virginia.stepFunctionsWithChoice.usd,
      durable: virginia.durable.usd,
      durableWithDecision: virginia.durableWithDecision.usd,
    },
    pacing: pacing(settings),
    regions: { 'us-east-1': virginia, 'ap-northeast-1': inRegion(plays, settings, 'ap-northeast-1') },
  };
}
