import { expect, test } from 'vitest';
import { bookingZone, timeAtPlace } from '../../../shared/service/rendering/booking-time.ts';
import { renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { mailInput } from '../../programs/mail-input.ts';

const told = (startsAt: string, locale: 'ja' | 'en', named?: string, storeZone = 'Asia/Tokyo') =>
  timeAtPlace(startsAt, bookingZone(startsAt, named, storeZone), locale);

test('a booking is told by the clock of its place, with the name of its zone', () => {
  const tokyo = '2029-07-20T14:00:00+09:00';
  expect(told(tokyo, 'en')).toBe('July 20, 2029 14:00 (Japan Standard Time)');
  expect(told(tokyo, 'ja')).toBe('2029年7月20日 14:00（日本標準時）');
  expect(told('2029-07-20T05:00:00Z', 'en', 'Asia/Tokyo', 'Europe/Paris')).toBe(told(tokyo, 'en'));
  expect(told(tokyo, 'en', 'America/New_York')).toBe('July 20, 2029 01:00 (Eastern Daylight Time)');
});

test('an offset that is not the store’s is that of another place; UTC is told by programs', () => {
  expect(told('2029-07-20T14:00:00+02:00', 'en')).toBe('July 20, 2029 14:00 (GMT+02:00)');
  expect(told('2029-07-20T14:00:00+0200', 'en')).toBe('July 20, 2029 14:00 (GMT+02:00)');
  expect(told('2029-07-20T05:00:00Z', 'en')).toBe('July 20, 2029 14:00 (Japan Standard Time)');
  expect(told('2029-07-20T05:00:00+00:00', 'en')).toBe('July 20, 2029 14:00 (Japan Standard Time)');
  expect(told('2029-07-20T14:00:00-04:00', 'en', undefined, 'America/New_York')).toBe(
    'July 20, 2029 14:00 (Eastern Daylight Time)',
  );
  expect(told('2029-12-20T14:00:00-04:00', 'en', undefined, 'America/New_York')).toContain('(GMT-04:00)');
});

test('a zone that is none is not gone by, a day has no hour, and what is no time stays as it was told', () => {
  expect(told('2029-07-20T14:00:00+09:00', 'en', 'JST')).toBe('July 20, 2029 14:00 (Japan Standard Time)');
  expect(told('2029-07-20', 'ja')).toBe('2029年7月20日');
  expect(told('2029-02-31', 'ja')).toBe('2029-02-31');
  expect(told('soon', 'ja')).toBe('soon');
});

test.each(['America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'])(
  'a booking in Aoyama is at 14:00 for whoever reads of it in %s',
  (timeZone) => {
    for (const template of [
      'event-booking/confirmation',
      'event-booking/day-before',
      'event-changed/changed',
    ] as const) {
      const input = mailInput(template, 'en');
      const booking = { name: 'Tea', startsAt: '2029-07-20T14:00:00+09:00', place: 'Aoyama, Tokyo' };
      const { text } = renderMail({ ...input, timeZone, event: { booking } });
      expect(text).toContain('When: July 20, 2029 14:00 (Japan Standard Time)\nWhere: Aoyama, Tokyo');
    }
  },
);
