/** The bench's plays: the year of the population, and two customers through ten years, each to its end. */
import { Temporal } from 'temporal-polyfill';
import { parseSettings, type Settings } from '../../../../shared/settings/settings.ts';
import { cdkSettings } from '../cdk-settings.ts';
import { CauseTally } from '../cost/tally.ts';
import { type PopulationName, readPopulation } from '../population/population.ts';
import { type Lab, startLab } from './lab.ts';
import { PopulationPlay } from './play.ts';

/** Which scenarios let in: the library as it ships, all that ship, or the thank-you and the letters after a purchase. */
export const libraries = {
  default: {},
  'all-on': { '*': { on: true }, 'points-expiry': { on: true }, 'rank-reached': { on: true } },
  'two-stories': { '*': { on: false }, 'order-thanks': { on: true }, 'after-purchase': { on: true } },
} as const satisfies Record<string, Settings['scenarios']>;

export type LibraryName = keyof typeof libraries;

interface PlayedPopulation {
  readonly name: PopulationName;
  readonly digest: string;
  readonly tally: CauseTally;
  readonly orders: number;
  readonly customers: number;
  readonly until: Temporal.Instant;
  /** Bytes of all items at its end, by table. */
  readonly kept_bytes: Readonly<Record<string, number>>;
}

/** The settings as they ship, with mail let out. */
export const billedSettings = (library: LibraryName): Settings =>
  parseSettings({
    ...(cdkSettings() as object),
    mode: 'live',
    liveOutsideProduction: true,
    scenarios: libraries[library],
  });

/** Once a week, and only once in a quarter through ten years: it finds nothing, and its own price is counted as idle. */
const sweepEvery_days: Readonly<Record<PopulationName, number>> = { year: 7, 'ten-years': 90 };
/** Long after the last event, so that every series has come to its end. */
const quietAfter_days = 800;

export interface Plays {
  readonly year: PlayedPopulation;
  /** Left out where it is not asked for. */
  readonly tenYears: PlayedPopulation | undefined;
}

export async function playBill(library: LibraryName, withTenYears: boolean): Promise<Plays> {
  const lab = await startLab(billedSettings(library), Temporal.Instant.from('2026-03-01T00:00:00Z'));
  try {
    const year = await played(lab, 'year');
    if (!withTenYears) return { year, tenYears: undefined };
    await lab.cloud.empty();
    return { year, tenYears: await played(lab, 'ten-years') };
  } finally {
    await lab.stop();
  }
}

async function played(lab: Lab, name: PopulationName): Promise<PlayedPopulation> {
  const { events, digest } = readPopulation(name);
  const tally = new CauseTally();
  const days = ((events.at(-1)?.at_ms ?? 0) - (events[0]?.at_ms ?? 0)) / 86_400_000;
  lab.now = Temporal.Instant.fromEpochMilliseconds(events[0]?.at_ms ?? 0);
  await new PopulationPlay(lab, {
    events,
    sweepEvery_days: sweepEvery_days[name],
    atMost_days: days + quietAfter_days,
    note: (one) => tally.add(one),
  }).run();
  tally.of('events').busIn += events.length;
  const told = (what: string) => events.filter((event) => event.name === what).length;
  return {
    name,
    digest,
    tally,
    orders: told('OrderPlaced'),
    customers: told('CustomerRegistered'),
    until: lab.now,
    kept_bytes: await lab.cloud.kept_bytes(),
  };
}
