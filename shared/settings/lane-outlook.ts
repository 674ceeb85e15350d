/** What a lane comes to by its settings: for whoever deploys it, and whoever looks at its backlog. */
import type { Lane } from '../core/values/lane.ts';
import { mailsPerSecond } from '../core/values/send-pace.ts';
import { type ConfirmSettings, confirmPace_ms, type LaneSettings, lanePace } from './lane-paces.ts';
import type { Settings } from './settings.ts';

export type OutlookSettings = ConfirmSettings & Pick<Settings, 'expiryHours' | 'quietHours'>;

/** Mails a second of the lane's workers: while it sends alone, or beside the other lane. */
export const laneSpeed = (settings: LaneSettings, lane: Lane, isAlone: boolean): number =>
  mailsPerSecond(lanePace(settings, lane), isAlone);

/** Mails that ask to confirm, at most, in an hour: a small part of the lane of order mail. */
export const confirmsPerHour = (settings: ConfirmSettings): number =>
  Math.floor((3_600_000 * lanePace(settings, 'transactional').workers) / confirmPace_ms(settings));

const minutesOf = (hour: string) => {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return 60 * hours + minutes;
};

/** Hours of a day in which the lane may send: only marketing keeps quiet hours. */
function openHours({ quietHours }: Pick<Settings, 'quietHours'>, lane: Lane): number {
  if (lane === 'transactional' || quietHours === null) return 24;
  const day_minutes = 24 * 60;
  const quiet_minutes = (day_minutes + minutesOf(quietHours.to) - minutesOf(quietHours.from)) % day_minutes;
  return 24 - quiet_minutes / 60;
}

/**
 * How many mails due at one moment the lane sends before they expire. From a day on quiet hours are taken off; a shorter
 * time is taken to lie outside them. A step may name another expiry than the settings.
 */
export function sentBeforeExpiry(settings: OutlookSettings, lane: Lane, isAlone: boolean): number {
  const expiry_hours = settings.expiryHours[lane];
  const open_hours = expiry_hours < 24 ? expiry_hours : (expiry_hours * openHours(settings, lane)) / 24;
  return Math.floor(laneSpeed(settings, lane, isAlone) * open_hours * 3600);
}

/** A sentence where `laneConcurrency` gives the lane workers that do not fit the rate. */
export function misfitWorkers(settings: LaneSettings, lane: Lane): string | undefined {
  const { sendRate, laneConcurrency } = settings;
  const derived = { ...settings, laneConcurrency: undefined };
  const given = lanePace(settings, lane);
  const fit = lanePace(derived, lane);
  const { workers } = given;
  const enough = fit.workers;
  if (laneConcurrency === undefined || workers === enough) return undefined;
  const speed = mailsPerSecond(given, true);
  const reached = mailsPerSecond(fit, true);
  const leaveOut = `${enough} would come to ${reached.toFixed(1)}: leave laneConcurrency out.`;
  if (speed < 0.99 * reached) {
    return `The ${workers} workers of the ${lane} lane come to ${speed.toFixed(1)} of ${sendRate} mails a second; ${leaveOut}`;
  }
  if (workers > sendRate) {
    return `The ${workers} workers of the ${lane} lane may by chance call more than ${sendRate} times in a second and be throttled; ${leaveOut}`;
  }
  return undefined;
}
