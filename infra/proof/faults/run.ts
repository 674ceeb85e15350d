/** The demo's orders twice through the embedded cloud, in calm and under faults, and the two held against each other. */
import { localSettings } from '../../../shared/settings/local-settings.ts';
import type { Streams } from '../../terminal/run-as-command.ts';
import { firstCustomers } from '../demo/bus-entry.ts';
import { type Programme, programme } from '../demo/schedule.ts';
import { readSuperstore, superstoreCsv } from '../demo/superstore.ts';
import { superstoreEvents } from '../demo/superstore-events.ts';
import { superstoreSettings } from '../demo/superstore-settings.ts';
import { comparePlays } from './compare.ts';
import { Dealer } from './dealer.ts';
import { drawTable } from './fault-table.ts';
import type { FaultsOptions } from './options.ts';
import { type FaultPlay, playOnce } from './play-once.ts';
import { faultTableText, summaryText } from './report.ts';
import type { FaultSummary, Play } from './summary.ts';
import { brokenPromise } from './verdict.ts';
import { Witness } from './witness.ts';

/** Thrown when no event lies within the choice. */
class NothingToPlay extends Error {
  override readonly name = 'NothingToPlay';
  readonly code = 'NOTHING_TO_PLAY';
}

/** Played on without faults, so that everything may drain before the two are compared. */
const calm_hours = 48;

function orders(options: FaultsOptions, timeZone: string): { what: Programme; calmFrom: Programme['to'] } {
  const { eventSource } = localSettings(superstoreSettings);
  const entries = firstCustomers(
    superstoreEvents(readSuperstore(superstoreCsv()), eventSource),
    options.customers,
  );
  const what = programme(entries, options, timeZone);
  if (!what) throw new NothingToPlay('There is nothing to play: no order lies before --until.');
  return { what: { ...what, to: what.to.add({ hours: calm_hours }) }, calmFrom: what.to };
}

function playOf({ seconds, failedInvocations, aftermath: { stats } }: FaultPlay): Play {
  const { deadLetters, enrolments = 0 } = stats;
  return { seconds, failedInvocations, deadLetters, enrolments };
}

function summaryOf(
  { seed, database }: FaultsOptions,
  what: Programme,
  [calm, stormy]: readonly [FaultPlay, FaultPlay],
  { dealer, witness: { sentOnceMore, unclear } }: { readonly dealer: Dealer; readonly witness: Witness },
): FaultSummary {
  const comparison = comparePlays(calm.aftermath, stormy.aftermath, what.entries, sentOnceMore);
  const [without, withFaults] = [playOf(calm), playOf(stormy)];
  const enrolments = { without: without.enrolments, with: withFaults.enrolments };
  const dealt = Object.fromEntries([...dealer.dealt].sort());
  const killed = Object.entries(dealt).filter(([name]) => name.includes('.kill-'));
  const kills = killed.reduce((sum, [, count]) => sum + count, 0);
  const declared = new Set([...sentOnceMore, ...comparison.unknown.map(({ touchpoint }) => touchpoint)]);
  const withoutCause = [...declared].filter((touchpoint) => !unclear.has(touchpoint)).length;
  return {
    seed,
    database,
    customers: calm.aftermath.customers.size,
    orders: what.entries.filter(({ detailType }) => detailType === 'OrderPlaced').length,
    requests: dealer.requests,
    dealt,
    kills,
    lateMails: dealer.lateMails,
    unclear: unclear.size,
    withoutCause,
    sentOnceMore: sentOnceMore.size,
    redriven: stormy.redriven,
    without,
    withFaults,
    comparison,
    broken: brokenPromise({
      comparison,
      deadLetters: withFaults.deadLetters,
      enrolments,
      withoutCause,
      kills,
    }),
  };
}

/**
 * Runs the whole and resolves to the exit code: 1 when the delivery contract was broken.
 *
 * @param signal stops the run; the promise then rejects with its reason
 * @throws `NothingToPlay`, `JavaMissing`
 */
export async function runFaults(
  options: FaultsOptions,
  { out, err }: Streams,
  signal: AbortSignal,
): Promise<number> {
  const { timeZone } = localSettings(superstoreSettings);
  const { what, calmFrom } = orders(options, timeZone);
  const table = drawTable(options.seed);
  if (!options.json) out.write(`${faultTableText(options.seed, table)}\n`);
  const parts = { what, timeZone, database: options.database, err, signal };
  const calm = await playOnce(parts);
  const [dealer, witness] = [new Dealer(options.seed, table), new Witness()];
  const stormy = await playOnce(parts, { dealer, witness, calmFrom });
  const summary = summaryOf(options, what, [calm, stormy], { dealer, witness });
  out.write(options.json ? `${JSON.stringify({ table, ...summary })}\n` : summaryText(summary));
  return summary.broken.length === 0 ? 0 : 1;
}
