import { afterEach, expect, test, vi } from 'vitest';
import { telemetryOf } from '../../functions/telemetry.ts';
import { deploymentMetrics, scenarioMetrics } from '../../shared/ports/metric-names.ts';

/** Powertools writes past the global console, as Lambda would put its own words before each line. */
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterEach(() => {
  written.mockClear();
});

const lines = () => written.mock.calls.map(([line]) => JSON.parse(String(line)));

test('a batch is one line for each scenario, and one for the deployment', () => {
  const { metrics, flush } = telemetryOf('tsunagu-mori-dev');
  metrics.count('Sent', 1, 'order-thanks');
  metrics.count('Sent', 1, 'order-thanks');
  metrics.count('Held', 1, 'after-purchase');
  metrics.count('Parked', 3);
  flush();
  expect(lines()).toMatchObject([
    { service: 'tsunagu-mori-dev', scenario: 'order-thanks', Sent: 2 },
    { service: 'tsunagu-mori-dev', scenario: 'after-purchase', Held: 1 },
    { service: 'tsunagu-mori-dev', Parked: 3 },
  ]);
  flush();
  expect(lines()).toHaveLength(3);
});

test('the sends and the unknown are also summed over the scenarios, on the same line', () => {
  const { metrics, flush } = telemetryOf('tsunagu-mori-dev');
  metrics.count('Sent', 1, 'order-thanks');
  metrics.count('Skipped', 1, 'order-thanks');
  flush();
  const told = lines()[0]._aws.CloudWatchMetrics as { Dimensions: string[][]; Metrics: { Name: string }[] }[];
  expect(told.map(({ Dimensions, Metrics }) => [Dimensions, Metrics.map(({ Name }) => Name)])).toEqual([
    [[['service', 'scenario']], ['Sent', 'Skipped']],
    [[['service']], ['Sent']],
  ]);
});

test('no more than six metrics know a scenario, whoever counts', () => {
  const { metrics, flush } = telemetryOf('tsunagu-mori-dev');
  for (const name of [...scenarioMetrics, ...deploymentMetrics]) metrics.count(name, 1, 'order-thanks');
  flush();
  const [ofScenario, ofDeployment] = lines();
  expect(ofScenario._aws.CloudWatchMetrics[0].Metrics).toHaveLength(6);
  expect(scenarioMetrics).toEqual(['Entered', 'Sent', 'Held', 'Skipped', 'Unknown', 'GoalReached']);
  expect(ofDeployment.scenario).toBeUndefined();
  expect(ofDeployment._aws.CloudWatchMetrics[0].Metrics).toHaveLength(deploymentMetrics.length);
});
