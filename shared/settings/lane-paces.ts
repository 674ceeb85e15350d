/** How many workers a lane has, and so how fast it is: the one place that answers for stack, functions and commands. */
import type { Lane } from '../core/values/lane.ts';
import { confirmEvery_ms, type LanePace, workersFor } from '../core/values/send-pace.ts';
import type { Settings } from './settings.ts';

export type LaneSettings = Pick<Settings, 'sendRate' | 'laneShares' | 'laneConcurrency'>;

/** The lane's workers are as many as the settings say, else enough for the whole rate. */
export function lanePace({ sendRate, laneShares, laneConcurrency }: LaneSettings, lane: Lane): LanePace {
  const pace = { lane, rate: sendRate, share: laneShares[lane] };
  return { ...pace, workers: laneConcurrency?.[lane] ?? workersFor(pace) };
}

export const lanePaces = (settings: LaneSettings): Readonly<Record<Lane, LanePace>> => ({
  transactional: lanePace(settings, 'transactional'),
  marketing: lanePace(settings, 'marketing'),
});

export type ConfirmSettings = LaneSettings & Pick<Settings, 'confirmShare'>;

/** The least time between two mails of one worker that ask to confirm, in ms. */
export const confirmPace_ms = (settings: ConfirmSettings): number =>
  confirmEvery_ms(lanePace(settings, 'transactional'), settings.confirmShare);
