/** What is wrong with scenarios that let people in here, by what they say of one another and by what a rehearsal tells. */
import { scenarioFaults } from '../../../shared/core/language/check/check-scenario.ts';
import { storyFaults } from '../../../shared/core/language/check/check-stories.ts';
import { neverTrue, valueFaults } from '../../../shared/core/language/check/check-values.ts';
import type { SegmentFilters } from '../../../shared/core/language/check/filter-ways.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { UnknownScenarioSwitch } from '../../../shared/core/language/switches/scenario-switches.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { fileOf, fileOfSegment, type Library, newestOf } from '../library.ts';
import { liveOf } from '../live.ts';
import type { Rehearsal } from '../reach/rehearse-lives.ts';
import type { Finding, Findings } from './finding.ts';
import { notYetMended } from './not-yet-mended.ts';
import { rehearsedFaults } from './rehearsed-faults.ts';

/** With the name under which it may be waited for: the rule, and what it is about. */
interface RuledFinding {
  readonly name: string;
  readonly finding: Finding;
}

type Told = Pick<Settings, 'scenarios'>;

/** By the library alone, with the switches of the settings. */
export function storyFindings(library: Library, settings: Told): Findings {
  const segments = library.segments ?? [];
  const filters: SegmentFilters = new Map(segments.map(({ name, is }) => [name, is]));
  const right = library.scenarios.filter((scenario) => isRight(library, scenario));
  const ofSegments = segments.flatMap(({ name, is }) =>
    neverTrue(is, filters).map((says) => ({
      name: `value ${name}`,
      finding: { file: fileOfSegment(library, name), says: `segment "${name}": ${says}` },
    })),
  );
  const ofFilters = newestOf(right).flatMap((scenario) =>
    valueFaults(scenario, filters).map((says) => ruled(library, scenario, { rule: 'value', says })),
  );
  try {
    const live = liveRight(library, settings, right);
    const ofStories = live.flatMap((scenario) =>
      storyFaults(scenario, live, segments).map((fault) => ruled(library, scenario, fault)),
    );
    return sortedOut([...ofSegments, ...ofFilters, ...ofStories]);
  } catch (error) {
    if (!(error instanceof UnknownScenarioSwitch)) throw error;
    const { faults, warnings } = sortedOut([...ofSegments, ...ofFilters]);
    return { faults: [...faults, { file: 'cdk.json', says: error.message }], warnings };
  }
}

/** By a rehearsal of the library with these settings. @param weightOf how many customers of a store a life stands for */
export function rehearsedFindings(
  library: Library,
  settings: Told,
  rehearsals: readonly Rehearsal[],
  weightOf: (life: string) => number,
): Findings {
  const right = library.scenarios.filter((scenario) => isRight(library, scenario));
  const faults = rehearsedFaults(liveRight(library, settings, right), rehearsals, weightOf);
  return sortedOut(faults.map(({ scenario, ...fault }) => ruled(library, scenario, fault)));
}

/** What cannot run at all is told elsewhere. */
function isRight({ catalogue, segments }: Library, scenario: Scenario): boolean {
  const names = segments && new Set(segments.map(({ name }) => name));
  return scenarioFaults(scenario, catalogue, names).length === 0;
}

/** A switch may name whatever there is, right or not. */
function liveRight({ scenarios }: Library, settings: Told, right: readonly Scenario[]): Scenario[] {
  const known = new Set(right.map(({ id, version }) => `${id}@${version}`));
  const named = scenarios.filter((scenario) => typeof scenario?.id === 'string');
  return liveOf(named, settings.scenarios).filter(({ id, version }) => known.has(`${id}@${version}`));
}

function ruled(
  library: Library,
  { id, version }: Scenario,
  { rule, step, says }: { readonly rule: string; readonly step?: string; readonly says: string },
): RuledFinding {
  const written = library.scenarios.find((one) => one?.id === id && one.version === version);
  const file = written && fileOf(library, written);
  return {
    name: `${rule} ${step === undefined ? id : `${id}/${step}`}`,
    finding: { file: file ?? 'cdk.json', scenario: `${id}@${version}`, step, says },
  };
}

function sortedOut(findings: readonly RuledFinding[]): Findings {
  const of = (isWaitedFor: boolean) =>
    findings.filter(({ name }) => notYetMended.includes(name) === isWaitedFor).map(({ finding }) => finding);
  return { faults: of(false), warnings: of(true) };
}
