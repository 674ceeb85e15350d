/** A rehearsal as one page that needs nothing from anywhere: the calendar of each life, and what took whose place. */
import { escapeHtml } from '../../terminal/escape-html.ts';
import type { DatedLife } from './dated-life.ts';
import type { Fate } from './fates.ts';
import { lifeCalendar } from './life-calendar.ts';
import { reachPageStyle } from './reach-page-style.ts';
import type { MessageReach } from './reach-sums.ts';
import { timesEach } from './reach-sums.ts';
import type { RehearsedPopulation } from './rehearsed.ts';

/** More people than these have no calendar of their own. */
const mostCalendars = 40;

export function reachPage(rehearsed: RehearsedPopulation, population: readonly DatedLife[]): string {
  const { customers, should, got } = rehearsed;
  const written = population.filter(({ id }) => id.endsWith('/0'));
  const drawn = (written.length > 0 ? written : population).slice(0, mostCalendars);
  const fates = Map.groupBy(rehearsed.fates, ({ life }) => life);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Reach</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${reachPageStyle}</style></head><body>
<header><h1>Reach</h1>
<p>${customers} customers should get ${should} messages of all that is live, and got ${got} of them.</p></header>
<main>
<section><h2>Messages</h2>${reachTable(rehearsed.reach)}</section>
<section><h2>What took whose place</h2>${placesTable(rehearsed.fates)}</section>
<section><h2>Calendars</h2>
<p class="key"><span class="got">●</span> got it <span class="late">●</span> later than meant <span class="lost">○</span> lost. A day is a step to the right.</p>
${drawn.map((life) => calendar(life, fates.get(life.id) ?? [])).join('\n')}</section>
</main></body></html>
`;
}

function calendar(life: DatedLife, fates: readonly Fate[]): string {
  const got = fates.filter((fate) => fate.got).length;
  return `<figure><figcaption><b>${escapeHtml(life.id)}</b> ${got} of ${fates.length}</figcaption>
<div class="wide">${lifeCalendar(life, fates)}</div></figure>`;
}

function reachTable(reach: readonly MessageReach[]): string {
  const asked = reach.filter(({ should }) => should > 0).toSorted((a, b) => share(a) - share(b));
  const never = reach.filter(({ should }) => should === 0);
  const rows = asked.map(
    ({ template, scenario, should, got, lost, by }) =>
      `<tr><th scope="row">${escapeHtml(template)}<small>${escapeHtml(scenario)}</small></th><td>${should}</td><td>${got}</td>
<td><meter min="0" max="1" value="${share({ should, got })}"></meter> ${Math.floor(100 * share({ should, got }))} %</td>
<td class="text">${escapeHtml(words(lost))}</td><td class="text">${escapeHtml(words(by.slice(0, 3)))}</td></tr>`,
  );
  return `<div class="wide"><table><thead><tr><th>message</th><th>should</th><th>got</th><th>reach</th><th>lost by</th><th>what went instead</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div>${neverLine(never)}`;
}

function neverLine(never: readonly MessageReach[]): string {
  if (never.length === 0) return '';
  const names = never.map(({ template }) => escapeHtml(template));
  return `<p class="never">Nobody here should ever get: ${[...new Set(names)].join(', ')}.</p>`;
}

const share = ({ should, got }: Pick<MessageReach, 'should' | 'got'>) => got / should;

const words = (all: readonly (readonly [string, number])[]) =>
  all.map(([word, count]) => `${word} ${count}`).join(', ');

/** Rows are what was lost, columns the scenarios that had the place. */
function placesTable(fates: readonly Fate[]): string {
  const pairs = fates.flatMap(({ got, template, by }) =>
    got ? [] : [...new Set(by.map(scenarioOf))].map((scenario) => ({ template, scenario })),
  );
  if (pairs.length === 0) return '<p>Nothing was lost for want of a place.</p>';
  const columns = timesEach(pairs.map(({ scenario }) => scenario)).map(([scenario]) => scenario);
  const rows = [...Map.groupBy(pairs, ({ template }) => template)].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  const most = Math.max(...rows.flatMap(([, those]) => columns.map((column) => countOf(those, column))));
  const cells = rows.map(([template, those]) => {
    const row = columns.map((column) => {
      const count = countOf(those, column);
      return count === 0
        ? '<td></td>'
        : `<td class="heat" style="--h:${(count / most).toFixed(2)}">${count}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(template)}</th>${row.join('')}</tr>`;
  });
  const head = columns.map((column) => `<th scope="col"><span>${escapeHtml(column)}</span></th>`);
  return `<div class="wide"><table class="places"><thead><tr><th></th>${head.join('')}</tr></thead><tbody>${cells.join('')}</tbody></table></div>`;
}

const scenarioOf = (name: string) => name.replace(/\/.*$/, '');

const countOf = (those: readonly { readonly scenario: string }[], column: string) =>
  those.filter(({ scenario }) => scenario === column).length;
