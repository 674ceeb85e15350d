import { expect, test } from 'vitest';
import { birthdayOf } from '../../../shared/core/values/birthday.ts';

test.each([
  '1985-03-05',
  '1985/03/05',
  '1985-3-5',
  '1985/3/5',
  '1985.03.05',
  '19850305',
  '1985-03-05 00:00:00',
  '1985-03-05 00:00:00 +0900',
  '1985-03-05T00:00:00.000Z',
  '1985年3月5日',
  '１９８５／３／５',
])('%s is 5 March 1985', (text) => {
  expect(birthdayOf(text)).toBe('1985-03-05');
});

test('a leap day is one in its years alone', () => {
  expect(birthdayOf('2000/2/29')).toBe('2000-02-29');
  expect(birthdayOf('2001/2/29')).toBeUndefined();
});

test.each([
  '1985-02-30',
  '0000-00-00',
  '03/05/1985',
  '5.3.1985',
  '85/03/05',
  '1985-3/5',
  '1985-03',
  '198535',
  '05031985',
  // In Tokyo this is the day after.
  '1985-03-04T15:00:00Z',
  `1985-03-05${' '.repeat(60)}`,
])('%s is no day for certain', (text) => {
  expect(birthdayOf(text)).toBeUndefined();
});
