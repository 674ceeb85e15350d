/** What a simulation prints: the faults it drew before it runs, and after it what it dealt, asked and found. */
import Table from 'cli-table3';
import type { Fault } from './faults.ts';
import { type Dealer, faultKinds } from './faults.ts';
import type { Violation } from './oracle-parts.ts';
import { commandFor } from './shrink.ts';
import type { SimulationOptions, SimulationResult } from './simulation.ts';

const plain = { style: { head: [], border: [] } };
const number = new Intl.NumberFormat('en');

export function faultTable(dealer: Dealer): string {
  const table = new Table({ ...plain, head: ['fault', 'where', 'what happens', 'probability'] });
  for (const [fault, probability] of dealer.probabilities) {
    const { where, what } = faultKinds[fault];
    table.push([fault, where, what, probability.toFixed(5)]);
  }
  return table.toString();
}

/** All runs of a command together. */
export interface Totals {
  runs: number;
  steps: number;
  events: number;
  mails: number;
  unknown: number;
  lostUnknown: number;
  sentOnceMore: number;
  readonly dealt: Map<Fault, number>;
  readonly asked: Map<string, number>;
}

export const noTotals = (): Totals => ({
  runs: 0,
  steps: 0,
  events: 0,
  mails: 0,
  unknown: 0,
  lostUnknown: 0,
  sentOnceMore: 0,
  dealt: new Map(),
  asked: new Map(),
});

export function addTo(totals: Totals, { steps, events, mails, end, dealer, asked }: SimulationResult): void {
  totals.runs += 1;
  totals.steps += steps;
  totals.events += events;
  totals.mails += mails;
  totals.unknown += end.unknown;
  totals.lostUnknown += end.lostUnknown;
  totals.sentOnceMore += end.sentOnceMore;
  for (const [fault, times] of dealer.dealt) totals.dealt.set(fault, (totals.dealt.get(fault) ?? 0) + times);
  for (const [name, times] of asked) totals.asked.set(name, (totals.asked.get(name) ?? 0) + times);
}

export function totalsTables(totals: Totals): string {
  const faults = new Table({ ...plain, head: ['fault', 'dealt'], colAligns: ['left', 'right'] });
  for (const [fault, times] of [...totals.dealt].sort()) faults.push([fault, number.format(times)]);
  const asked = new Table({ ...plain, head: ['invariant', 'looked at'], colAligns: ['left', 'right'] });
  for (const [name, times] of [...totals.asked].sort()) asked.push([name, number.format(times)]);
  return `${faults}\n${asked}\n${summary(totals)}`;
}

function summary(totals: Totals): string {
  const { runs, steps, events, mails, unknown, lostUnknown, sentOnceMore } = totals;
  return [
    `${number.format(runs)} runs, ${number.format(steps)} steps, ${number.format(events)} events, ${number.format(mails)} mails accepted`,
    `unknown and counted: ${unknown} touchpoints, ${lostUnknown} of them never sent; transactional sent once more: ${sentOnceMore}`,
  ].join('\n');
}

/** One run that kept every promise. */
export interface Played {
  readonly seed: number;
  readonly steps: number;
}

const inRow = 5;

/** Markdown: the seeds in their order, five in a row, each with its steps. */
export function seedTable(played: readonly Played[], { steps, mails }: Totals): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = Array.from({ length: Math.ceil(played.length / inRow) }, (_, row) =>
    line(
      Array.from({ length: inRow }, (_, nth) => {
        const one = played[row * inRow + nth];
        return one ? `${one.seed} | ${number.format(one.steps)}` : ' | ';
      }),
    ),
  );
  return [
    line(Array(inRow).fill('seed | steps')),
    `|${'---|--:|'.repeat(inRow)}`,
    ...rows,
    '',
    `${number.format(played.length)} seeds, ${number.format(steps)} steps, ${number.format(mails)} mails accepted: every promise kept.`,
  ].join('\n');
}

/** Markdown: the promise, what broke it, and the one command that plays it again. */
export function brokenSummary({ invariant, detail, step, at }: Violation, play: SimulationOptions): string {
  const fence = '```';
  return [
    `### Broken: ${invariant}`,
    '',
    `${detail}, at step ${number.format(step)}, ${at}. Play it again:`,
    '',
    `${fence}sh`,
    commandFor(play),
    fence,
    '',
  ].join('\n');
}
