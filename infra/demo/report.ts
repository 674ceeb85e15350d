/** What the demo prints for people. */
import Table from 'cli-table3';
import type { Calendar } from './calendar.ts';
import type { Summary } from './tally.ts';

const plain = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const ratio = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const isNumeric = (cell: string | number | undefined) => /^[\d.]+$|^-$/.test(String(cell));

/** Numbers stand to the right, all else to the left. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const drawn = new Table({
    head: [...head],
    colAligns: head.map((_, column) => (isNumeric(rows[0]?.[column]) ? 'right' : 'left')),
    chars: plain,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  for (const row of rows)
    drawn.push(row.map((cell) => (typeof cell === 'number' ? number.format(cell) : cell)));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function counted(what: string, counts: Readonly<Record<string, number>>): string {
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return rows.length === 0 ? `No ${what}.` : table([what, ''], rows);
}

function calendarText({ customer, name, timeZone, rows }: Calendar): string {
  const title = [customer, name, timeZone].filter((part) => part !== '').join(' · ');
  const head = ['day', 'time', 'step', 'subject', 'what', 'because'];
  const cells = rows.map((row) => [row.day, row.time, row.step, row.subject, row.what, row.because]);
  return `${title}\n\n${table(head, cells)}`;
}

function requests({ awsRequests, events, mails }: Summary): string {
  const each = (count: number, of: number) => (of === 0 ? '-' : ratio.format(count / of));
  const all = Object.values(awsRequests).reduce((sum, count) => sum + count, 0);
  const rows = [...Object.entries(awsRequests).sort(([, a], [, b]) => b - a), ['all', all] as const];
  return table(
    ['AWS requests', 'total', 'for each event', 'for each mail'],
    rows.map(([operation, count]) => [operation, count, each(count, events), each(count, mails.total)]),
  );
}

function totals(summary: Summary): string {
  return table(
    ['total', ''],
    [
      ['events', summary.events],
      ['customers', summary.customers],
      ['enrolments', summary.enrolments],
      ['mails', summary.mails.total],
      ['duplicates', summary.duplicates],
      ['dead letters', summary.deadLetters],
      ['unknown', summary.unknown],
      ['read units', summary.capacity.read],
      ['write units', summary.capacity.write],
      ['seconds', summary.seconds],
    ],
  );
}

/** The whole report, one section below the other. */
export function report(summary: Summary, calendars: readonly Calendar[]): string {
  const sections = [
    ...calendars.map(calendarText),
    counted('mails by template', summary.mails.byTemplate),
    counted('skips by reason', summary.skipped),
    requests(summary),
    totals(summary),
  ];
  return `${sections.join('\n\n')}\n`;
}
