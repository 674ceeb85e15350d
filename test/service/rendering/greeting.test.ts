import { expect, test } from 'vitest';
import type { Locale } from '../../../shared/service/rendering/choose-locale.ts';
import { customerName, greetingName } from '../../../shared/service/rendering/greeting.ts';

const greeted = (profile: object, locale: Locale) => greetingName(customerName(profile, locale), locale);

test.each([
  ['Dr.Smith', 'Dr. Smith'],
  ['St.John', 'St. John'],
  ['Md.Rahim Khan', 'Md. Rahim Khan'],
  ['md.rahim khan', 'md. rahim khan'],
  ['DR.SMITH', 'DR. SMITH'],
  ['J.R.R.Tolkien', 'J.R.R. Tolkien'],
  ['Dr. Smith', 'Dr. Smith'],
  ['Marie St.Clair-Ødegård', 'Marie St. Clair-Ødegård'],
  ['田中.太郎', '田中. 太郎'],
  ['Jennifer Null', 'Jennifer Null'],
])('whoever is called %s is greeted as %s', (name, shown) => {
  expect(greeted({ name }, 'en')).toBe(shown);
  expect(greeted({ name }, 'ja')).toBe(`${shown} 様`);
});

test.each([
  'dr.www.evil.com',
  'Win at evil.com',
  'mr.evil.com',
  'Dr.Evil evil.co.jp',
  'https://Evil.Com',
  'EVIL.COM',
])('an address is no name, whatever stands before it: %s', (name) => {
  expect(greeted({ name }, 'en')).toBe('there');
});

test.each(['Evil.Com', 'dr.com', 'evil.みんな', 'Evil．Com', 'Bit.Ly'])(
  'what passes for a name is shown so that nothing makes a link of it: %s',
  (name) => {
    expect(greeted({ name }, 'en')).not.toMatch(/[.．。｡]\S/u);
  },
);

test.each([
  '山田花子 様',
  '山田花子様',
  '山田花子　様',
  '山田花子 さま',
  '山田花子 様 様',
  '山田花子 殿',
  '山田花子さま',
  '山田花子さま 様',
])('%s is greeted with one 様', (name) => {
  expect(greeted({ name }, 'ja')).toBe('山田花子 様');
  expect(greeted({ name }, 'en')).toBe('山田花子');
});

test.each(['鵜殿', 'オサマ', 'ハッサン', 'すーさん'])('%s is no honorific', (name) => {
  expect(greeted({ name }, 'ja')).toBe(`${name} 様`);
});

test.each([
  { name: 'null' },
  { name: 'undefined undefined' },
  { name: 'null null' },
  { name: '(null)' },
  { name: 'NaN' },
  { name: '[object Object]' },
  { familyName: 'null', givenName: 'undefined' },
  { name: 'お客様' },
  { name: '様' },
  { name: ' - ' },
])('what programs write for nobody is no name: %o', (profile) => {
  expect(greeted(profile, 'ja')).toBe('お客様');
  expect(greeted(profile, 'en')).toBe('there');
});

test('a name of which half is missing is the other half', () => {
  expect(greeted({ name: 'Hana undefined' }, 'en')).toBe('Hana');
  expect(greeted({ familyName: '森', givenName: 'null' }, 'ja')).toBe('森 様');
  expect(greeted({ name: 'null', familyName: '森', givenName: '花' }, 'ja')).toBe('森 花 様');
});
