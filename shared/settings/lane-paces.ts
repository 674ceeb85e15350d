/** How many workers a lane has, and so how fast it is: the one place that answers for stack, functions and commands. */
import type { Lane } from '../core/values/lane.ts';
import { type LanePace, workersFor } from '../core/values/send-pace.ts';
import type { Settings } from './settings.ts';

export type LaneSettings = Pick<Settings, 'sendRate' | 'laneShares' | 'laneConcurrency'>;

/** Workers of a lane: as the settings say, else enough for the whole rate. */
export const laneWorkers = (
  { sendRate, laneConcurrency }: Pick<Settings, 'sendRate' | 'laneConcurrency'>,
  lane: Lane,
): number => laneConcurrency?.[lane] ?? workersFor(sendRate, lane);

export const lanePace = (settings: LaneSettings, lane: Lane): LanePace => ({
  lane,
  rate: settings.sendRate,
  share: settings.laneShares[lane],
  workers: laneWorkers(settings, lane),
});
