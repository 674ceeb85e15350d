/** What all invocations of one simulation stand on. */
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

/** What holds for a while. */
interface Weather {
  tableThrottledUntil_ms: number;
}

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
}
