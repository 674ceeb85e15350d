import { expect, test } from 'vitest';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { at } from '../../support/events.ts';

const arrived = at('2026-11-22T09:31:00+09:00');
const localeOf = (locale: unknown) =>
  parseEvent(
    'CustomerUpdated',
    { eventId: 'evt-1', occurredAt: '2026-11-22T09:30:00+09:00', customer: { id: 'c-1', locale } },
    arrived,
  )?.detail.customer.locale;

// RFC 5646, section 2.1.1: case has no meaning, and this is how each subtag is written.
test.each([
  ['ja_JP', 'ja-JP'],
  ['JA', 'ja'],
  ['ja-jp', 'ja-JP'],
  ['JA_jp', 'ja-JP'],
  ['ja_JP.UTF-8', 'ja-JP'],
  ['ja_JP@calendar=japanese', 'ja-JP'],
  ['ja-JP-u-ca-japanese', 'ja-JP'],
  [' en_us ', 'en-US'],
  ['zh_hant_tw', 'zh-Hant-TW'],
  ['ja', 'ja'],
])('the locale %s is %s from where events are read on', (told, read) => {
  expect(localeOf(told)).toBe(read);
});

test.each(['', 'C', '日本語', '-', 'x'.repeat(2000)])('%j is no locale, and stays as it was told', (told) => {
  expect(localeOf(told)).toBe(told);
});

test('an event without a locale says nothing of it', () => {
  expect(localeOf(undefined)).toBeUndefined();
  expect(localeOf(null)).toBeUndefined();
});
