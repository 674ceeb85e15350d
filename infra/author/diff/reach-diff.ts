/** Rehearses the same people with two libraries, or with other switches, and tells what becomes otherwise for whom. */
import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../../../shared/settings/settings.ts';
import { sentenceOf } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { productRoot } from '../library.ts';
import { liveOf } from '../live.ts';
import { type Announced, announcedFor } from '../reach/announced.ts';
import { reachBar } from '../reach/reach-bar.ts';
import { settingsFor } from '../reach/reach-settings.ts';
import { type Rehearsing, rehearsePopulation } from '../reach/rehearse-population.ts';
import { isFlat } from './flat-library.ts';
import type { Snapshot } from './library-at.ts';
import { reachDifference } from './reach-changes.ts';
import { reachChangeLines } from './reach-lines.ts';
import { settingsIn } from './settings-in.ts';

export interface RehearsedWhom {
  readonly variations: number;
  readonly life?: string;
  /** What each life hears of besides. */
  readonly announced?: readonly Announced[];
}

/** Scenarios that would be live, and that would not, over what cdk.json says. */
export interface Switches {
  readonly on: readonly string[];
  readonly off: readonly string[];
}

type Told = Pick<Report, 'lines' | 'data'>;
type Played = Required<Pick<Rehearsing, 'root' | 'settings'>>;

/** What the switches would change, by today's library. Throws `UnknownScenarioSwitch`, `WrongUsage`. */
export async function reachOfSwitches(
  { scenarios }: Snapshot,
  switches: Switches,
  whom: RehearsedWhom,
): Promise<Told> {
  const settings = settingsFor('lives');
  const then = withSwitches(settings, switches);
  liveOf(scenarios, then.scenarios);
  const announced = announcedFor(scenarios, switches.on);
  const reach = await compared(
    { root: productRoot, settings },
    { root: productRoot, settings: then },
    { ...whom, announced },
  );
  const words = [
    ...(switches.on.length > 0 ? [`${switches.on.join(', ')} switched on`] : []),
    ...(switches.off.length > 0 ? [`${switches.off.join(', ')} switched off`] : []),
  ];
  return {
    lines: [
      `With ${words.join(', and ')}:`,
      ...announced.map((name) => `Each life hears of one ${name}, in its middle unless it has its own.`),
      ...reach.lines,
    ],
    data: { ...switches, reach: reach.data },
  };
}

/** What a revision and this checkout do, each with its own settings, both by the engine of today. */
export async function reachSince(
  since: {
    readonly folder: string;
    readonly before: Snapshot;
    readonly now: Snapshot;
    readonly switches: Switches;
  },
  whom: RehearsedWhom,
): Promise<Told> {
  const { folder, before, now, switches } = since;
  if (isFlat(folder)) return unknown('that revision is older than what can be rehearsed.');
  try {
    const ours = settingsFor('lives');
    const settings = withSwitches(ours, switches);
    const then = await settingsIn(folder, ours);
    const inputs = [before, now].map(({ scenarios, segments }) => [scenarios, segments]);
    if (isDeepStrictEqual([inputs[0], then], [inputs[1], settings]))
      return {
        lines: ['Everybody gets what they got: neither journeys nor settings have changed.'],
        data: null,
      };
    return await compared({ root: folder, settings: then }, { root: productRoot, settings }, whom);
  } catch (error) {
    return unknown(sentenceOf(error));
  }
}

const unknown = (why: string): Told => ({ lines: [`Who gets what cannot be compared: ${why}`], data: null });

async function compared(before: Played, now: Played, whom: RehearsedWhom): Promise<Told> {
  const { variations, life, announced } = whom;
  const { timeZone } = now.settings;
  const who = { population: 'every-life', variations, life, announced, seed: 1, timeZone };
  const were = await rehearsePopulation({ who, ...before }, reachBar);
  const are = await rehearsePopulation({ who, ...now }, reachBar);
  const difference = reachDifference(were, are);
  return {
    lines: reachChangeLines(difference, are.length),
    data: { customers: are.length, ...difference },
  };
}

/** Whoever is switched on goes to whom its own limit leaves. */
function withSwitches(settings: Settings, { on, off }: Switches): Settings {
  const switched = (ids: readonly string[], to: boolean) => ids.map((id) => [id, { on: to }] as const);
  const scenarios = {
    ...settings.scenarios,
    ...Object.fromEntries([...switched(on, true), ...switched(off, false)]),
  };
  return { ...settings, scenarios };
}
