/** `status` on the send lanes: how fast they are, and whether what waits can go before it expires. */

import { type Lane, lanes } from '../../../shared/core/values/lane.ts';
import { otherLane } from '../../../shared/core/values/send-pace.ts';
import {
  confirmsPerHour,
  laneSpeed,
  misfitWorkers,
  type OutlookSettings,
  sentBeforeExpiry,
} from '../../../shared/settings/lane-outlook.ts';
import { lanePace } from '../../../shared/settings/lane-paces.ts';
import type { QueueCounts } from '../target/queue-counts.ts';

/** What a lane holds that could go now. */
type Waiting = Pick<QueueCounts, 'visible' | 'inFlight'>;

const whole = (value: number) => Math.round(value).toLocaleString('en');

function lasting(seconds: number): string {
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

function laneInWords(
  settings: OutlookSettings,
  lane: Lane,
  waiting: Readonly<Record<Lane, Waiting>>,
): string {
  const held = (one: Lane) => waiting[one].visible + waiting[one].inFlight;
  const isAlone = held(otherLane[lane]) === 0;
  const speed = laneSpeed(settings, lane, isAlone);
  const backlog = held(lane);
  const pace = `${lanePace(settings, lane).workers} workers, ${speed.toFixed(1)} mails a second ${isAlone ? 'alone' : 'beside the other lane'}`;
  if (backlog === 0) return pace;
  const takes = `${pace}: what waits takes ${lasting(backlog / speed)}`;
  const most = sentBeforeExpiry(settings, lane, isAlone);
  if (backlog <= most) return takes;
  return `${takes}, and after ${settings.expiryHours[lane]} h it expires: about ${whole(backlog - most)} would end too late. Raise sendRate if SES grants more, or hold a scenario (npm run ops -- pause <id>)`;
}

/** A line for each lane, with what is wrong with its workers; and one for the share of mail that asks to confirm. */
export function lanesInWords(
  settings: OutlookSettings,
  waiting: Readonly<Record<Lane, Waiting>>,
): readonly (readonly [string, string])[] {
  const paces = lanes.flatMap((lane) => {
    const misfit = misfitWorkers(settings, lane);
    return [
      [`${lane} pace`, laneInWords(settings, lane, waiting)] as const,
      ...(misfit ? [[`${lane} pace`, misfit] as const] : []),
    ];
  });
  return [...paces, ['confirm mail', confirmsInWords(settings)]];
}

const confirmsInWords = (settings: OutlookSettings) =>
  `at most ${whole(confirmsPerHour(settings))} an hour: ${Number((100 * settings.confirmShare).toFixed(1))} % of the transactional lane; what is beyond it counts as delayed there`;
