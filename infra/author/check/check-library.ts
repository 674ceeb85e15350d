/** Every question that `npm run scenario -- check` asks of a library. */
import { scenarioFaults } from '../../../shared/core/language/check/check-scenario.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { wantedPattern } from '../../stack/bus/event-pattern.ts';
import { fileOf, type Library, newestOf, shippedFile } from '../library.ts';
import { lockFindings } from '../lock/lock-findings.ts';
import { claimFaults } from './claim-faults.ts';
import { couponFaults } from './coupon-faults.ts';
import { filtersBeyond, templatesBeyond } from './event-parts.ts';
import { type Finding, type Findings, joined } from './finding.ts';
import { impossibleGoal } from './goal-faults.ts';
import { messageFaults } from './message-faults.ts';
import { earlyGoal, neverSent, playsOf } from './reach-faults.ts';
import { namesBeyond } from './registry-faults.ts';
import { scheduleFaults } from './schedule-faults.ts';
import { storyFindings } from './story-findings.ts';
import { templateFaults, templateWarnings } from './template-faults.ts';

export interface Counts {
  readonly scenarios: number;
  readonly versions: number;
  readonly steps: number;
  readonly messages: number;
  readonly locales: number;
}

/** What there is, older versions beside the newest. */
export function checkCounts({ scenarios, catalogue, locales }: Library): Counts {
  return {
    scenarios: newestOf(scenarios).length,
    versions: scenarios.length,
    steps: scenarios.reduce((sum, scenario) => sum + (scenario.steps?.length ?? 0), 0),
    messages: Object.keys(catalogue).length,
    locales: locales.length,
  };
}

/** Builds the messages too, where they are not built yet. */
export async function checkLibrary(library: Library, settings: Settings): Promise<Findings> {
  return joined([
    ...library.scenarios.map((scenario) => ofScenario(library, scenario, settings)),
    ofRegistry(library, settings),
    { faults: namesBeyond(library), warnings: [] },
    storyFindings(library, settings),
    lockFindings(library),
    await templateFaults(library),
    { faults: claimFaults(library, settings), warnings: templateWarnings(library) },
  ]);
}

/** What is wrong and what is odd with one scenario, by shape and, where that is right, by meaning. */
export function ofScenario(library: Library, scenario: Scenario, settings: Settings): Findings {
  const file = fileOf(library, scenario);
  const named = `${scenario?.id ?? '(no id)'}@${scenario?.version ?? '?'}`;
  const found = (says: string, step?: string): Finding => ({ file, scenario: named, step, says });
  const segments = library.segments && new Set(library.segments.map(({ name }) => name));
  const first = scenarioFaults(scenario, library.catalogue, segments).map((fault) => {
    const [, step, says] = /^step "([^"]+)":? ?([\s\S]*)$/.exec(fault) ?? [];
    return step === undefined || says === undefined ? found(fault) : found(says, step);
  });
  if (first.length > 0) return { faults: first, warnings: [] };
  const engine = engineSettings(settings);
  const plays = playsOf(scenario, engine, library.catalogue);
  const faults = [
    ...templatesBeyond(scenario, library.catalogue),
    ...scheduleFaults(scenario),
    ...neverSent(plays),
    ...(isNewest(library, scenario) ? ofNewest(scenario, library, engine) : []),
  ];
  const goal = impossibleGoal(scenario);
  const early = earlyGoal(scenario, plays, engine);
  return {
    faults: [...faults.map(({ says, step }) => found(says, step)), ...(goal ? [found(goal)] : [])],
    warnings: [
      ...filtersBeyond(scenario)
        .filter(({ says }) => !goal?.includes('its filter asks') || !says.startsWith('the goal’s'))
        .map(({ says, step }) => found(says, step)),
      ...(early ? [found(early)] : []),
    ],
  };
}

/** An older version only carries those inside it, and is frozen: what is asked of stories today is not asked of it. */
const isNewest = ({ scenarios }: Library, { id, version }: Scenario) =>
  !scenarios.some((other) => other?.id === id && other.version > version);

const ofNewest = (scenario: Scenario, { catalogue }: Library, settings: EngineSettings) => [
  ...messageFaults(scenario, catalogue, settings),
  ...couponFaults(scenario),
];

function ofRegistry(library: Library, settings: Settings): Findings {
  const { scenarios, segments = [], files, shelves } = library;
  const faults: Finding[] = [];
  const seen = new Set<string>();
  for (const scenario of scenarios) {
    const scenarioVersion = `${scenario?.id}@${scenario?.version}`;
    if (seen.has(scenarioVersion)) {
      const says = 'is registered twice: raise the version of one, or take one out of its program.ts';
      faults.push({ file: fileOf(library, scenario), scenario: scenarioVersion, says });
    }
    seen.add(scenarioVersion);
  }
  try {
    wantedPattern(settings, { scenarios: scenarios.filter((scenario) => scenario?.trigger), segments });
  } catch (error) {
    faults.push({ file: shippedFile, says: error instanceof Error ? error.message : String(error) });
  }
  const listed = new Set(
    shelves.flatMap(({ programs }) => Object.values(programs)).flatMap((program) => program.scenarios),
  );
  const unlisted = [...files].filter(([scenario]) => !listed.has(scenario));
  const warnings = unlisted.map(([{ id, version }, file]) => ({
    file,
    scenario: `${id}@${version}`,
    says: 'lets nobody in, because no listed program has it: put it into program.ts, or remove the file',
  }));
  return { faults, warnings };
}
