/** The frozen populations never change: every figure before and after a cut is of the same customers. */
import { expect, test } from 'vitest';
import { generatePopulation } from '../../../../infra/proof/bench/population/generate.ts';
import { plans } from '../../../../infra/proof/bench/population/plans.ts';
import { eventLines, readPopulation } from '../../../../infra/proof/bench/population/population.ts';

const digests = {
  year: '17f7dec75efaaba26b18bfc85d9de3515131c597d76e328cac2246fedd21bb0f',
  'ten-years': 'f4337dbe3a5039b87d4af458a305ad240053b6324a5e25d189869a141f9f9c90',
} as const;

test.each(['year', 'ten-years'] as const)('%s is the file it was frozen as', (name) => {
  expect(readPopulation(name).digest).toBe(digests[name]);
});

test.each(['year', 'ten-years'] as const)('%s is what its plan makes', (name) => {
  expect(eventLines(generatePopulation(plans[name]))).toBe(eventLines(readPopulation(name).events));
});

test('of forty customers thirty accept letters, and a year has three orders and twenty views of each', () => {
  const { events } = readPopulation('year');
  const told = (name: string) => events.filter((event) => event.name === name);
  const accepting = told('CustomerRegistered').filter(({ detail }) =>
    JSON.stringify(detail).includes('"acceptsMarketing":true'),
  );
  expect([told('CustomerRegistered').length, accepting.length]).toEqual([40, 30]);
  // They come during the first half, so that each is there for three quarters of the 400 days.
  const years = (40 * 300) / 365;
  expect(Math.abs(told('OrderPlaced').length / years - 3)).toBeLessThan(0.2);
  expect(Math.abs(told('ProductViewed').length / years - 20)).toBeLessThan(1.5);
  expect([told('SaleAnnounced').length, told('ProductAnnounced').length]).toEqual([4, 6]);
});
