/** What the settings make of the two send lanes, found before anything is deployed. */
import type { Lane } from '../../shared/core/values/lane.ts';
import {
  confirmsPerHour,
  laneSpeed,
  misfitWorkers,
  type OutlookSettings,
  sentBeforeExpiry,
} from '../../shared/settings/lane-outlook.ts';
import { lanePace } from '../../shared/settings/lane-paces.ts';
import type { Settings } from '../../shared/settings/settings.ts';

const lanes: readonly Lane[] = ['transactional', 'marketing'];

/** A campaign to so many customers at one hour should reach all of them: what a small store with an old list may have. */
const campaign = 50_000;

const whole = (value: number) => value.toLocaleString('en');

/** How fast each lane is: one line. */
export function laneNote(settings: OutlookSettings): string {
  const told = lanes.map((lane) => {
    const [alone, beside] = [true, false].map((isAlone) => laneSpeed(settings, lane, isAlone).toFixed(1));
    const most = whole(sentBeforeExpiry(settings, lane, false));
    return `${lane} ${alone} mails a second alone and ${beside} beside the other lane (${lanePace(settings, lane).workers} workers), ${most} before they expire after ${settings.expiryHours[lane]} h`;
  });
  return `Send lanes at sendRate ${settings.sendRate}: ${told.join('; ')}. Of mail that asks to confirm the transactional lane sends at most ${whole(confirmsPerHour(settings))} an hour.`;
}

type CheckedSettings = OutlookSettings & Pick<Settings, 'signUpsPerHour'>;

/** Sentences, each under an id, about lanes that are too slow. */
export function laneWarnings(settings: CheckedSettings): Readonly<Record<string, string>> {
  const warnings: Record<string, string> = {};
  const confirms = confirmsPerHour(settings);
  if (settings.signUpsPerHour > confirms) {
    warnings['confirm-share'] =
      `signUpsPerHour takes ${whole(settings.signUpsPerHour)} sign-ups an hour, of whom ${whole(confirms)} are asked to confirm in that hour, the others later: raise confirmShare or sendRate, or lower signUpsPerHour.`;
  }
  for (const lane of lanes) {
    const misfit = misfitWorkers(settings, lane);
    if (misfit) warnings[`${lane}-workers`] = misfit;
    const most = sentBeforeExpiry(settings, lane, false);
    if (most < campaign) {
      warnings[`${lane}-expiry`] =
        `Of messages due at one hour the ${lane} lane sends ${whole(most)} before the others expire after ${settings.expiryHours[lane]} h: for a campaign to more customers raise sendRate, its share in laneShares or expiryHours.`;
    }
  }
  return warnings;
}
