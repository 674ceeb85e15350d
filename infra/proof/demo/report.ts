/** What the demo prints for people. */
import { scenarios } from '../../../shared/library.ts';
import { percent } from '../../terminal/percent.ts';
import { textTable } from '../../terminal/text-table.ts';
import type { Calendar } from './calendar.ts';
import type { DemoSummary } from './tally.ts';

const ratio = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function counted(what: string, counts: Readonly<Record<string, number>>): string {
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return rows.length === 0 ? `No ${what}.` : textTable([what, ''], rows);
}

function calendarText({ customer, name, timeZone, rows }: Calendar): string {
  const title = [customer, name, timeZone].filter((part) => part !== '').join(' · ');
  const head = ['day', 'time', 'step', 'subject', 'what', 'because'];
  const cells = rows.map((row) => [row.day, row.time, row.step, row.subject, row.what, row.because]);
  return `${title}\n\n${textTable(head, cells)}`;
}

function requests({ awsRequests, events, mails }: DemoSummary): string {
  const each = (count: number, of: number) => (of === 0 ? '-' : ratio.format(count / of));
  const all = Object.values(awsRequests).reduce((sum, count) => sum + count, 0);
  const rows = [...Object.entries(awsRequests).sort(([, a], [, b]) => b - a), ['all', all] as const];
  return textTable(
    ['AWS requests', 'total', 'for each event', 'for each mail'],
    rows.map(([operation, count]) => [operation, count, each(count, events), each(count, mails.total)]),
  );
}

function totals(summary: DemoSummary): string {
  return textTable(
    ['total', ''],
    [
      ['events', summary.events],
      ['customers', summary.customers],
      ['enrolments', summary.enrolments],
      ['mails', summary.mails.total],
      ['duplicates', summary.duplicates],
      ['in quiet hours', summary.contactPolicy.inQuietHours],
      ['over caps', summary.contactPolicy.overCaps],
      ['dead letters', summary.deadLetters],
      ['unknown', summary.unknown],
      ['read units', summary.capacity.read],
      ['write units', summary.capacity.write],
      ['seconds', summary.seconds],
    ],
  );
}

/** Programs are numbered as the map of journeys numbers them; scenarios that belong to none come last. */
function byProgram({ mails }: DemoSummary): string {
  const rows = Object.entries(mails.byScenario)
    .map(([id, count]) => ({ id, count, program: scenarios.find((one) => one.id === id)?.program }))
    .sort((a, b) => (a.program ?? 99) - (b.program ?? 99) || b.count - a.count);
  if (rows.length === 0) return 'No mails.';
  return textTable(
    ['program', 'scenario', 'mails'],
    rows.map(({ program, id, count }) => [program ?? '', id, count]),
  );
}

/** Who got what of those who should, the worst first; what was lost, with what went instead where that is known. */
function reach({ reached: { messages } }: DemoSummary): string {
  if (messages.length === 0) return 'No message came to be due.';
  const named = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([word, times]) => `${word} ${times}`)
      .join(', ');
  const should = messages.reduce((sum, one) => sum + one.should, 0);
  const got = messages.reduce((sum, one) => sum + one.got, 0);
  const rows = messages.map((one) => [
    one.message,
    one.should,
    one.got,
    percent(one.got, one.should),
    named(one.lost),
    named(one.by),
  ]);
  const head = ['message', 'should get', 'got', 'reach', 'lost by', 'what went instead'];
  return textTable(head, [...rows, ['all', should, got, percent(got, should), '', '']]);
}

/** The whole report, one section below the other. */
export function demoReport(summary: DemoSummary, calendars: readonly Calendar[]): string {
  const sections = [
    ...calendars.map(calendarText),
    byProgram(summary),
    counted('mails by template', summary.mails.byTemplate),
    counted('skips by reason', summary.skipped),
    reach(summary),
    counted('messages held at the end', summary.reached.held),
    counted('last refusals of entry', summary.reached.notLetIn),
    requests(summary),
    totals(summary),
  ];
  return `${sections.join('\n\n')}\n`;
}
