/** The journey map as one page that needs nothing from anywhere: for a phone, a desk and a sheet of paper. */
import { escapeHtml } from '../../terminal/escape-html.ts';
import { contactPolicyPhrase, gapPhrase } from './map-coverage.ts';
import type { Flow, FlowNode } from './map-flow.ts';
import { gapNames, type JourneyMap, type MappedScenario, mapCounts } from './map-model.ts';
import { mapPageStyle } from './map-page-style.ts';
import { factLines } from './map-phrases.ts';
import type { MapWords } from './map-words.ts';

/** The page as HTML. */
export function mapPage(map: JourneyMap): string {
  const { words, locale, stages } = map;
  const { scenarios, messages } = mapCounts(map);
  const sections = stages.flatMap((stage) => stage.scenarios.map((mapped) => article(mapped, words)));
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(words.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${mapPageStyle}</style></head><body>
<header><h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.intro)}</p>
<p class="count">${escapeHtml(words.counted(scenarios, messages))} · ${escapeHtml(`${words.gaps}: ${gapNames(map)}`)}</p>
<p class="count">${escapeHtml(`${words.segmentGaps}: ${gapPhrase(map)}`)}</p>
<p class="count">${escapeHtml(`${words.contactPolicy}: ${contactPolicyPhrase(map)}`)}</p>
<p class="count">${escapeHtml(`${words.steps.rhythm}: ${map.rhythm}`)}</p></header>
<main>
<ol class="stages">${stages.map((stage) => stageCard(stage, words)).join('')}</ol>
${sections.join('\n')}
</main></body></html>
`;
}

function stageCard({ stage, scenarios }: JourneyMap['stages'][number], words: MapWords): string {
  const { name, about } = words.stages[stage];
  const links = scenarios.map(
    ({
      scenario,
      messages,
    }) => `<a class="card ${scenario.kind}${scenario.enabled === false ? ' off' : ''}" href="#${scenario.id}">
<b>${escapeHtml(scenario.id)}</b><small>${escapeHtml(words.kinds[scenario.kind])} · ${escapeHtml(words.messages(messages.length))}</small></a>`,
  );
  const within = links.length > 0 ? links.join('') : `<p class="gap">${escapeHtml(words.gap)}</p>`;
  return `<li><h2>${escapeHtml(name)}</h2><p>${escapeHtml(about)}</p>${within}</li>`;
}

function article({ scenario, flow }: MappedScenario, words: MapWords): string {
  const lines = factLines(scenario, words).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<article id="${scenario.id}"><div class="about">
<h2>${escapeHtml(scenario.id)} <small>v${scenario.version}</small></h2>
<p lang="en">${escapeHtml(scenario.purpose)}</p>
<dl>${lines.join('')}</dl></div>
<ol class="flow">${flow.nodes.map((node) => flowItem(node, flow, scenario.id, words)).join('')}</ol></article>`;
}

/** The steps stand in their order; a way that leads anywhere but to the next one is a link. */
function flowItem(node: FlowNode, flow: Flow, scenario: string, words: MapWords): string {
  const next = flow.nodes[flow.nodes.indexOf(node) + 1]?.id;
  const ways = flow.ways.filter(({ from }) => from === node.id);
  const leads = ways.some(({ to }) => to === next);
  const jumps = ways.filter(({ to, label }) => label !== undefined || to !== next);
  const place = (id: string) => escapeHtml(`${scenario}.${id}`);
  const lines = jumps.map(({ to, label }) => {
    const name = to === '+done' ? words.done : to;
    const condition = label === undefined ? '' : `<span>${escapeHtml(label)}</span> `;
    return `<li>${condition}<a href="#${place(to)}">→ ${escapeHtml(name)}</a></li>`;
  });
  const detail = node.detail ? `<code>${escapeHtml(node.detail)}</code>` : '';
  const step =
    /^\+/.test(node.id) || node.kind === 'branch' || node.kind === 'split'
      ? ''
      : `<i>${escapeHtml(node.id)}</i>`;
  return `<li id="${place(node.id)}" class="${node.kind}${leads ? ' on' : ''}"><div><b>${escapeHtml(node.label)}</b>${detail}${step}${
    lines.length > 0 ? `<ul>${lines.join('')}</ul>` : ''
  }</div></li>`;
}
