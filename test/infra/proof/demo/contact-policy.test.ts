import { expect, test } from 'vitest';
import type { BusEntry } from '../../../../infra/proof/demo/bus-entry.ts';
import { contactPolicyFaultsOf } from '../../../../infra/proof/demo/contact-policy.ts';
import { mail } from './seen.ts';

const rules = {
  caps: [
    { max: 1, days: 1 },
    { max: 3, days: 7, exceptTopics: ['course' as const] },
  ],
  quietHours: { from: '21:00', to: '08:00' },
  timeZone: 'Asia/Tokyo',
};
const nobody: BusEntry[] = [];
const letter = (at: string, more: object = {}) =>
  mail({ at, kind: 'marketing', scenario: 'after-purchase', step: 'trouble', ...more });

test('one letter a day at ten is well mannered', () => {
  const mails = ['01', '03', '05'].map((day) => letter(`2026-03-${day}T01:00:00Z`));
  expect(contactPolicyFaultsOf(mails, nobody, rules)).toEqual({ inQuietHours: 0, overCaps: 0 });
});

test('a letter after nine on her own wall is in quiet hours, whatever the hour of the store', () => {
  const entry = {
    customer: 'c-1',
    detail: JSON.stringify({ customer: { id: 'c-1', timeZone: 'America/New_York' } }),
  } as BusEntry;
  const mails = [letter('2026-03-02T02:30:00Z', { customer: 'c-1' })]; // 21:30 in New York, 11:30 in Tokyo
  expect(contactPolicyFaultsOf(mails, [entry], rules).inQuietHours).toBe(1);
  expect(contactPolicyFaultsOf(mails, nobody, rules).inQuietHours).toBe(0);
});

test('a second letter of a day, and a fourth of a week, are each beyond a cap', () => {
  const sameDay = [letter('2026-03-01T01:00:00Z'), letter('2026-03-01T03:00:00Z')];
  expect(contactPolicyFaultsOf(sameDay, nobody, rules).overCaps).toBe(1);
  const week = ['01', '03', '05', '07'].map((day) => letter(`2026-03-${day}T01:00:00Z`));
  expect(contactPolicyFaultsOf(week, nobody, rules).overCaps).toBe(1);
});

test('transactional letters have no such manners to keep', () => {
  const mails = [letter('2026-03-01T15:00:00Z'), letter('2026-03-01T15:01:00Z')].map((one) => ({
    ...one,
    kind: 'transactional',
  }));
  expect(contactPolicyFaultsOf(mails, nobody, rules)).toEqual({ inQuietHours: 0, overCaps: 0 });
});

test('requests, reminders and stories are counted apart, and a code that was promised passes the day', () => {
  const caps = [
    { max: 1, days: 1 },
    { max: 1, days: 10, letters: 'asks' as const },
    { max: 2, days: 30, letters: 'story' as const },
  ];
  const overCaps = (...mails: ReturnType<typeof letter>[]) =>
    contactPolicyFaultsOf(mails, nobody, { ...rules, caps }).overCaps;
  const survey = { scenario: 'early-survey', step: 'ask' };
  const review = { scenario: 'review-request', step: 'ask' };
  expect(overCaps(letter('2026-03-01T01:00:00Z', survey), letter('2026-03-05T01:00:00Z', review))).toBe(1);
  expect(overCaps(letter('2026-03-01T01:00:00Z', survey), letter('2026-03-11T01:00:00Z', review))).toBe(0);
  const three = ['01', '08', '15'].map((day) => letter(`2026-03-${day}T01:00:00Z`));
  expect(overCaps(...three)).toBe(1);
  const hello = letter('2026-03-08T03:00:00Z', { scenario: 'welcome', step: 'gift' });
  expect(overCaps(...three.slice(0, 2), hello)).toBe(0);
});
