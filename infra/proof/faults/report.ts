/** What a run prints: the faults' likelihoods first, what became of the mails at its end. */
import { textTable } from '../../terminal/text-table.ts';
import type { PlayComparison, PlayFinding } from './compare.ts';
import { type FaultTable, faultKinds, services } from './fault-table.ts';
import type { FaultSummary } from './summary.ts';

const mostFindings = 20;
const percent = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function faultTableText(seed: number, table: FaultTable): string {
  const rows = services.map((service) => [
    service,
    ...faultKinds.map((kind) => percent.format(table[service][kind] * 100)),
  ]);
  return `${textTable([`faults, % (seed ${seed})`, ...faultKinds], rows)}\n`;
}

function dealtText({ dealt }: FaultSummary): string {
  const rows = services.map((service) => [
    service,
    ...faultKinds.map((kind) => dealt[`${service}.${kind}`] ?? 0),
  ]);
  const all = faultKinds.map((kind) =>
    services.reduce((sum, service) => sum + (dealt[`${service}.${kind}`] ?? 0), 0),
  );
  return textTable(['faults dealt', ...faultKinds], [...rows, ['all', ...all]]);
}

function findingsText(comparison: PlayComparison): string[] {
  const findingLines = (name: string, findings: readonly PlayFinding[]) =>
    findings
      .slice(0, mostFindings)
      .map((one) => `${name}: ${one.customer} ${one.scenario}/${one.step} ${one.touchpoint}: ${one.what}`);
  const { lost, twice, different, raced, records } = comparison;
  return [
    ...findingLines('lost', lost),
    ...findingLines('twice', twice),
    ...findingLines('differs', different),
    ...findingLines('raced', raced),
    ...records.slice(0, mostFindings).map((customer) => `record differs: ${customer}`),
  ];
}

function minutes(latest_ms: number): string {
  return `${Math.round(latest_ms / 60_000)} min`;
}

function totalsText(summary: FaultSummary): string {
  const { comparison, without, withFaults } = summary;
  const { touchpoints, mails } = comparison;
  const unknown = (kind: string) => comparison.unknown.filter((one) => one.kind === kind).length;
  return textTable(
    ['total', 'without', 'with faults'],
    [
      ['orders', summary.orders, summary.orders],
      ['mails', mails.without, mails.with],
      ['lost', 0, comparison.lost.length],
      ['twice', 0, comparison.twice.length],
      ['mails with unclear answer', 0, summary.unclear],
      ['unknown marketing, counted', 0, unknown('marketing')],
      ['unknown transactional, counted', 0, unknown('transactional')],
      ['transactional sent once more', 0, summary.sentOnceMore],
      ['of these two mails, counted', 0, comparison.twiceCounted],
      ['of all these for a kill', 0, summary.withoutCause],
      ['touchpoints', touchpoints.without, touchpoints.with],
      ['touchpoints equal', '', touchpoints.equal],
      ['touchpoints raced', '', comparison.raced.length],
      ['touchpoints that differ', '', comparison.different.length],
      ['records that differ', '', comparison.records.length],
      ['latest mail', '', minutes(comparison.latest_ms)],
      ['dead letters redriven', 0, summary.redriven],
      ['dead letters left', without.deadLetters, withFaults.deadLetters],
      ['mails told of late', 0, summary.lateMails],
      ['workers killed', 0, summary.kills],
      ['invocations failed', without.failedInvocations, withFaults.failedInvocations],
      ['requests through the proxy', 0, summary.requests],
      ['seconds', without.seconds, withFaults.seconds],
    ],
  );
}

export function summaryText(summary: FaultSummary): string {
  const { broken } = summary;
  const verdict =
    broken.length === 0
      ? 'The delivery contract held: nothing lost, nothing twice but for what is counted.'
      : `The delivery contract is BROKEN: ${broken.join('; ')}.`;
  const sections = [
    dealtText(summary),
    totalsText(summary),
    findingsText(summary.comparison).join('\n'),
    verdict,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
