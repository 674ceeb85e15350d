/** The bench's findings as a page of text: every sum with the lines it is made of. */
import Table from 'cli-table3';
import type { BundleFigures } from './bundle/bundle-figures.ts';
import { billed, type Line } from './cost/lines.ts';
import { type Price, prices, type Region } from './cost/prices.ts';
import { assumed_ms, type Piece } from './cost/work.ts';
import type { Figures, Sum } from './figures.ts';
import { kinds, type MeasuredKind } from './lab/measure.ts';

const bare = {
  chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  style: { head: [], border: [] },
};
const dollars = (usd: number) => `$${usd.toFixed(2)}`;
const yen = (amount: number) => `¥${Math.round(amount).toLocaleString('en-US')}`;
const short = (amount: number) => String(Number(amount.toPrecision(4)));
const rounded = (amount: number) => String(Number(amount.toFixed(2)));

function table(head: string[], rows: (string | number)[][]): string {
  const right = head.map((_, nth) => (nth === 0 ? ('left' as const) : ('right' as const)));
  const made = new Table({ head, colAligns: right, ...bare });
  made.push(...rows);
  return made.toString();
}

const callsTo = (piece: Piece, service: string) =>
  Object.entries(piece.requests)
    .filter(([name]) => name.startsWith(service))
    .map(([name, often]) => `${rounded(often)} ${name.split('.')[1]}`)
    .join(', ') || '-';

function work(figures: Figures): string {
  const usd = figures.regions['us-east-1'].eventKinds;
  const rows = (Object.entries(figures.perKind) as [MeasuredKind, Piece][]).map(([kind, piece]) => [
    kinds[kind],
    callsTo(piece, 'dynamodb'),
    rounded(piece.readUnits),
    rounded(piece.writeUnits),
    rounded(piece.timers),
    rounded(piece.mails),
    rounded(piece.queueRequests),
    dollars(usd[kind]),
  ]);
  return table(['for each', 'table requests', 'read', 'write', 'timers', 'SES', 'queue', '$/M'], rows);
}

const arithmetic = (lines: readonly Line[]) =>
  billed(lines).map(({ what, amount, price_usd, usd }) => {
    const product = `${short(amount)} x ${short(price_usd)}`;
    return `    ${what.padEnd(42)} ${product.padStart(20)} = ${dollars(usd).padStart(8)}`;
  });

const sum = (title: string, { usd, lines }: Sum) =>
  [`  ${title}: ${dollars(usd)}`, ...arithmetic(lines)].join('\n');

function region(name: Region, figures: Figures): string {
  const found = figures.regions[name];
  const months = found.months.map((month) => [
    `${month.store.name}: ${month.store.orders.toLocaleString('en-US')} orders, ${month.mails.toLocaleString('en-US')} mails`,
    dollars(month.withoutMail_usd),
    dollars(month.mail_usd),
    dollars(month.mailEssentials_usd),
    dollars(month.withoutMail_usd + month.mail_usd),
    yen(month.all_yen),
  ]);
  return [
    `${name}`,
    '',
    sum('1,000,000 sent steps, without SES, timers within the free 14 million a month', found.steps),
    `  … and beyond them: ${dollars(found.stepsBeyondFreeTimers.usd)}`,
    sum('SES feedback of as many mails (sent, each in a batch of its own)', found.feedback),
    sum('the same steps on Step Functions Standard', found.stepFunctions),
    `  … with a Choice before each message: ${dollars(found.stepFunctionsWithChoice.usd)}`,
    sum('the same steps on Lambda durable functions', found.durable),
    `  … with a deciding step before each message: ${dollars(found.durableWithDecision.usd)}`,
    `  1,000,000 wanted events (of an order: placed, shipped, delivered): ${dollars(found.events.usd)}`,
    sum('an idle month', found.idle),
    `  … after the free tiers every account keeps: ${dollars(found.idleAfterFreeTiers.usd)}`,
    '',
    table(['a month', 'engine', 'SES à la carte', 'or Essentials', 'engine + à la carte', 'in yen'], months),
  ].join('\n');
}

function bundles(found: Readonly<Record<string, BundleFigures>>): string {
  const rows = Object.entries(found).map(([name, bundle]) => [
    name,
    `${Math.ceil(bundle.bytes / 1000)} KB`,
    `${Math.round(bundle.import.bundle_ms)} ms`,
    `${Math.round(bundle.import.bareClients_ms)} ms`,
    `${bundle.import.ratio.toFixed(2)}x`,
  ]);
  return table(['function', 'bundle, minified', 'import (CPU)', 'its bare SDK clients', 'ratio'], rows);
}

function assumptions({ pacing, yenForDollar, unknownPrices, pricesAsOf }: Figures): string {
  const paced =
    Math.max(0, pacing.interval_ms - assumed_ms.step) * 0.5 * prices['us-east-1'].gigabyteSecond.usd;
  const assumed = (name: Region) =>
    Object.values(prices[name] as Readonly<Record<string, Price>>).filter((price) => price.assumed);
  return [
    `Assumed: a sent step lasts ${assumed_ms.step} ms, ten ingested events ${assumed_ms.ingestBatch} ms, a hundred of feedback ${assumed_ms.feedbackBatch} ms, at 512 MB; queues busy enough for full batches.`,
    `A worker is billed while it waits for its turn: at sendRate ${pacing.sendRate} and ${pacing.workers} marketing workers a turn comes every ${Math.round(pacing.interval_ms)} ms, which adds ${dollars(paced * 1000)} a million steps. A higher rate for as many workers takes it away.`,
    `A dollar is taken as ${yenForDollar.rate} yen (${yenForDollar.asOf}). Other free tiers than Scheduler's are not subtracted unless it says so.`,
    `Not in the sums, price unknown: ${unknownPrices.join('; ')}.`,
    `Prices as of ${pricesAsOf}; assumed for want of a source:`,
    ...(['us-east-1', 'ap-northeast-1'] as const).flatMap((name) =>
      assumed(name).map(({ usd, source }) => `  ${name}: ${usd} ${source}`),
    ),
  ].join('\n');
}

export function benchReport(found: Figures, bundled: Readonly<Record<string, BundleFigures>>): string {
  return [
    'What each kind of work asks of AWS, counted on the deployed handlers, on average',
    work(found),
    region('us-east-1', found),
    region('ap-northeast-1', found),
    bundles(bundled),
    assumptions(found),
  ].join('\n\n');
}
