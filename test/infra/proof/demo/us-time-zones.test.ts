/** The states of the demo's customers: each has a zone, and its clocks stand as those of the state do. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { zoneOfState } from '../../../../infra/proof/demo/us-time-zones.ts';

/** Hours from UTC in winter and summer, where most of the state's people live (15 USC 261, 49 CFR 71). */
const clocks: Readonly<Record<string, readonly string[]>> = {
  '-05:00 -04:00': [
    ...['Connecticut', 'Delaware', 'District of Columbia', 'Florida', 'Georgia', 'Indiana', 'Kentucky'],
    ...['Maine', 'Maryland', 'Massachusetts', 'Michigan', 'New Hampshire', 'New Jersey', 'New York'],
    ...['North Carolina', 'Ohio', 'Pennsylvania', 'Rhode Island', 'South Carolina', 'Vermont', 'Virginia'],
    'West Virginia',
  ],
  '-06:00 -05:00': [
    ...['Alabama', 'Arkansas', 'Illinois', 'Iowa', 'Kansas', 'Louisiana', 'Minnesota', 'Mississippi'],
    ...[
      'Missouri',
      'Nebraska',
      'North Dakota',
      'Oklahoma',
      'South Dakota',
      'Tennessee',
      'Texas',
      'Wisconsin',
    ],
  ],
  '-07:00 -06:00': ['Colorado', 'Idaho', 'Montana', 'New Mexico', 'Utah', 'Wyoming'],
  '-07:00 -07:00': ['Arizona'],
  '-08:00 -07:00': ['California', 'Nevada', 'Oregon', 'Washington'],
  '-09:00 -08:00': ['Alaska'],
  '-10:00 -10:00': ['Hawaii'],
};
const states = Object.entries(clocks).flatMap(([clock, names]) =>
  names.map((state) => [state, clock] as const),
);

test('all fifty states and the District of Columbia are here', () => {
  expect(new Set(states.map(([state]) => state)).size).toBe(51);
});

test.each(states)('the clocks of %s stand at %s', (state, clock) => {
  const zone = zoneOfState(state) ?? 'none';
  const offsets = ['2017-01-15T12:00Z', '2017-07-15T12:00Z'].map(
    (at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).offset,
  );
  expect(offsets.join(' ')).toBe(clock);
});
