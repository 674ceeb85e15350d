import { expect, test } from 'vitest';
import { sentBeforeExpiry } from '../../shared/settings/lane-outlook.ts';
import { lanePace } from '../../shared/settings/lane-paces.ts';
import { localSettings } from '../../shared/settings/local-settings.ts';

const settings = localSettings({ sendRate: 14, laneConcurrency: undefined });

test('a lane has workers for the whole rate, or as many as the settings say', () => {
  const given = { ...settings, laneConcurrency: { transactional: 3, marketing: 9 } };
  expect([lanePace(settings, 'transactional').workers, lanePace(settings, 'marketing').workers]).toEqual([
    7, 4,
  ]);
  expect([lanePace(given, 'transactional').workers, lanePace(given, 'marketing').workers]).toEqual([3, 9]);
  expect(lanePace(given, 'marketing')).toEqual({ lane: 'marketing', rate: 14, share: 0.7, workers: 9 });
});

test('quiet hours are taken off a day of expiry, not off some hours, and never off order mail', () => {
  // Alone 4 / 0.381 s: 10.4987 a second; 13 of 24 hours, then 6 hours, then 24.
  expect(sentBeforeExpiry(settings, 'marketing', true)).toBe(491_338);
  const short = { ...settings, expiryHours: { transactional: 24, marketing: 6 } };
  expect(sentBeforeExpiry(short, 'marketing', true)).toBe(226_771);
  // 7 / 0.544 s: 12.8676 a second.
  expect(sentBeforeExpiry(short, 'transactional', true)).toBe(1_111_764);
});
