/** The table of programs in `docs/scenarios.md`, between two marks, and that of a store with programs of its own. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import { newestOf } from '../library.ts';
import { goalPhrase } from './map-phrases.ts';
import { mapWords } from './map-words.ts';

const mark = '<!-- programs -->';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** By number of the program; what belongs to none stands last. */
export function programTable(scenarios: readonly Scenario[]): string {
  const head = ['#', 'Scenario', 'Live, or what it waits for', 'Stage', 'Kind', 'Goal', 'KPI'];
  const sorted = newestOf(scenarios).toSorted((a, b) => (a.program ?? 100) - (b.program ?? 100));
  const rows = sorted.map((scenario) => [
    scenario.program?.toString() ?? '',
    `[${scenario.id}](journey-map.md#${scenario.id})`,
    stateOf(scenario),
    scenario.stage,
    scenario.kind,
    goalPhrase(scenario.goal, mapWords.en),
    scenario.kpi ?? '',
  ]);
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function stateOf({ waitsFor, enabled }: Scenario): string {
  const waits = waitsFor ? `waits for: ${waitsFor}` : 'live';
  return enabled === false ? `${waits}; switched off` : waits;
}

/** The page of a store: all its scenarios, with ours. */
export const ownPrograms = (scenarios: readonly Scenario[]): string =>
  `# Programs\n\n<!-- npm run scenario -- map -->\n\n${programTable(scenarios)}\n`;

/** The document with the table of today. Throws {@link OperatorRefusal} where the marks are missing. */
export function withPrograms(document: string, scenarios: readonly Scenario[]): string {
  const [before, old, after] = document.split(mark);
  if (before === undefined || old === undefined || after === undefined)
    throw new OperatorRefusal(
      `docs/scenarios.md needs "${mark}" before and after its table: put them there.`,
    );
  return `${before}${mark}\n${programTable(scenarios)}\n${mark}${after}`;
}
