/** What all invocations of one simulation stand on. */
import type { Temporal } from 'temporal-polyfill';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { Intake } from '../../shared/ports/intake.ts';
import type { Lanes } from '../../shared/ports/lanes.ts';
import type { DecodedRecords } from './decoded-records.ts';
import type { Dealer } from './faults.ts';
import type { Kernel } from './kernel.ts';
import type { Oracle } from './oracle.ts';
import type { Random } from './random.ts';
import type { SimScheduler } from './sim-scheduler.ts';
import type { SimSes } from './sim-ses.ts';

export type Table = 'records' | 'beside';

/** What holds for a while. */
export interface Weather {
  /** Both tables. */
  tableThrottledUntil_ms: number;
  /** One of them. */
  oneTable: { readonly table: Table; readonly until_ms: number };
  /** So long SQS says that the marketing lane holds a whole campaign. */
  laneFullUntil_ms: number;
}

export const fairWeather = (): Weather => ({
  tableThrottledUntil_ms: 0,
  oneTable: { table: 'records', until_ms: 0 },
  laneFullUntil_ms: 0,
});

export interface Ground {
  readonly kernel: Kernel;
  readonly dealer: Dealer;
  /** For what is no fault: how long calls take. */
  readonly chance: Random;
  readonly memory: MemoryWorld;
  readonly decoded: DecodedRecords;
  readonly scheduler: SimScheduler;
  readonly lanes: Lanes;
  readonly intake: Intake;
  readonly ses: SimSes;
  readonly oracle: Oracle;
  readonly weather: Weather;
  /** Of each customer the moment from which the scan may find them, as it was last written. */
  readonly wakings: Map<string, Temporal.Instant | undefined>;
}
