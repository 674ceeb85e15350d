/** Letters of the week in the simulation: two stores that write some, in fair weather and under every fault. */
import { expect, test } from 'vitest';
import { allFaults } from './faults.ts';
import { randomOf } from './random.ts';
import { simulate } from './simulation.ts';
import { planCampaigns } from './storefront-campaigns.ts';

const season = { days: 40, start_ms: Date.parse('2027-10-20T00:00:00Z'), segments: ['regular', 'anybody'] };
const planned = (seed: number) => planCampaigns(randomOf(seed).fork('campaigns'), season);

test.each([
  ['in fair weather', []],
  ['under every fault', allFaults],
])('%s a campaign goes to its audience, once, within its time, and stops', async (_, faults) => {
  const asked = new Map<string, number>();
  for (const seed of [16, 59]) {
    const result = await simulate({ seed, customers: 6, days: 40, faults, scenarios: 'shipped' });
    expect(result.violation).toBeUndefined();
    for (const [name, times] of result.asked) asked.set(name, (asked.get(name) ?? 0) + times);
  }
  const never = [
    'approving lets each in once',
    'whom a campaign is for is let in when it is approved',
    'only a command lets into a campaign',
    'nobody comes into a campaign twice',
    'nobody gets a campaign twice',
    'nothing of a campaign goes while it is stopped',
    'nothing of a campaign goes after its expiry',
    'each letter of a campaign is told, or why it did not go',
  ].filter((name) => !asked.get(name));
  expect(never).toEqual([]);
});

test('some stores write campaigns: they start them twice, stop them, and let them go on', () => {
  const stores = Array.from({ length: 100 }, (_, seed) => planned(seed + 1)).filter(
    (acts) => acts.length > 0,
  );
  expect(stores.length).toBeGreaterThan(10);
  expect(stores.length).toBeLessThan(40);
  const shapes = new Set(
    stores.flatMap((acts) =>
      [...Map.groupBy(acts, ({ draft }) => draft.id).values()].map((its) =>
        its.map(({ does }) => does[0]).join(''),
      ),
    ),
  );
  for (const shape of ['a', 'aa', 'as', 'asa', 'aas', 'aasa']) expect(shapes).toContain(shape);
});
