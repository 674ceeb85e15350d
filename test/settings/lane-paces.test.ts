import { expect, test } from 'vitest';
import { InvalidSettings } from '../../shared/settings/invalid-settings.ts';
import { confirmsPerHour, sentBeforeExpiry } from '../../shared/settings/lane-outlook.ts';
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
  // Alone 4 / 0.381 s: 10.4987 a second; 15 of 24 hours, then 6 hours, then 24.
  expect(sentBeforeExpiry(settings, 'marketing', true)).toBe(566_929);
  const short = { ...settings, expiryHours: { transactional: 24, marketing: 6 } };
  expect(sentBeforeExpiry(short, 'marketing', true)).toBe(226_771);
  // 7 / 0.544 s: 12.8676 a second.
  expect(sentBeforeExpiry(short, 'transactional', true)).toBe(1_111_764);
});

test('confirm mail has its share of what order mail is sure of, however many workers there are', () => {
  // 0.8 x 14 x 0.3 = 3.36 a second, of it a fifth, and a twentieth.
  expect(confirmsPerHour(settings)).toBeCloseTo(0.2 * 3.36 * 3600, -1);
  expect(confirmsPerHour({ ...settings, confirmShare: 0.05 })).toBeCloseTo(0.05 * 3.36 * 3600, -1);
  const many = { ...settings, laneConcurrency: { transactional: 14, marketing: 4 } };
  expect(confirmsPerHour(many)).toBeCloseTo(0.2 * 3.36 * 3600, -1);
});

test.each([
  [0, 'confirmShare: must be more than 0'],
  [-0.1, 'confirmShare: must be more than 0'],
  [1.5, 'confirmShare: at most 1'],
  ['0.2', 'confirmShare: must be a number'],
  [Number.NaN, 'confirmShare: must be a number'],
])('a share of %s is refused with what to give', (confirmShare, words) => {
  const given = () => localSettings({ confirmShare: confirmShare as number });
  expect(given).toThrow(InvalidSettings);
  expect(given).toThrow(words);
});
