/** Where an address lies: every zone of the table exists, and its clocks stand as those of the place do. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { zoneOfAddress } from '../../../../functions/boundary/shopify/address-zone.ts';

/** Offsets from UTC in January and July 2026, as the IANA database has them, by place. */
const clocks: Readonly<Record<string, string>> = {
  '+09:00 +09:00': 'JP KR',
  '+08:00 +08:00': 'TW HK CN SG PH MY',
  '+07:00 +07:00': 'TH VN',
  '+05:30 +05:30': 'IN',
  '+04:00 +04:00': 'AE',
  '+13:00 +12:00': 'NZ',
  '+02:00 +02:00': 'ZA',
  '+00:00 +01:00': 'GB IE',
  '+01:00 +02:00': 'FR DE AT CH IT NL BE LU DK SE NO PL CZ',
  '+02:00 +03:00': 'FI GR',
  '-05:00 -04:00':
    'US-CT US-DC US-DE US-GA US-MA US-MD US-ME US-NC US-NH US-NJ US-NY US-OH US-PA US-RI US-SC US-VA US-VT US-WV',
  '-06:00 -05:00': 'US-AL US-AR US-IA US-IL US-LA US-MN US-MO US-MS US-OK US-WI CA-MB',
  '-07:00 -06:00': 'US-CO US-MT US-NM US-UT US-WY CA-AB',
  '-07:00 -07:00': 'US-AZ',
  '-08:00 -07:00': 'US-CA US-WA',
  '-10:00 -10:00': 'US-HI',
  '-04:00 -03:00': 'CA-NS CA-PE CA-NB',
  '+11:00 +10:00': 'AU-VIC AU-TAS AU-ACT',
  '+10:00 +10:00': 'AU-QLD',
  '+10:30 +09:30': 'AU-SA',
  '+09:30 +09:30': 'AU-NT',
};
const clockOf = new Map(
  Object.entries(clocks).flatMap(([clock, places]) =>
    places.split(' ').map((place) => [place, clock] as const),
  ),
);

const zoneOfPlace = (place: string) => {
  const [country_code, province_code] = place.split('-');
  return zoneOfAddress({ country_code, province_code });
};

test.each([...clockOf])('the clocks of %s stand at %s', (place, clock) => {
  const zone = zoneOfPlace(place) ?? 'none';
  const offsets = ['2026-01-15T12:00Z', '2026-07-15T12:00Z'].map(
    (at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).offset,
  );
  expect(offsets.join(' ')).toBe(clock);
});

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((third) => pair + third))];

test('no other place has a zone: where a country or a province has several clocks none is guessed', () => {
  const countries = pairs.filter((country) => zoneOfPlace(country) !== undefined);
  const divided = ['US', 'CA', 'AU', 'MX', 'BR', 'RU', 'ID', 'ES', 'PT'];
  const provinces = divided.flatMap((country) =>
    codes.map((code) => `${country}-${code}`).filter((place) => zoneOfPlace(place) !== undefined),
  );
  expect([...countries, ...provinces].sort()).toEqual([...clockOf.keys()].sort());
});
