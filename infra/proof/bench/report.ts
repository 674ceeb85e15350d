/** The bench's findings as a page of text. */
import Table from 'cli-table3';
import type { BundleFigures } from './bundle/bundle-figures.ts';
import { billed, type Line } from './cost/lines.ts';
import type { Region } from './cost/prices.ts';
import type { Figures, Sum } from './figures.ts';
import { type Cause, causes } from './lab/causes.ts';
import { assumptions } from './report-assumptions.ts';

const bare = {
  chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  style: { head: [], border: [] },
};
const dollars = (usd: number) => `$${usd.toFixed(2)}`;
const yen = (amount: number) => `¥${Math.round(amount).toLocaleString('en-US')}`;
const short = (amount: number) => String(Number(amount.toPrecision(4)));
const rounded = (amount: number | undefined) => (amount === undefined ? '-' : amount.toFixed(2));
const whole = (amount: number) => Math.round(amount).toLocaleString('en-US');

function table(head: string[], rows: (string | number)[][]): string {
  const right = head.map((_, nth) => (nth === 0 ? ('left' as const) : ('right' as const)));
  const made = new Table({ head, colAligns: right, ...bare });
  made.push(...rows);
  return made.toString();
}

function byCause({ perMail, durations, regions }: Figures): string {
  const { byCause, byCauseBeyondFree, each, usd, usdBeyondFree } = regions['us-east-1'];
  const rows = (Object.keys(causes) as Cause[])
    .filter((cause) => byCause[cause] !== undefined)
    .map((cause) => [
      causes[cause],
      rounded(perMail.pieces[cause]),
      dollars(byCause[cause] ?? 0),
      dollars(byCauseBeyondFree[cause] ?? 0),
      dollars(each[cause] ?? 0),
      `${whole(durations[cause]?.billed_ms ?? 0)} ms`,
      `${(durations[cause]?.processor_ms ?? 0).toFixed(1)} ms`,
    ]);
  return table(
    ['for a million sent mails', 'a mail', '$', '$ beyond free timers', '$/M of it', 'billed', 'processor'],
    [...rows, ['together', '', dollars(usd), dollars(usdBeyondFree), '', '', '']],
  );
}

function byService({ perMillionMails }: Figures): string {
  const rows = Object.entries(perMillionMails.byService).map(([service, usd]) => [service, dollars(usd)]);
  return table(['the same by service, timers beyond the free ones', '$'], rows);
}

function averages({ perMail, recordBytes, recordUnits, metrics, mailsPerOrder }: Figures): string {
  const { written } = perMail;
  const size = (bytes: number | undefined, units: number | undefined) =>
    bytes === undefined ? 'not played' : `${whole(bytes)} bytes, ${rounded(units)} units`;
  return [
    `A mail: ${perMail.requests.toFixed(1)} requests to AWS, ${rounded(perMail.timers)} timers, ` +
      `${rounded(perMail.readUnits)} read units, ${rounded(perMail.writeUnits)} write units ` +
      `(record ${rounded(written.record)}, index ${rounded(written.index)}, touchpoints ${rounded(written.touchpoint)}, ` +
      `orders ${rounded(written.order)}, other ${rounded(written.other)}), ${rounded(perMail.busEvents)} events on the bus; ${rounded(mailsPerOrder)} mails an order.`,
    `A record: at p50 ${size(recordBytes.p50, recordUnits.p50)}; after ten years ${size(recordBytes.tenYears, recordUnits.tenYears)}.`,
    `Custom metrics: ${metrics.counted} counted, ${metrics.possible} possible, $0.30 a month each.`,
  ].join('\n');
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
    `${month.store.name}: ${whole(month.store.orders)} orders, ${whole(month.mails)} mails`,
    dollars(month.withoutMail_usd),
    dollars(month.mail_usd),
    dollars(month.mailEssentials_usd),
    dollars(month.withoutMail_usd + month.mail_usd),
    yen(month.all_yen),
  ]);
  return [
    `${name}: a million sent mails ${dollars(found.usd)}, beyond the free timers ${dollars(found.usdBeyondFree)}, without SES`,
    sum('a million sent steps on Step Functions Standard', found.stepFunctions),
    `  … with a Choice before each message: ${dollars(found.stepFunctionsWithChoice.usd)}`,
    sum('the same steps on Lambda durable functions', found.durable),
    `  … with a deciding step before each message: ${dollars(found.durableWithDecision.usd)}`,
    sum('an idle month', found.idle),
    `  … after the free tiers every account keeps: ${dollars(found.idleAfterFreeTiers.usd)}`,
    ...Object.entries(found.optional).map(([part, usd]) => `  … ${part}: ${dollars(usd)} more`),
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
    `${bundle.import.ratioToLean.toFixed(2)}x`,
  ]);
  const heads = ['function', 'bundle, minified', 'import (CPU)', 'its bare SDK clients', 'ratio'];
  return table([...heads, 'to them without what is left out'], rows);
}

function population({ population: { customers, digest, mails, orders, quietAt }, tenYears }: Figures) {
  return [
    `${customers} customers, ${orders} orders, ${mails} mails, played through the deployed handlers until quiet, on ${quietAt}`,
    `  population ${digest}`,
    ...(tenYears
      ? [`  ten years ${tenYears.digest}: ${tenYears.customers} customers, ${tenYears.mails} mails`]
      : []),
  ].join('\n');
}

export function benchReport(found: Figures, bundled: Readonly<Record<string, BundleFigures>>): string {
  return [
    population(found),
    byCause(found),
    byService(found),
    averages(found),
    region('us-east-1', found),
    region('ap-northeast-1', found),
    bundles(bundled),
    assumptions(found),
  ].join('\n\n');
}
