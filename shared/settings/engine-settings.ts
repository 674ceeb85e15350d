/** The part of a deployment’s settings that decisions are made by. */
import type { EngineSettings } from '../core/record/engine-settings.ts';
import type { Settings } from './settings.ts';

export function engineSettings(settings: Settings): EngineSettings {
  return {
    store: settings.store,
    market: settings.market,
    timeZone: settings.timeZone,
    transitDays: settings.transitDays,
    freshness: { hours: settings.freshnessHours },
    expiry: {
      transactional: { hours: settings.expiryHours.transactional },
      marketing: { hours: settings.expiryHours.marketing },
    },
    jitter_minutes: settings.jitterMinutes,
    quietHours: settings.quietHours,
    quietHoursOf: settings.quietHoursOf,
    caps: settings.caps,
    patience: { days: settings.patienceDays },
    offers: settings.offers
      ? {
          daysBetween: settings.offers.daysBetween,
          aYear: settings.offers.aYear,
          afterOrder_days: settings.offers.afterOrderDays,
        }
      : undefined,
    entrantsAYear: settings.entrantsAYear,
    defaultHour: settings.defaultHour,
    hoursApart: settings.hoursApart,
    controlGroup_percent: settings.controlGroupPercent,
    softBounces: settings.softBounces,
    archiveDays: settings.archiveDays,
    scoreHalfLife_days: settings.scoreHalfLifeDays,
    doubleOptIn: settings.doubleOptIn,
    mailboxReader: settings.mailboxReader,
    segmentsTold: settings.segmentsTold,
  };
}
