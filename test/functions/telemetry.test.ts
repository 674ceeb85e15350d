import { afterEach, describe, expect, test, vi } from 'vitest';
import { metricLine } from '../../functions/metric-line.ts';
import { telemetryOf } from '../../functions/telemetry.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { metricNames } from '../../shared/ports/metric-names.ts';
import { scenarios } from '../support/shipped.ts';

/** Lines are written past the console: Lambda would put its own words before each. */
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => {
  written.mockClear();
  logged.mockClear();
});

interface Emf {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
  readonly [property: string]: unknown;
}

const lines = () =>
  [...written.mock.calls, ...logged.mock.calls].map(([line]) => JSON.parse(String(line)) as Emf);
const metricLines = () => lines().filter(({ _aws }) => _aws);
const logLines = () => lines().filter(({ _aws }) => !_aws);

/** Each that CloudWatch would bill: a name in a namespace with values of dimensions. */
const billed = () =>
  new Set(
    metricLines().flatMap((line) =>
      line._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
        Dimensions.flatMap((names) =>
          Metrics.map(({ Name }) =>
            JSON.stringify([Namespace, Name, names.map((name) => [name, line[name]])]),
          ),
        ),
      ),
    ),
  );

describe('the metrics of a batch', () => {
  test('are one line, summed over the scenarios', () => {
    const { metrics, flush } = telemetryOf('tsunagu-mori-dev', systemClock);
    metrics.count('Sent', 1, 'order-thanks');
    metrics.count('Sent', 1, 'after-purchase');
    metrics.count('Held', 1, 'after-purchase');
    metrics.count('Parked', 3);
    flush();
    expect(metricLines()).toMatchObject([{ service: 'tsunagu-mori-dev', Sent: 2, Held: 1, Parked: 3 }]);
    flush();
    expect(metricLines()).toHaveLength(1);
  });

  test('are of the deployment alone, as the embedded metric format asks for them', () => {
    const counts = new Map([
      ['Sent', 2],
      ['Held', 1],
    ] as const);
    expect(JSON.parse(metricLine('tsunagu-mori-dev', counts, 1_764_000_000_000))).toEqual({
      _aws: {
        Timestamp: 1_764_000_000_000,
        CloudWatchMetrics: [
          {
            Namespace: 'Tsunagu',
            Dimensions: [['service']],
            Metrics: [
              { Name: 'Sent', Unit: 'Count' },
              { Name: 'Held', Unit: 'Count' },
            ],
          },
        ],
      },
      service: 'tsunagu-mori-dev',
      Sent: 2,
      Held: 1,
    });
  });

  test('are at most forty for a deployment, with everything counted for every scenario of the library', () => {
    const { metrics, flush } = telemetryOf('tsunagu-mori-dev', systemClock);
    for (const { id } of scenarios) {
      for (const name of metricNames) metrics.count(name, 1, id);
      flush();
    }
    expect(scenarios.length).toBeGreaterThan(60);
    expect(metricLines()).toHaveLength(scenarios.length);
    expect(billed().size).toBe(metricNames.length);
    expect(billed().size).toBeLessThanOrEqual(40);
  });
});

describe('the routine work of a batch', () => {
  test('is one line of the log, with its kinds, its numbers by scenario and what was sent', () => {
    const { log, metrics, flush } = telemetryOf('tsunagu-mori-dev', systemClock);
    for (const id of ['t-1', 't-2']) {
      metrics.count('Sent', 1, 'order-thanks');
      log.did('sent', id);
    }
    metrics.count('Skipped', 1, 'welcome');
    log.did('skipped no-consent');
    flush();
    expect(logLines()).toMatchObject([
      {
        level: 'INFO',
        message: 'batch',
        did: [
          { what: 'sent', times: 2 },
          { what: 'skipped no-consent', times: 1 },
        ],
        scenarios: [
          { scenario: 'order-thanks', Sent: 2 },
          { scenario: 'welcome', Skipped: 1 },
        ],
        ids: ['t-1', 't-2'],
      },
    ]);
    flush();
    expect(logLines()).toHaveLength(1);
  });

  test('of one that did nothing is no line', () => {
    const { metrics, flush } = telemetryOf('tsunagu-mori-dev', systemClock);
    metrics.count('BreakerLevel', 0);
    flush();
    expect(logLines()).toEqual([]);
  });

  test('has a line that what comes in cannot blow up', () => {
    const { log, flush } = telemetryOf('tsunagu-mori-dev', systemClock);
    for (let nth = 0; nth < 1000; nth += 1) log.did(`unmapped ${nth} ${'x'.repeat(1000)}`);
    flush();
    const [line] = logLines();
    expect(JSON.stringify(line).length).toBeLessThan(12_000);
    const did = line?.did as { what: string; times: number }[];
    expect(did.reduce((sum, { times }) => sum + times, 0)).toBe(1000);
    expect(did.at(-1)?.what).toBe('more');
  });

  test('leaves warnings and errors a line each, at once', () => {
    const { log } = telemetryOf('tsunagu-mori-dev', systemClock);
    log.warn('not sent', { because: 'throttled' });
    log.error('unknown');
    log.warn('not sent', { because: 'throttled' });
    expect(logLines()).toHaveLength(3);
  });
});
