/** The journey map as Markdown, its flows drawn by Mermaid. */

import { contactPolicyPhrase, gapPhrase } from './map-coverage.ts';
import type { Flow, FlowNode } from './map-flow.ts';
import { gapNames, type JourneyMap, type MappedScenario } from './map-model.ts';
import { factLines, goalPhrase } from './map-phrases.ts';
import type { MapWords } from './map-words.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The whole page, ending in a line break. */
export function mapMarkdown(map: JourneyMap): string {
  const { words, stages } = map;
  const all = stages.flatMap(({ scenarios }) => scenarios);
  const parts = [
    `# ${words.title}`,
    `<!-- npm run scenario -- map -->\n${words.intro}`,
    fenced(overview(map)),
    overviewTable(map),
    `**${words.gaps}:** ${gapNames(map)}`,
    `**${words.segmentGaps}:** ${gapPhrase(map)}`,
    `**${words.contactPolicy}:** ${contactPolicyPhrase(map)}`,
    `**${words.steps.rhythm}:** ${map.rhythm}`,
    ...all.map((mapped) => section(mapped, words)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function overviewTable({ stages, words }: JourneyMap): string {
  const { columns, facts } = words;
  const head = [columns.stage, columns.scenario, facts.purpose, facts.goal, columns.messages];
  const rows = stages.flatMap(({ stage, scenarios }) => {
    const { name } = words.stages[stage];
    if (scenarios.length === 0) return [[name, `*${words.gap}*`, '', '', '']];
    return scenarios.map(({ scenario, messages }) => [
      name,
      `[${scenario.id}](#${scenario.id})`,
      scenario.purpose,
      goalPhrase(scenario.goal, words),
      String(messages.length),
    ]);
  });
  return table(head, rows);
}

function section({ scenario, flow, messages }: MappedScenario, words: MapWords): string {
  const lines = [...factLines(scenario, words), [words.columns.messages, String(messages.length)]].map(
    ([name, value]) => `- **${name}:** ${value}`,
  );
  return [`## ${scenario.id}`, scenario.purpose, lines.join('\n'), fenced(drawing(flow))].join('\n\n');
}

const fenced = (lines: readonly string[]) => ['```mermaid', ...lines, '```'].join('\n');

/** Text within the quotes of a label. */
export const labelText = (text: string) =>
  text.replace(/[#"<>&`\\]/g, (character) => `#${character.codePointAt(0)};`).replaceAll('\n', ' ');

/** A name that is no word of Mermaid's own. */
const nodeName = (id: string) => `s_${id.replaceAll(/[^a-z0-9]/gi, '_')}`;

function overview({ stages, words }: JourneyMap): string[] {
  const boxes = stages.flatMap(({ stage, scenarios }) => [
    `  subgraph ${nodeName(`+stage-${stage}`)}["${labelText(words.stages[stage].name)}"]`,
    ...scenarios.map(({ scenario, messages }) => {
      const count = labelText(words.messages(messages.length));
      return `    ${nodeName(scenario.id)}["${labelText(scenario.id)}<br>${count}"]`;
    }),
    ...(scenarios.length === 0 ? [`    ${nodeName(`+gap-${stage}`)}(["${labelText(words.gap)}"])`] : []),
    '  end',
  ]);
  const order = stages.map(({ stage }) => nodeName(`+stage-${stage}`)).join(' --> ');
  return ['flowchart LR', ...boxes, `  ${order}`];
}

function drawing({ nodes, ways }: Flow): string[] {
  return [
    'flowchart TD',
    ...nodes.map((node) => `  ${nodeName(node.id)}${shape(node)}`),
    ...ways.map(({ from, to, label }) => {
      const words = label === undefined ? '' : `|"${labelText(label)}"|`;
      return `  ${nodeName(from)} -->${words} ${nodeName(to)}`;
    }),
  ];
}

function shape({ kind, label, detail }: FlowNode): string {
  const text = `"${labelText(label)}${detail ? `<br>${labelText(detail)}` : ''}"`;
  if (kind === 'send') return `[${text}]`;
  if (kind === 'series') return `[[${text}]]`;
  if (kind === 'branch' || kind === 'split') return `{${text}}`;
  if (kind === 'set' || kind === 'emit') return `[/${text}/]`;
  if (kind === 'repeat' || kind === 'goto') return `{{${text}}}`;
  return kind === 'wait' ? `(${text})` : `([${text}])`;
}
