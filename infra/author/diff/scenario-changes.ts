/** What changed between two lists of scenarios, told for each scenario in words. */
import { isDeepStrictEqual } from 'node:util';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import { newestOf } from '../library.ts';
import { goalInWords, inFlightInWords, limitInWords, ruleInWords, triggerInWords } from './in-words.ts';
import { stepInWords } from './steps-in-words.ts';

export interface ScenarioChange {
  readonly scenario: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The newest version before and now. */
  readonly before?: number | undefined;
  readonly now?: number | undefined;
  readonly says: readonly string[];
}

/** The newest version of each against the newest before; of older versions only that one came or went. */
export function scenarioChanges(before: readonly Scenario[], now: readonly Scenario[]): ScenarioChange[] {
  const were = new Map(newestOf(before).map((scenario) => [scenario.id, scenario]));
  const are = new Map(newestOf(now).map((scenario) => [scenario.id, scenario]));
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((id) => {
    const [was, is] = [were.get(id), are.get(id)];
    if (!was && is) return { scenario: id, change: 'added', now: is.version, says: whole(is) };
    if (was && !is) return { scenario: id, change: 'removed', before: was.version, says: [] };
    if (!was || !is) return [];
    const says = [...versionChanges(before, now, id, is), ...libraryChanges(was, is)];
    if (says.length === 0 && was.version === is.version) return [];
    return { scenario: id, change: 'changed', before: was.version, now: is.version, says };
  });
}

function whole(scenario: Scenario): string[] {
  return [
    `begins with ${triggerInWords(scenario.trigger)}`,
    ...scenario.steps.map((step) => `step "${step.id}" ${stepInWords(step)}`),
  ];
}

function versionChanges(
  before: readonly Scenario[],
  now: readonly Scenario[],
  id: string,
  newest: Scenario,
): string[] {
  const versions = (all: readonly Scenario[]) => all.filter((one) => one.id === id).map((one) => one.version);
  const [were, are] = [versions(before), versions(now)];
  const gone = were.filter((version) => !are.includes(version));
  const back = are.filter((version) => !were.includes(version) && version !== newest.version);
  const kept = are.filter((version) => version !== newest.version && were.includes(version));
  return [
    ...gone.map((version) => `version ${version} is no longer registered`),
    ...back.map((version) => `version ${version} is registered besides`),
    ...(were.includes(newest.version)
      ? []
      : kept.map((version) => `version ${version} stays for those inside`)),
  ];
}

const hypothesis = [
  ['hypothesis', 'its hypothesis'],
  ['motive', 'its motive'],
  ['barrier', 'its barrier'],
  ['callToAction', 'its call to action'],
  ['kpi', 'its KPI'],
  ['waitsFor', 'what it waits for'],
] as const;

const letsIn = ({ enabled }: Scenario) =>
  enabled === false ? 'nobody: it is switched off' : 'as its trigger says';

/** Of two versions of one scenario. */
function libraryChanges(was: Scenario, is: Scenario): string[] {
  const rules = (scenario: Scenario) => scenario.exitOn?.map(ruleInWords).join(', ') || 'nothing';
  const about = (scenario: Scenario) =>
    scenario.kind === 'marketing' ? `marketing on ${scenario.topic}` : scenario.kind;
  return [
    ...changed('its kind', about(was), about(is)),
    ...changed('its stage', was.stage, is.stage),
    ...changed('its purpose', was.purpose, is.purpose),
    ...hypothesis.flatMap(([field, what]) =>
      changed(what, String(was[field] ?? 'none'), String(is[field] ?? 'none')),
    ),
    ...changed('it lets in', letsIn(was), letsIn(is)),
    ...changed('whom', limitInWords(was), limitInWords(is)),
    ...changed('its group', was.group ?? 'none', is.group ?? 'none'),
    ...changed(
      'it takes the place of',
      was.replaces?.join(', ') ?? 'none',
      is.replaces?.join(', ') ?? 'none',
    ),
    ...changed('where its group is taken', was.whenTaken ?? 'skip', is.whenTaken ?? 'skip'),
    ...changed('its priority', was.priority ?? 'usual', is.priority ?? 'usual'),
    ...changed('those inside before', inFlightInWords(was), inFlightInWords(is)),
    ...changed('begins with', triggerInWords(was.trigger), triggerInWords(is.trigger)),
    ...changed('its goal', goalInWords(was.goal), goalInWords(is.goal)),
    ...changed('ends on', rules(was), rules(is)),
    ...stepChanges(was.steps, is.steps),
  ];
}

const changed = (what: string, was: string, is: string): string[] =>
  was === is ? [] : [`${what}: ${is} (was: ${was})`];

function stepChanges(were: readonly Step[], are: readonly Step[]): string[] {
  const before = new Map(were.map((step) => [step.id, step]));
  const now = new Set(are.map((step) => step.id));
  const changes = are.flatMap((step, at) => {
    const was = before.get(step.id);
    const place = at === 0 ? 'at the beginning' : `after "${are[at - 1]?.id}"`;
    if (!was) return [`step "${step.id}" added ${place}: ${stepInWords(step)}`];
    if (isDeepStrictEqual(was, step)) return [];
    return [`step "${step.id}" ${stepInWords(step)} (was: ${stepInWords(was)})`];
  });
  const removed = were
    .filter((step) => !now.has(step.id))
    .map((step) => `step "${step.id}" removed: it ${stepInWords(step)}`);
  const keptBefore = were.filter((step) => now.has(step.id)).map((step) => step.id);
  const keptNow = are.filter((step) => before.has(step.id)).map((step) => step.id);
  const order = isDeepStrictEqual(keptBefore, keptNow)
    ? []
    : [`its steps now come in the order ${are.map((step) => `"${step.id}"`).join(', ')}`];
  return [...changes, ...removed, ...order];
}
