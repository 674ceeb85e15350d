/** Logs and metrics of a function: Powertools behind the ports, one EMF line for each scenario of a batch. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics as EmfMetrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import {
  type MetricName,
  metricsNamespace,
  scenarioMetrics,
  summedMetrics,
} from '../shared/ports/metric-names.ts';
import type { Log, Metrics } from '../shared/ports/telemetry.ts';

export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Writes what was counted since the last flush. Called once, at the end of each invocation. */
  flush(): void;
}

const byScenario: ReadonlySet<MetricName> = new Set(scenarioMetrics);
const summed: ReadonlySet<string> = new Set(summedMetrics);

/**
 * @param service the deployment's prefix: tells the metrics of two stores in one account apart
 * @param isSilent metrics are not written; Powertools would make each line and then not print it
 */
export function telemetryOf(service: string, isSilent = false): Telemetry {
  const logger = new Logger({ serviceName: service });
  const counts = new Map<string, Map<MetricName, number>>();
  return {
    logger,
    log: {
      info: (message, fields) => logger.info(message, { ...fields }),
      warn: (message, fields) => logger.warn(message, { ...fields }),
      error: (message, fields) => logger.error(message, { ...fields }),
    },
    metrics: {
      count(name, by = 1, scenario = '') {
        const dimension = byScenario.has(name) ? scenario : '';
        const counted = counts.get(dimension) ?? new Map<MetricName, number>();
        counted.set(name, (counted.get(name) ?? 0) + by);
        counts.set(dimension, counted);
      },
    },
    flush() {
      if (!isSilent) for (const [scenario, counted] of counts) writeLine(service, scenario, counted);
      counts.clear();
    },
  };
}

function writeLine(service: string, scenario: string, counted: ReadonlyMap<MetricName, number>): void {
  const line = new SummedMetrics({ namespace: metricsNamespace, serviceName: service });
  if (scenario) line.addDimension('scenario', scenario);
  for (const [name, count] of counted) line.addMetric(name, MetricUnit.Count, count);
  line.publishStoredMetrics();
}

/** Has the line read a second time without its scenario, so that CloudWatch adds up over all of them. */
class SummedMetrics extends EmfMetrics {
  override serializeMetrics() {
    const line = super.serializeMetrics();
    const dimensions = line._aws.CloudWatchMetrics;
    const byScenario = dimensions.filter(({ Dimensions }) => Dimensions[0].includes('scenario'));
    const sums = byScenario.flatMap(({ Metrics }) => Metrics).filter(({ Name }) => summed.has(Name));
    if (sums.length > 0) {
      dimensions.push({ Namespace: metricsNamespace, Dimensions: [['service']], Metrics: sums });
    }
    return line;
  }
}
