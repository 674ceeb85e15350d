/** What the bench takes for granted, each said where its figures are printed. */
import { memory_megabytes } from '../../stack/event-sources.ts';
import { fullBatch } from './cost/batches.ts';
import { type Price, prices, pricesAsOf, type Region, unknownPrices, yenForDollar } from './cost/prices.ts';
import type { Figures } from './figures.ts';
import { reactionShares } from './lab/reactions.ts';
import { assumedWaits_ms } from './lab/waits.ts';

const percent = (share: number) => `${share * 100} %`;

export function assumptions({ pacing, durations }: Figures): string {
  const step_ms = durations.sent?.billed_ms ?? 0;
  const waitUsd = (every_ms: number) => {
    const waited_s = (Math.max(0, every_ms - step_ms) / 1000) * (memory_megabytes.sender / 1024);
    return (waited_s * prices['us-east-1'].gigabyteSecond.usd * 1e6).toFixed(2);
  };
  const assumed = (name: Region) =>
    Object.values(prices[name] as Readonly<Record<string, Price>>).filter((price) => price.assumed);
  const waits = Object.entries(assumedWaits_ms).map(([name, wait_ms]) => `${name.split('.')[1]} ${wait_ms}`);
  return [
    `Billed time is what a function waits for each request (assumed, in ms: ${waits.join(', ')}), its turn to send, and its processor time. That is measured here, on unbundled code: it differs from run to run by a tenth or more, and the dollars by ten cents. It counts x 1,769 / MB, at ${memory_megabytes.sender} MB.`,
    `Queues are taken to be busy enough for full batches: ${fullBatch.sender} messages for ingest and sender, ${fullBatch.feedback} for feedback; what is asked or written once for a batch (the brakes, the counts of sent mails, a metric without a scenario) is counted by its share of a full one. The customers of a batch are taken in side by side: it waits as long as the slowest, twice the mean.`,
    `Of the mails ${percent(reactionShares.clicked)} are clicked, of those of marketing ${percent(reactionShares.unsubscribed)} end in an unsubscribe and ${percent(reactionShares.complained)} in a complaint; sent and delivered are reported in batches of their own.`,
    `The sweep is played once a week: it finds nothing, and its price every quarter of an hour is in the idle month.`,
    `A worker is billed while it waits for its turn: at sendRate ${pacing.sendRate} and ${pacing.workers} marketing workers with a queue that is never empty a turn comes every ${pacing.alone_ms} ms, which adds $${waitUsd(pacing.alone_ms)} a million mails; every ${pacing.shared_ms} ms, $${waitUsd(pacing.shared_ms)}, while order mail goes too.`,
    `A dollar is taken as ${yenForDollar.rate} yen (${yenForDollar.asOf}). Other free tiers than Scheduler's are not subtracted unless it says so.`,
    `Not in the sums, price unknown: ${unknownPrices.join('; ')}.`,
    `Prices as of ${pricesAsOf}; assumed for want of a source:`,
    ...(['us-east-1', 'ap-northeast-1'] as const).flatMap((name) =>
      assumed(name).map(({ usd, source }) => `  ${name}: ${usd} ${source}`),
    ),
  ].join('\n');
}
