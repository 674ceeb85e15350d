/** One life as a picture: a row for each program's messages, a column for each day. */
import { escapeHtml } from '../../terminal/escape-html.ts';
import type { DatedLife } from './dated-life.ts';
import type { Fate } from './fates.ts';

const day_ms = 86_400_000;
const day_px = 7;
const row_px = 18;
const names_px = 190;
/** What went this much later is shown as late. */
const late_ms = 3_600_000;

export function lifeCalendar({ from, until, happens }: DatedLife, fates: readonly Fate[]): string {
  const dayOf = (at_ms: number) => Math.floor((at_ms - from.epochMilliseconds) / day_ms);
  const days = dayOf(until.epochMilliseconds) + 1;
  const rows = [...Map.groupBy(fates, ({ scenario }) => scenario)];
  const width = names_px + days * day_px + 10;
  const height = (rows.length + 2) * row_px;
  const x = (at_ms: number) => names_px + dayOf(at_ms) * day_px;
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => {
    const at = names_px + week * 7 * day_px;
    const label = week % 2 === 0 ? `<text x="${at}" y="12" class="dim">${week * 7}</text>` : '';
    return `<path d="M${at} 16V${height}" class="week"/>${label}`;
  });
  const told = happens.map(
    ({ at, name }) =>
      `<path d="M${x(at.epochMilliseconds)} ${row_px}V${height}" class="told"><title>${escapeHtml(`day ${dayOf(at.epochMilliseconds)}: ${name}`)}</title></path>`,
  );
  const lines = rows.map(([scenario, those], nth) => {
    const y = (nth + 2) * row_px - 5;
    const dots = those.map((fate) => dot(fate, x(fate.gotAt_ms ?? fate.meantAt_ms), y - 4, dayOf));
    return `<text x="0" y="${y}">${escapeHtml(scenario)}</text>${dots.join('')}`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">${weeks.join('')}${told.join('')}${lines.join('')}</svg>`;
}

function dot(fate: Fate, x: number, y: number, dayOf: (at_ms: number) => number): string {
  const { got, gotAt_ms = 0, meantAt_ms, template, because, by } = fate;
  const kind = got ? (gotAt_ms - meantAt_ms >= late_ms ? 'late' : 'got') : 'lost';
  const instead = by.length > 0 ? ` (${by.join(', ')})` : '';
  const says = got ? template : `${template}: ${because ?? 'waiting'}${instead}`;
  return `<circle cx="${x}" cy="${y}" r="3.5" class="${kind}"><title>${escapeHtml(`day ${dayOf(meantAt_ms)}: ${says}`)}</title></circle>`;
}
