/** What decisions of the pure engine are made by, unless a test says otherwise. */
import type { EngineSettings } from '../../shared/core/record/engine-settings.ts';

export const settings: EngineSettings = {
  store: 'mori',
  market: 'JP',
  timeZone: 'Asia/Tokyo',
  transitDays: { JP: 2, other: 4 },
  freshness: { hours: 72 },
  expiry: { transactional: { hours: 72 }, marketing: { hours: 24 } },
  jitter_minutes: 0,
  quietHours: { from: '21:00', to: '08:00' },
  caps: [
    { max: 1, days: 1 },
    { max: 3, days: 7 },
  ],
  defaultHour: '10:00',
  hoursApart: 0,
  controlGroup_percent: 0,
  softBounces: { strikes: 5, days: 30, restDays: 30 },
  archiveDays: 90,
  scoreHalfLife_days: 30,
  segmentsTold: [],
};
